using System.CommandLine;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>automation</c>: named jobs that run in profiles.</summary>
internal sealed class AutomationCommand : Command
{
    public AutomationCommand(Screen screen)
        : base("automation", "Named jobs that run in profiles.")
    {
        Add(new AutomationAddCommand(screen));
        Add(new AutomationListCommand(screen));
        Add(new AutomationRemoveCommand(screen));
    }
}
