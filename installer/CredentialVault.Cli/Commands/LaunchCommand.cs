using System.CommandLine;
using System.Globalization;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Browsers.Linux;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.SignIn.Chromium;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>launch</c>: runs a profile's browser in the foreground.</summary>
internal sealed class LaunchCommand : Command
{
    private const int MostPort = 65535;

    private readonly Option<string> _profile = new("--profile") { HelpName = "NAME", Description = "The profile.", Required = true };
    private readonly Option<string?> _automation = new("--automation") { HelpName = "NAME", Description = "The automation that the browser is for." };
    private readonly Option<bool> _headless = new("--headless") { Description = "Without a window." };
    private readonly Option<int?> _port = new("--remote-debugging-port") { HelpName = "N", Description = "Let an agent connect by DevTools on 127.0.0.1; 0 takes any free port." };
    private readonly Argument<string?> _address = new("URL") { Description = "The first page (default: an empty one).", Arity = ArgumentArity.ZeroOrOne };
    private static readonly TimeSpan GreetingTime = TimeSpan.FromSeconds(10);

    private readonly Screen _screen;

    public LaunchCommand(Screen screen)
        : base("launch", "Run a profile's browser until it is closed.")
    {
        _screen = screen;
        _port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= MostPort))
            {
                result.AddError("--remote-debugging-port needs a number from 0 to 65535.");
            }
        });
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
        if (BrowserStart.WithoutSandbox)
        {
            _screen.Note("Running as root, so the browser runs without its sandbox; better use an ordinary user.", Tone.Doubtful);
        }

        if (await start.Browser.ReadVersionAsync(cancel) is { } version && Browser.IgnoresUnpackedExtensions(version))
        {
            _screen.Note($"{version} ignores unpacked extensions, so nothing will be signed in: use Chromium or Chrome for Testing (--browser).", Tone.Doubtful);
        }

        using var browser = BrowserProcess.Start(start);
        using var signals = new EndSignals(browser.AskToEnd);
        var devTools = await browser.WaitUntilReadyAsync(cancel);
        var heard = await HearAsync(start.Profile, browser, cancel);
        if (browser.HasEnded)
        {
            return 0;
        }

        if (!heard)
        {
            _screen.Note("The extension has not reached the host yet, so nothing will be signed in; 'credential-vault doctor' finds out why.", Tone.Doubtful);
        }

        _screen.Say(
            $"Ready: profile '{start.Profile.Name}', {(start.Automation is { } automation ? $"automation '{automation}'" : "no automation")}, {(devTools is null ? "no DevTools" : $"DevTools at {devTools}")}",
            Tone.Good);
        if (devTools is null)
        {
            _screen.Note("An agent that connects by DevTools needs --remote-debugging-port, such as 9222.");
        }

        await browser.WaitForEndAsync(cancel);
        return 0;
    }

    /// <summary>Ready is when the extension watches the pages, not only when there is a browser.</summary>
    private static async Task<bool> HearAsync(Profile profile, BrowserProcess browser, CancellationToken cancel)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        return await Greeting.WaitAsync(vault, profile, browser, GreetingTime, cancel) is not null;
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

        // Whatever has happened to link, manifest and authorities since, they are right when the browser starts.
        new Registration(start.Home, parts).Write(profile);
        if (profile.CertificateAuthority is { } authorities)
        {
            TrustedAuthorities.Write(profile.UserDataDirectory, authorities);
        }

        return start;
    }

    private static bool IsAddress(string text) =>
        text == "about:blank" || (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp));
}
