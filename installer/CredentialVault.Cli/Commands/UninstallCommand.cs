using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>uninstall</c>: no browser finds the host any more; the vault stays.</summary>
internal sealed class UninstallCommand : Command
{
    private readonly Screen _screen;

    public UninstallCommand(Screen screen)
        : base("uninstall", "Take the programs and every profile's link to them away. The vault stays.")
    {
        _screen = screen;
        SetAction((_, _) => RunAsync());
    }

    private async Task<int> RunAsync()
    {
        var home = VaultHome.Locate();
        var hasVault = File.Exists(home.Database);
        if (hasVault)
        {
            await using var vault = await OpenVault.OfThisProcessAsync();
            foreach (var profile in await vault.Profiles.ListProfilesAsync())
            {
                new Registration(home, InstalledParts.OfThisProgram).Remove(profile);
                _screen.Say($"The profile '{profile.Name}' does not find the vault any more.");
            }
        }

        Installation.Of(InstalledParts.OfThisProgram)?.Remove();
        _screen.Say(hasVault ? $"Uninstalled. The vault stays in {home.Path}; 'install' connects its profiles again." : "Uninstalled.", Tone.Good);
        return 0;
    }
}
