using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>init</c>: makes the vault.</summary>
internal sealed class InitCommand : Command
{
    private readonly Screen _screen;

    public InitCommand(Screen screen)
        : base("init", "Make the vault and show its recovery key, once.")
    {
        _screen = screen;
        SetAction((_, _) => RunAsync());
    }

    private async Task<int> RunAsync()
    {
        await NewVault.MakeAsync(_screen, VaultHome.Locate());
        _screen.Next("profile", "add", "work", "--user-data-dir", SuggestedFolder.For("work"));
        return 0;
    }
}
