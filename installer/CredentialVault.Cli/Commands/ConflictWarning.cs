using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary>What an owner is told when a credential comes beside another one for the same origin.</summary>
internal static class ConflictWarning
{
    /// <summary>Tells it, on standard error.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="vault">The vault.</param>
    /// <param name="credentialId">The credential that was added or attached.</param>
    public static async Task TellAsync(Screen screen, Vault vault, string credentialId)
    {
        foreach (var conflict in Conflict.Among(await vault.Credentials.ListAsync()))
        {
            Credential[] others = [.. conflict.Credentials.Where(one => one.Id != credentialId)];
            if (others.Length == conflict.Credentials.Count)
            {
                continue;
            }

            screen.Note(
                $"{string.Join(", ", others.Select(one => $"'{one.Overview.Label}' ({one.Id})"))} is attached to {conflict.Attachment} for {conflict.Origin} too. With both, the one is used whose username the page shows, and on a page that shows none nothing is signed in. To have only one: "
                + Invocation.Of(["credential", "detach", others[0].Id, conflict.Attachment.ToString()]),
                Tone.Doubtful);
        }
    }
}
