using System.Diagnostics;
using System.Globalization;
using CredentialVault.Profiles;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;

namespace CredentialVault.SignInTests.Agents;

/// <summary>Who is at work at a site does not wait for the start of a browser when the session there ends.</summary>
public sealed class ReadyBrowserTests
{
    private static readonly Presentation OfAnAgent = new() { UserAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0.0.0", Brands = [new("Chromium", "130")], FullVersions = [], TimeZone = "Asia/Tokyo", Width = 900, Height = 700 };

    [Fact]
    public async Task A_browser_that_is_ready_is_the_one_that_signs_in()
    {
        await using var host = await HostOfAProfile.StartAsync(browsersAtATime: 1);
        var site = await host.OpenSiteAsync("shop");
        Assert.Equal(ReadyBrowser.KeepTime, await MakeReadyAsync(host, site));
        var ready = await HomeOfOnlyBrowserAsync(host);
        List<string> homes = [];
        using var watching = new FileSystemWatcher(host.Owner.Vault.Home.SignInBrowsers);
        watching.Created += (_, made) => homes.Add(made.Name!);
        watching.EnableRaisingEvents = true;
        var tab = host.Tab(site);

        await tab.BeginAsync(presentation: OfAnAgent);
        Assert.IsType<Step.HandOver>(await tab.WaitAsync());
        await tab.ReportAsync(AgentTab.SignedIn);

        Assert.Single(site.Posted);
        Assert.Equal(OfAnAgent.UserAgent, site.Requests.Last().UserAgent.ToString());
        Assert.Empty(homes);
        Assert.False(Directory.Exists(ready));
    }

    [Fact]
    public async Task A_browser_that_is_ready_presents_itself_as_the_agents_does()
    {
        // Chromium, with or without the vault, may run the first script of a new process before it has told it of its window, of which all outer sizes are 0 until then.
        const string Tell = """
            <script>
              const tell = () => outerWidth === 0 ? setTimeout(tell, 10) : fetch('/told', {
                method: 'POST',
                body: [navigator.userAgent, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth, innerHeight, outerWidth].join('|'),
              });
              tell();
            </script>
            """;
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop", tell: Tell);
        await MakeReadyAsync(host, site);
        await HomeOfOnlyBrowserAsync(host);
        var tab = host.Tab(site);

        await tab.BeginAsync(presentation: OfAnAgent);
        Assert.IsType<Step.HandOver>(await tab.WaitAsync());

        Assert.Contains($"{OfAnAgent.UserAgent}|Asia/Tokyo|900|700|900", site.Posted, StringComparer.Ordinal);
    }

    [Fact]
    public async Task One_is_ready_for_an_agent_that_has_not_gone_anywhere_yet()
    {
        await using var host = await HostOfAProfile.StartAsync();
        Assert.Null(await host.SignIns.Isolated.MakeReadyAsync(Agent(host), origin: null));
        await host.OpenSiteAsync("shop");

        Assert.Equal(ReadyBrowser.KeepTime, await host.SignIns.Isolated.MakeReadyAsync(Agent(host), origin: null));
        await HomeOfOnlyBrowserAsync(host);
    }

    [Fact]
    public async Task A_browser_that_died_while_it_was_ready_is_not_missed()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        await MakeReadyAsync(host, site);
        await KillAsync(await HomeOfOnlyBrowserAsync(host));
        var tab = host.Tab(site);

        await tab.BeginAsync(presentation: OfAnAgent);

        Assert.IsType<Step.HandOver>(await tab.WaitAsync());
    }

    [Fact]
    public async Task Only_so_many_are_ready_at_a_time_over_all_hosts_and_none_outlives_its_host()
    {
        await using var host = await HostOfAProfile.StartAsync(browsersAtATime: 1);
        var site = await host.OpenSiteAsync("shop");
        var another = await host.StartAnotherAsync(browsersAtATime: 1);
        await MakeReadyAsync(host, site);
        await HomeOfOnlyBrowserAsync(host);

        await another.Isolated.MakeReadyAsync(Agent(host), site.Origin);
        await MakeReadyAsync(host, site);
        Assert.Equal(1, host.Browsers);

        await host.SignIns.DisposeAsync();
        Assert.Equal(0, host.Browsers);
        await another.Isolated.MakeReadyAsync(Agent(host), site.Origin);
        await HomeOfOnlyBrowserAsync(host);
    }

    [Fact]
    public async Task None_is_ready_for_a_site_where_nobody_is_signed_in_that_way()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var stranger = await host.Owner.Vault.Profiles.AddProfileAsync("night", Role.Agent, Path.Combine(host.Owner.Folder, "night"));

        Assert.Null(await host.SignIns.Isolated.MakeReadyAsync(new Caller(stranger, null), site.Origin));
        Assert.Null(await host.SignIns.Isolated.MakeReadyAsync(Agent(host), "https://elsewhere.example"));
        Assert.Null(await host.SignIns.Isolated.MakeReadyAsync(Agent(host), "no origin"));

        Assert.Equal(0, host.Browsers);
    }

    private static async Task KillAsync(string home)
    {
        string? browser;
        while ((browser = Directory.GetDirectories("/proc").FirstOrDefault(process => IsBrowserIn(home, CommandLine(process)))) is null)
        {
            await Task.Delay(20);
        }

        Process.GetProcessById(int.Parse(Path.GetFileName(browser), CultureInfo.InvariantCulture)).Kill();
    }

    /// <summary>Its first process is the one that has no type; before, there is the shell that becomes it.</summary>
    private static bool IsBrowserIn(string home, string line) =>
        line.Contains($"--user-data-dir={home}/", StringComparison.Ordinal) && !line.Contains("--type=", StringComparison.Ordinal) && !line.Contains("exec", StringComparison.Ordinal);

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(process + "/cmdline");
        }
        catch (IOException)
        {
            // No process, or gone.
            return "";
        }
    }

    private static Caller Agent(HostOfAProfile host) => new(host.Owner.Profile, null);

    private static Task<TimeSpan?> MakeReadyAsync(HostOfAProfile host, SmallSite site) => host.SignIns.Isolated.MakeReadyAsync(Agent(host), site.Origin);

    private static async Task<string> HomeOfOnlyBrowserAsync(HostOfAProfile host)
    {
        while (host.Browsers == 0)
        {
            await Task.Delay(20);
        }

        return Assert.Single(Directory.GetDirectories(host.Owner.Vault.Home.SignInBrowsers));
    }
}
