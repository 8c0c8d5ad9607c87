using System.Collections.Concurrent;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using CredentialVault.Vaults;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>Who is at work at a site does not wait for the start of a browser when the session there ends.</summary>
public sealed class ReadyBrowserTests : IAsyncLifetime
{
    private const string WayOut = "button:text-is('Log out')";

    // One each: what is ready for one test would be seen by the other.
    private readonly ManySites _world = new();

    private DirectoryInfo Homes => new(new VaultHome(_world.Owner.VaultHome).SignInBrowsers);

    public Task InitializeAsync() => _world.InitializeAsync();

    public Task DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_agent_at_work_is_signed_in_again_in_a_browser_that_was_ready()
    {
        var site = await _world.OpenAsync("form-post", Fill.Isolated);
        var page = await _world.SignsInAsync(site);
        await page.GotoAsync(new Uri(site.Address, "/board/topics/1").ToString());
        await page.WaitForSelectorAsync(WayOut, new() { Timeout = ManySites.Patience });
        var ready = await ReadyAsync();
        var started = new ConcurrentQueue<string>();
        using var watcher = new FileSystemWatcher(Homes.FullName);
        watcher.Created += (_, made) => started.Enqueue(made.Name!);
        watcher.EnableRaisingEvents = true;

        site.EndSessions();
        await page.ReloadAsync();
        await page.WaitForSelectorAsync(WayOut, new() { Timeout = ManySites.Patience });

        Assert.Empty(started);
        await ManySites.UntilAsync(() => !Directory.Exists(ready));
        Assert.Equal(2, site.Arrivals.Count);

        // And the next one is there when it ends again.
        Assert.NotEqual(ready, await ReadyAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task One_is_ready_when_the_browser_of_an_agent_has_just_started()
    {
        const string Night = "night";
        await _world.Owner.DoAsync(["profile", "add", Night, "--user-data-dir", _world.Owner.UserDataDirectory(Night)]);
        await _world.Owner.DoAsync(
            ["credential", "add", "--label", "Shop", "--origin", "https://shop.example", "--username", "packer", "--password-env", "P", "--attach", $"profile:{Night}"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = "correct horse" });

        await using var agent = await AgentBrowser.StartAsync(_world.Owner, Night);

        await ReadyAsync();
    }

    [Fact]
    public async Task None_is_ready_for_an_agent_whose_passwords_are_typed_into_its_own_pages()
    {
        var site = await _world.OpenAsync("form-post", Fill.InPage);
        var page = await _world.SignsInAsync(site);
        await page.GotoAsync(new Uri(site.Address, "/board/topics/1").ToString());
        await page.WaitForSelectorAsync(WayOut, new() { Timeout = ManySites.Patience });

        await Task.Delay(TimeSpan.FromSeconds(5));

        Assert.True(!Homes.Exists || Homes.GetDirectories().Length == 0);
    }

    /// <summary>The private directory of the browser that is ready; that of a sign-in goes at once.</summary>
    private async Task<string> ReadyAsync()
    {
        var last = "";
        await ManySites.UntilAsync(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var now = Homes.Exists && Homes.GetDirectories() is [var only] ? only.FullName : "";
            var stays = now.Length > 0 && now == last;
            last = now;
            return stays;
        });
        return last;
    }
}
