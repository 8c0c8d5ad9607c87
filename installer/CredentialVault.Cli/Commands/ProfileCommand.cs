using System.CommandLine;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>profile</c>: browser profiles that the vault serves.</summary>
internal sealed class ProfileCommand : Command
{
    public ProfileCommand(Screen screen)
        : base("profile", "Browser profiles that the vault serves.")
    {
        Add(new ProfileAddCommand(screen));
        Add(new ProfileListCommand(screen));
        Add(new ProfileRemoveCommand(screen));
    }
}
