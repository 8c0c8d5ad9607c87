using Microsoft.Playwright;

namespace CredentialVault.Testing;

/// <summary>A profile's browser, started by the owner's command line and driven over DevTools as agents do.</summary>
public sealed class AgentBrowser : IAsyncDisposable
{
    private readonly Launch _launch;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private AgentBrowser(Launch launch, IPlaywright playwright, IBrowser browser)
    {
        _launch = launch;
        _playwright = playwright;
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
        var launch = await Launch.StartAsync(owner, command, environment);
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.ConnectOverCDPAsync(launch.DevTools.ToString(), new() { Timeout = (float)Launch.StartTime.TotalMilliseconds });
            return new AgentBrowser(launch, playwright, browser);
        }
        catch
        {
            await launch.DisposeAsync();
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Ends the browser as a person would who closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _launch.DisposeAsync();
    }
}
