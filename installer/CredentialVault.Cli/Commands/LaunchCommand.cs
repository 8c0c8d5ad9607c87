using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>launch</c>: runs a profile's browser in the foreground.</summary>
internal sealed class LaunchCommand : Command
{
    private readonly Option<string> _profile = new("--profile") { HelpName = "NAME", Description = "The profile.", Required = true };
    private readonly Option<string?> _automation = new("--automation") { HelpName = "NAME", Description = "The automation that the browser is for." };
    private readonly Option<bool> _headless = new("--headless") { Description = "Without a window." };
    private readonly DevToolsPortOption _port = new("Let an agent connect by DevTools on 127.0.0.1; 0 takes any free port.");
    private readonly Argument<string?> _address = new("URL") { Description = "The first page (default: an empty one).", Arity = ArgumentArity.ZeroOrOne };
    private readonly Screen _screen;

    public LaunchCommand(Screen screen)
        : base("launch", "Run a profile's browser until it is closed.")
    {
        _screen = screen;
        _address.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !IsAddress(result.Tokens[0].Value))
            {
                result.AddError("URL needs an address that starts with https:// or http://, or about:blank.");
            }
        });
        Add(_profile);
        Add(_automation);
        Add(_headless);
        Add(_port);
        Add(_address);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var start = await PrepareAsync(parsed);
        await new BrowserInForeground(_screen).RunAsync(start, devTools => TellReady(start, devTools), "nothing will be signed in", cancel);
        return 0;
    }

    private void TellReady(BrowserStart start, string? devTools)
    {
        _screen.Say(
            $"Ready: profile '{start.Profile.Name}', {(start.Automation is { } automation ? $"automation '{automation}'" : "no automation")}, {(devTools is null ? "no DevTools" : $"DevTools at {devTools}")}",
            Tone.Good);
        if (devTools is null && start.Profile.Role == Role.Agent)
        {
            _screen.Note("An agent that connects by DevTools needs --remote-debugging-port, such as 9222.");
        }
    }

    private async Task<BrowserStart> PrepareAsync(ParseResult parsed)
    {
        // Closed again before the browser runs, which may be for weeks.
        await using var vault = await OpenVault.OfThisProcessAsync();
        var profile = await vault.Profiles.FindProfileAsync(parsed.GetRequiredValue(_profile));
        var automation = parsed.GetValue(_automation);
        await vault.Profiles.IdentifyAsync(profile.Id, automation);
        var parts = InstalledParts.OfThisProgram;
        var start = new BrowserStart
        {
            Browser = Browser.Of(profile),
            Profile = profile,
            Extension = parts.RequireExtension(),
            Home = VaultHome.Locate(),
            Automation = automation,
            Headless = parsed.GetValue(_headless),
            DevToolsPort = parsed.GetValue(_port),
            Address = parsed.GetValue(_address),
        };
        RunningBrowser.RefuseIfAny(profile.UserDataDirectory, automation);
        if (!start.Headless && !Display.IsThere)
        {
            throw VaultError.NoDisplay.AsException();
        }

        // Whatever has happened to link and manifest since, they are right when the browser starts.
        new Registration(start.Home, parts).Write(profile);
        return start;
    }

    private static bool IsAddress(string text) =>
        text == "about:blank" || (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp));
}
