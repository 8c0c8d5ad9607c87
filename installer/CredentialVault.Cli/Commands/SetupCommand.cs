using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>setup</c>: opens the set-up page in the owner's profile, and makes vault and profile where they are missing.</summary>
internal sealed class SetupCommand : Command
{
    private const string NewProfile = "owner";

    private readonly Option<bool> _headless = new("--headless") { Description = "Without a window, for a program that drives it." };
    private readonly DevToolsPortOption _port = new("Let a program drive the page by DevTools on 127.0.0.1; 0 takes any free port. It then has your power.");
    private readonly Screen _screen;

    public SetupCommand(Screen screen)
        : base("setup", "Manage credentials on a page of your own browser profile.")
    {
        _screen = screen;
        Add(_headless);
        Add(_port);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var home = VaultHome.Locate();
        var headless = parsed.GetValue(_headless);
        if (!headless && !Display.IsThere)
        {
            // Before anything is made: without a window there is nothing to be seen.
            throw VaultError.NoDisplay.AsException();
        }

        var parts = InstalledParts.OfThisProgram;
        var extension = parts.RequireExtension();
        await MakeVaultIfMissingAsync(home);
        var profile = await OwnersProfileAsync(home, parts);
        var start = new BrowserStart
        {
            Browser = Browser.Of(profile),
            Profile = profile,
            Extension = extension,
            Home = home,
            Headless = headless,
            DevToolsPort = parsed.GetValue(_port),
        };
        if (RunningBrowser.Of(profile.UserDataDirectory) is not null)
        {
            throw VaultError.ProfileBusy("; the Credential Vault icon in its toolbar opens the page there").AsException();
        }

        await new BrowserInForeground(_screen).RunAsync(
            start,
            devTools => _screen.Say($"Ready: the set-up page is open in your profile '{profile.Name}'{(devTools is null ? "" : $", DevTools at {devTools}")}. Close its browser when you are done.", Tone.Good),
            "the page can do nothing",
            cancel);
        return 0;
    }

    private async Task MakeVaultIfMissingAsync(VaultHome home)
    {
        if (!File.Exists(home.Database) && !Path.Exists(home.Keys))
        {
            await NewVault.MakeAsync(_screen, home);
            _screen.Say();
        }
    }

    /// <summary>The owner's profile, registered first where there is none.</summary>
    private async Task<Profile> OwnersProfileAsync(VaultHome home, InstalledParts parts)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var registration = new Registration(home, parts);
        if ((await vault.Profiles.ListProfilesAsync()).FirstOrDefault(profile => profile.Role == Role.Owner) is { } known)
        {
            registration.Write(known);
            return known;
        }

        var directory = UserDataDirectory.Check(Path.TrimEndingDirectorySeparator(home.Path) + "-owner", home);
        var profile = await vault.Profiles.AddProfileAsync(NewProfile, Role.Owner, directory);
        await registration.WriteNewAsync(vault, profile);
        _screen.Note($"The owner profile '{profile.Name}' is registered: {directory}");
        return profile;
    }
}
