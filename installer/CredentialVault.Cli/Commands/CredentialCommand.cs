using System.CommandLine;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential</c>: what agents are signed in with.</summary>
internal sealed class CredentialCommand : Command
{
    public CredentialCommand(Screen screen)
        : base("credential", "What agents are signed in with.")
    {
        Add(new CredentialAddCommand(screen));
        Add(new CredentialListCommand(screen));
        Add(new CredentialEditCommand(screen));
        Add(new CredentialRemoveCommand(screen));
        Add(new CredentialAttachCommand(screen));
        Add(new CredentialDetachCommand(screen));
        Add(new CredentialTotpCommand(screen));
        Add(new CredentialUnlockCommand(screen));
        Add(new CredentialVerifyCommand(screen));
    }
}
