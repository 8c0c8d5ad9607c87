using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Profiles;
using CredentialVault.SignIn.Chromium;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>profile add</c>: makes a profile known to the vault, and the vault to its browser.</summary>
internal sealed class ProfileAddCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "Your name for the profile." };

    private readonly Option<string> _directory = new("--user-data-dir")
    {
        HelpName = "DIR", Description = "The browser's folder for this profile; made if missing.", Required = true,
    };

    private readonly Option<string> _role = new("--role")
    {
        Description = "Who works in it: an agent, which can only be signed in, or you, the owner.", DefaultValueFactory = _ => RoleNames.Agent,
    };

    private readonly Option<string?> _browser = new("--browser") { HelpName = "PATH", Description = "The Chromium of this profile, which launch and sign-ins start; else CREDENTIAL_VAULT_BROWSER as it is now." };
    private readonly Option<string?> _proxy = new("--proxy") { HelpName = "URL", Description = "The proxy that its browser uses." };
    private readonly Option<string?> _authority = new("--ca") { HelpName = "FILE", Description = "Certificate authorities (PEM) to trust besides the usual ones." };
    private readonly Screen _screen;

    public ProfileAddCommand(Screen screen)
        : base("add", "Register a browser profile.")
    {
        _screen = screen;
        _role.AcceptOnlyFromAmong(RoleNames.Agent, RoleNames.Owner);
        _proxy.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } proxy && !(Uri.TryCreate(proxy, UriKind.Absolute, out var url) && url.Host.Length > 0))
            {
                result.AddError("--proxy needs an address like http://127.0.0.1:3128 or socks5://127.0.0.1:1080.");
            }
        });
        _authority.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } file && !File.Exists(file))
            {
                result.AddError($"--ca: there is no file {file}.");
            }
        });
        Add(_name);
        Add(_directory);
        Add(_role);
        Add(_browser);
        Add(_proxy);
        Add(_authority);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var home = VaultHome.Locate();
        await using var vault = await OpenVault.OfThisProcessAsync();
        var directory = UserDataDirectory.Check(parsed.GetRequiredValue(_directory), home);

        // Written down now: the host is started by the agent's browser, and its environment is not asked which program to run.
        var browser = (parsed.GetValue(_browser) is { } named ? Browser.Named(named) : Browser.NamedByVariable)?.Path;
        var authority = parsed.GetValue(_authority) is { } file ? Path.GetFullPath(file) : null;
        if (authority is not null)
        {
            TrustedAuthorities.Check(authority);
        }

        var profile = await vault.Profiles.AddProfileAsync(
            parsed.GetRequiredValue(_name), RoleNames.Parse(parsed.GetRequiredValue(_role)), directory, browser, parsed.GetValue(_proxy), authority);
        await new Registration(home, InstalledParts.OfThisProgram).WriteNewAsync(vault, profile);
        _screen.Say($"The {profile.Role.ToName()} profile '{profile.Name}' is registered: {directory}", Tone.Good);
        await SayWhatIsNextAsync(vault, profile);
        return 0;
    }

    /// <summary>Whoever has an owner's profile sets up on the page, and comes from there or goes there; else it goes on here.</summary>
    private async Task SayWhatIsNextAsync(Vault vault, Profile profile)
    {
        var owners = (await vault.Profiles.ListProfilesAsync()).Where(one => one.Role == Role.Owner).ToArray();
        if (profile.Role == Role.Agent && owners.Any(owner => RunningBrowser.Of(owner.UserDataDirectory) is not null))
        {
            _screen.Say("The set-up page is open: go back to it and press 'Check again' to attach a credential to this profile.");
            return;
        }

        _screen.Next(owners.Length > 0 ? ["setup"] : ["automation", "add", "invoices", "--profile", profile.Name]);
    }
}
