using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CredentialVault.Testing;

/// <summary>A profile's browser, started by the owner's command line and driven over DevTools as agents do.</summary>
public sealed partial class AgentBrowser : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    private readonly Process _launch;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private AgentBrowser(Process launch, IPlaywright playwright, IBrowser browser, Uri devTools)
    {
        _launch = launch;
        _playwright = playwright;
        _browser = browser;
        DevTools = devTools;
    }

    /// <summary>Where the browser takes DevTools commands.</summary>
    public Uri DevTools { get; }

    /// <summary>The browser as an agent's program sees it.</summary>
    public IBrowser Browser => _browser;

    /// <summary>The default context, the only one that extensions run in.</summary>
    public IBrowserContext Context => _browser.Contexts[0];

    /// <summary>The first tab.</summary>
    public IPage Page => Context.Pages[0];

    /// <summary>Starts the browser of a profile.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="automation">The automation, or null.</param>
    public static Task<AgentBrowser> StartAsync(Owner owner, string profile, string? automation = null)
    {
        List<string> arguments = ["launch", "--profile", profile];
        if (automation is not null)
        {
            arguments.AddRange(["--automation", automation]);
        }

        return StartAsync(owner, arguments);
    }

    /// <summary>Starts the browser that a command starts, without a window and with a port for DevTools.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="command">The command, such as <c>launch</c> with its profile.</param>
    /// <param name="environment">Environment variables, or null for those of the tests.</param>
    public static async Task<AgentBrowser> StartAsync(Owner owner, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var launch = owner.Start([.. command, "--headless", "--remote-debugging-port", "0"], environment);
        var playwright = await Playwright.CreateAsync();
        try
        {
            _ = launch.StandardError.ReadToEndAsync();
            var devTools = await ReadAddressAsync(launch).WaitAsync(StartTime);
            _ = launch.StandardOutput.ReadToEndAsync();
            var browser = await playwright.Chromium.ConnectOverCDPAsync(devTools.ToString(), new() { Timeout = (float)StartTime.TotalMilliseconds });
            return new AgentBrowser(launch, playwright, browser, devTools);
        }
        catch
        {
            await EndAsync(launch);
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Ends the browser as a person would who closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await EndAsync(_launch);
    }

    private static async Task EndAsync(Process launch)
    {
        if (!launch.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", launch.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await term.WaitForExitAsync();
            await launch.WaitForExitAsync().WaitAsync(StartTime);
        }

        launch.Dispose();
    }

    private static async Task<Uri> ReadAddressAsync(Process launch)
    {
        while (await launch.StandardOutput.ReadLineAsync() is { } line)
        {
            if (AddressPattern().Match(line) is { Success: true } match)
            {
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("The browser ended before it could be driven.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();
}
