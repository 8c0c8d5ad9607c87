using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary>What the owner is told of a credential's next sign-in after a change, which does not lift every stop of the guard.</summary>
internal static class NextSignIn
{
    /// <summary>Says when an agent is signed in with a credential again.</summary>
    /// <param name="screen">Where it is said.</param>
    /// <param name="vault">The vault, whose guard decides.</param>
    /// <param name="credential">The credential.</param>
    public static async Task TellAsync(Screen screen, Vault vault, Credential credential)
    {
        switch ((await vault.Guard.RefusalAsync(credential.Id))?.Reason)
        {
            case null:
                screen.Note("A signed-out page is signed in when the agent opens it the next time.");
                break;
            case Reason.SignedInTooOften:
                screen.Note("It is not tried again yet: it was signed in as often within the hour as is allowed.", Tone.Doubtful);
                screen.Note("It is tried again when the first of these sign-ins is an hour old. 'credential-vault limits' allows more.");
                break;
            case { } reason:
                screen.Note($"It is still stopped: {Reason.ToOwner(reason)}", Tone.Doubtful);
                screen.Note($"To let it be tried again: {Invocation.Of(["credential", "unlock", credential.Id])}");
                break;
        }
    }
}
