using System.Text.Json;
using CredentialVault.Testing;

namespace Demo;

/// <summary>What the owner does once: the real commands, told with how long each took.</summary>
/// <param name="owner">The owner's machine.</param>
/// <param name="timeline">Where it is told.</param>
/// <param name="fill">Where the values are typed.</param>
internal sealed class SetUp(Owner owner, Timeline timeline, string fill)
{
    private const string PasswordVariable = "SITE_PASSWORD";
    private const string SeedVariable = "SITE_SEED";

    /// <summary>The profile that the agent works in.</summary>
    public const string Profile = "packing-agent";

    /// <summary>The job that runs in it.</summary>
    public const string Automation = "packing";

    /// <summary>Makes the vault, the profile and the automation.</summary>
    public async Task PrepareAsync()
    {
        await RunAsync(["init"]);
        await RunAsync(["profile", "add", Profile, "--user-data-dir", owner.UserDataDirectory(Profile)]);
        await RunAsync(["automation", "add", Automation, "--profile", Profile]);
    }

    /// <summary>Gives the vault the account; password and seed come through environment variables.</summary>
    /// <param name="site">The site.</param>
    /// <param name="start">A page of it that leads to the sign-in.</param>
    /// <param name="username">The account's name.</param>
    /// <param name="password">The account's password.</param>
    /// <param name="seed">The account's authenticator key.</param>
    /// <returns>The credential's id.</returns>
    public async Task<string> AddCredentialAsync(Uri site, Uri start, string username, string password, string seed)
    {
        await RunAsync(
            [
                "credential", "add", "--label", "Order desk", "--origin", site.GetLeftPart(UriPartial.Authority), "--username", username,
                "--password-env", PasswordVariable, "--totp-env", SeedVariable, "--sign-in-url", start.ToString(), "--fill", fill, "--attach", $"automation:{Automation}",
            ],
            new Dictionary<string, string>(StringComparer.Ordinal) { [PasswordVariable] = password, [SeedVariable] = seed });
        using var list = JsonDocument.Parse(await owner.DoAsync(["credential", "list", "--json"]));
        return list.RootElement[0].GetProperty("id").GetString() ?? throw new InvalidOperationException("The credential has no id.");
    }

    /// <summary>The product's own Get code.</summary>
    /// <param name="credential">The credential's id.</param>
    public async Task<string> GetCodeAsync(string credential) => (await RunAsync(["credential", "totp", credential])).Trim();

    private Task<string> RunAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        timeline.DoAsync(Actor.Owner, $"runs  credential-vault {string.Join(' ', arguments.Select(Quote))}", () => owner.DoAsync(arguments, environment));

    private static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
