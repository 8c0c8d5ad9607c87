using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>A vault with one credential, an agent's profile that may use it, another agent's that may not, and the owner's.</summary>
public sealed class ThreeProfiles : IAsyncLifetime
{
    public const string Working = "working";
    public const string Idle = "idle";
    public const string Owners = "owners";

    public const string Origin = "https://shop.example";
    public const string Password = "correct-horse-battery-staple";
    public const string Seed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    public Owner Owner { get; } = new();

    public async Task InitializeAsync()
    {
        await Owner.DoAsync(["init"]);
        foreach (var profile in new[] { Working, Idle })
        {
            await Owner.DoAsync(["profile", "add", profile, "--user-data-dir", Owner.UserDataDirectory(profile)]);
        }

        await Owner.DoAsync(["profile", "add", Owners, "--user-data-dir", Owner.UserDataDirectory(Owners), "--role", "owner"]);
        await Owner.DoAsync(
            ["credential", "add", "--label", "Shop", "--origin", Origin, "--username", "me@example.com", "--password-env", "P", "--totp-env", "S", "--fill", "in-page", "--attach", $"profile:{Working}"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = Password, ["S"] = Seed });
        foreach (var profile in new[] { Working, Idle, Owners })
        {
            HostByHand.HoldProfile(Owner, profile);
        }
    }

    public Task DisposeAsync()
    {
        Owner.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Starts the host as the browser of a profile would.</summary>
    public HostByHand StartHost(string profile) => HostByHand.Start(HostByHand.LinkOf(Owner, profile), [HostByHand.ExtensionOrigin]);
}
