using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Keys;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>install</c>: puts the programs in their place and points every registered profile at them.</summary>
internal sealed class InstallCommand : Command
{
    private readonly Option<string?> _prefix = new("--prefix") { HelpName = "DIR", Description = "Where to; ~/.local unless given." };
    private readonly Screen _screen;

    public InstallCommand(Screen screen)
        : base("install", "Copy the programs to their place and point every profile at them.")
    {
        _screen = screen;
        Add(_prefix);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var prefix = parsed.GetValue(_prefix) ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local");
        var installation = new Installation(Path.TrimEndingDirectorySeparator(Path.GetFullPath(prefix)));
        installation.Write(InstalledParts.OfThisProgram);
        _screen.Say($"Installed: {installation.Parts.Root}", Tone.Good);

        var home = VaultHome.Locate();
        var hasVault = File.Exists(home.Database);
        if (hasVault)
        {
            await PointProfilesAsync(home, installation.Parts);
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Contains(installation.CommandFolder, StringComparer.Ordinal);
        if (!onPath)
        {
            _screen.Note($"{installation.CommandFolder} is not on PATH; to put it there:", Tone.Doubtful);
            _screen.Note($"  export PATH={ShellWord.Quote(installation.CommandFolder)}:\"$PATH\"", Tone.Strong);
        }

        _screen.NextOf(onPath ? InstalledParts.CommandLineName : Path.Combine(installation.CommandFolder, InstalledParts.CommandLineName), hasVault ? "doctor" : "init");
        return 0;
    }

    private async Task PointProfilesAsync(VaultHome home, InstalledParts parts)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        foreach (var profile in await vault.Profiles.ListProfilesAsync())
        {
            new Registration(home, parts).Write(profile);
            _screen.Say($"The profile '{profile.Name}' uses the installed host.");
        }
    }
}
