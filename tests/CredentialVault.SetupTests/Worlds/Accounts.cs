using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.Testing;
using CredentialVault.Vaults;

namespace CredentialVault.SetupTests.Worlds;

/// <summary>Credentials that are there before the page is opened.</summary>
public static class Accounts
{
    /// <summary>A label of one long German word after the other.</summary>
    public const string German = "Reisekostenabrechnungssystem der Landeshauptverwaltung, Buchhaltungsvertretungszugang";

    /// <summary>A label that no space divides.</summary>
    public const string Japanese = "受発注管理システム（経理部・承認者アカウント、二段階認証あり）";

    /// <summary>Adds one.</summary>
    public static async Task AddAsync(Owner owner, string label, string origin, string username, string? attach = null)
    {
        List<string> arguments = ["credential", "add", "--label", label, "--origin", origin, "--username", username, "--password-env", "SITE_PASSWORD"];
        if (attach is not null)
        {
            arguments.AddRange(["--attach", attach]);
        }

        await owner.DoAsync(arguments, new Dictionary<string, string>(StringComparer.Ordinal) { ["SITE_PASSWORD"] = "secret" });
    }

    /// <summary>Has the last sign-in of a credential end otherwise than signed in.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="label">Its label.</param>
    /// <param name="what"><see cref="AuditEvent.SignIn"/> or <see cref="AuditEvent.Verify"/>.</param>
    /// <param name="outcome">How it ended.</param>
    public static async Task EndAsync(Owner owner, string label, string what, Outcome outcome)
    {
        await using var vault = await Vault.OpenAsync(new VaultHome(owner.VaultHome), TimeProvider.System, OwnersProgram.CommandLine);
        var credential = (await vault.Credentials.ListAsync()).Single(one => one.Overview.Label == label);
        await vault.Audit.WriteAsync(what, new AuditDetail
        {
            Site = credential.Overview.SessionOrigins[0],
            Profile = what == AuditEvent.SignIn ? OwnersPage.AgentProfile : null,
            Credential = credential.Id,
            Label = credential.Overview.Label,
            Outcome = outcome.Code,
            Reason = outcome.Reason,
            Milliseconds = 34_500,
            WaitedMilliseconds = 28_000,
        });
    }

    /// <summary>Adds many, as an owner of a fleet has them.</summary>
    public static async Task AddManyAsync(Owner owner, int count)
    {
        await using var vault = await Vault.OpenAsync(new VaultHome(owner.VaultHome), TimeProvider.System, OwnersProgram.CommandLine);
        using var password = Secret.FromText("secret");
        for (var number = 1; number <= count; number++)
        {
            await vault.Credentials.AddAsync(new CredentialDraft
            {
                Label = $"Account {number}",
                SignInOrigins = [SiteOrigin.Parse($"https://site{number % 97}.example")],
                Username = $"user{number}@example.com",
                Password = password,
                Fill = Fill.Isolated,
                Attachments = [Attachment.Parse($"profile:{OwnersPage.AgentProfile}")],
            });
        }
    }
}
