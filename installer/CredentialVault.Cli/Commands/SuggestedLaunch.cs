using CredentialVault.Cli.Browsers;
using CredentialVault.Credentials;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary>The launch by which an agent can use what was just attached.</summary>
internal static class SuggestedLaunch
{
    private const string UsualPort = "9222";

    /// <summary>Its words, or null when the automation may run in no profile.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="attachment">To what a credential was attached.</param>
    public static async Task<string[]?> ForAsync(Vault vault, Attachment attachment)
    {
        string[]? of = attachment.Kind == AttachmentKind.Profile
            ? ["--profile", attachment.Name]
            : (await vault.Profiles.FindAutomationAsync(attachment.Name)).Profiles is [var profile, ..]
                ? ["--profile", profile, "--automation", attachment.Name]
                : null;
        return of is null ? null : ["launch", .. of, .. Display.IsThere ? (string[])[] : ["--headless"], "--remote-debugging-port", UsualPort];
    }
}
