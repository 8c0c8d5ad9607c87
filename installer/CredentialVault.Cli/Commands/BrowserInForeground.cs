using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Browsers.Linux;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.Profiles;

namespace CredentialVault.Cli.Commands;

/// <summary>A profile's browser as <c>launch</c> and <c>setup</c> run it: until it is closed, or the command is ended.</summary>
/// <param name="screen">Where is told what there is to tell.</param>
internal sealed class BrowserInForeground(Screen screen)
{
    private static readonly TimeSpan GreetingTime = TimeSpan.FromSeconds(10);

    /// <summary>Runs it. Ready is when the extension has reached the host, not only when there is a browser.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="ready">Tells that it is ready, given where DevTools are, or null without.</param>
    /// <param name="unheard">What follows from the extension not having reached the host.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="VaultException"><c>profile-busy</c>, <c>port-taken</c>, <c>authority-invalid</c>, <c>authorities-not-written</c>, <c>browser-failed</c>.</exception>
    public async Task RunAsync(BrowserStart start, Action<string?> ready, string unheard, CancellationToken cancel)
    {
        using var browser = BrowserProcess.Start(start);
        using var signals = new EndSignals(browser.AskToEnd);
        if (BrowserStart.WithoutSandbox)
        {
            screen.Note("Running as root, so the browser runs without its sandbox; better use an ordinary user.", Tone.Doubtful);
        }

        if (await start.Browser.ReadVersionAsync(cancel) is { } version && Browser.IgnoresUnpackedExtensions(version))
        {
            screen.Note($"{version} ignores unpacked extensions, so {unheard}: use Chromium or Chrome for Testing (--browser).", Tone.Doubtful);
        }

        if (start is { Profile.Role: Role.Owner, DevToolsPort: not null })
        {
            screen.Note("This is an owner's profile: whoever reaches the port can change which credentials there are and who may use them.", Tone.Doubtful);
        }

        var devTools = await browser.WaitUntilReadyAsync(cancel);
        var heard = await HearAsync(start.Profile, browser, cancel);
        if (browser.HasEnded)
        {
            return;
        }

        if (!heard)
        {
            screen.Note($"The extension has not reached the host yet, so {unheard}; 'credential-vault doctor' finds out why.", Tone.Doubtful);
        }

        ready(devTools);
        await browser.WaitForEndAsync(cancel);
    }

    private static async Task<bool> HearAsync(Profile profile, BrowserProcess browser, CancellationToken cancel)
    {
        // Closed again while the browser runs, which may be for weeks.
        await using var vault = await OpenVault.OfThisProcessAsync();
        return await Greeting.WaitAsync(vault, profile, browser, GreetingTime, cancel) is not null;
    }
}
