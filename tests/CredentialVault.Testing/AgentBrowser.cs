using System.Diagnostics;
using Microsoft.Playwright;

namespace CredentialVault.Testing;

/// <summary>A profile's browser, started by the owner's command line and driven over DevTools as agents do.</summary>
public sealed class AgentBrowser : IAsyncDisposable
{
    private const string SetUpAddress = "/setup.html";
    private const int MomentMilliseconds = 20;

    private readonly Launch _launch;
    private readonly IBrowser _browser;

    private AgentBrowser(Launch launch, IBrowser browser)
    {
        _launch = launch;
        _browser = browser;
    }

    /// <summary>Where the browser takes DevTools commands.</summary>
    public Uri DevTools => _launch.DevTools;

    /// <summary>The browser as an agent's program sees it.</summary>
    public IBrowser Browser => _browser;

    /// <summary>The default context, the only one that extensions run in.</summary>
    public IBrowserContext Context => _browser.Contexts[0];

    /// <summary>The first tab.</summary>
    public IPage Page => Context.Pages[0];

    /// <summary>The tab of the set-up page.</summary>
    public IPage SetUpPage => Context.Pages.Single(page => page.Url.EndsWith(SetUpAddress, StringComparison.Ordinal));

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

    /// <summary>Starts the owner's browser on the set-up page, which comes a moment after the extension has reached the host.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="environment">Environment variables, or null for those of the tests.</param>
    public static Task<AgentBrowser> StartSetUpAsync(Owner owner, IReadOnlyDictionary<string, string>? environment = null) =>
        StartAsync(owner, ["setup"], environment, SetUpAddress);

    /// <summary>Starts the browser that a command starts, without a window and with a port for DevTools.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="command">The command, such as <c>launch</c> with its profile.</param>
    /// <param name="environment">Environment variables, or null for those of the tests.</param>
    /// <param name="shows">The end of an address that a tab of it shows before it is driven; null for any.</param>
    public static async Task<AgentBrowser> StartAsync(
        Owner owner, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null, string? shows = null)
    {
        var launch = await Launch.StartAsync(owner, command, environment);
        try
        {
            // Whoever comes while the browser opens its tab may never be told of it.
            if (shows is not null)
            {
                await launch.ShowsAsync(shows);
            }

            var playwright = await PlaywrightDriver.GetAsync();
            var browser = await playwright.Chromium.ConnectOverCDPAsync(launch.DevTools.ToString(), new() { Timeout = (float)Launch.StartTime.TotalMilliseconds });
            var started = new AgentBrowser(launch, browser);
            if (shows is not null)
            {
                await started.ShowsAsync(shows);
            }

            return started;
        }
        catch
        {
            await launch.DisposeAsync();
            throw;
        }
    }

    /// <summary>A tab is said to show what it is just going to: until it does, it has another address.</summary>
    private async Task ShowsAsync(string address)
    {
        for (var wait = Stopwatch.StartNew(); !Context.Pages.Any(page => page.Url.EndsWith(address, StringComparison.Ordinal)); await Task.Delay(MomentMilliseconds))
        {
            if (wait.Elapsed > Launch.StartTime)
            {
                throw new TimeoutException($"No tab came to show {address}: {string.Join(", ", Context.Pages.Select(page => page.Url))}.");
            }
        }
    }

    /// <summary>Ends the browser as a person would who closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        await _launch.DisposeAsync();
    }
}
