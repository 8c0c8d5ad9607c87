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
        var home = VaultHome.Locate();
        using var recovery = await VaultCreation.CreateAsync(home, TimeProvider.System);
        _screen.Say($"The vault is made: {home.Path}", Tone.Good);
        _screen.Say();
        _screen.Say("Recovery key:", Tone.Strong);
        _screen.Say("  " + recovery.ToText());
        _screen.Say("Write it down and keep it away from this machine. It is shown only now and stored nowhere.");
        _screen.Say("Nothing needs it today: it is what backups will be opened with, and this version makes none.");
        _screen.Next("profile", "add", "work", "--user-data-dir", SuggestedFolder.For("work"));
        return 0;
    }
}
