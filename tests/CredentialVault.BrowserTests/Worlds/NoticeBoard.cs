using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>An agent at the pages of <c>/board</c>, which do not ask to sign in.</summary>
/// <param name="world">Where the sites are.</param>
public sealed class NoticeBoard(ManySites world)
{
    /// <summary>What a page of it shows to who is signed in.</summary>
    public const string WayOut = "button:text-is('Log out')";

    /// <summary>The address of a path of a site.</summary>
    public static string At(TestSite site, string path) => new Uri(site.Address, path).ToString();

    /// <summary>Waits until there is something to be seen on a page.</summary>
    public static async Task SeesAsync(IPage page, string selector) => await page.WaitForSelectorAsync(selector, new() { Timeout = ManySites.Patience });

    /// <summary>The agent is signed in, by the vault, and at a page of the board.</summary>
    public async Task<(TestSite Site, IPage Page)> SignedInAsync(string fill, string path)
    {
        // In its own page an agent is led away from one that anybody may read only where it is known where the form is.
        var site = world.Stranger("form-post");
        await world.LearnAsync(site, fill, more: ["--origin", site.Origin, "--sign-in-url", At(site, "/sign-in")]);
        var page = await world.SignsInAsync(site);
        await page.GotoAsync(At(site, path));
        await SeesAsync(page, WayOut);

        // A session that is gone before the page was looked at was never seen here.
        await Task.Delay(TimeSpan.FromSeconds(1));
        return (site, page);
    }

    /// <summary>The agent opens a page of the board in a new tab.</summary>
    public async Task<IPage> OpenAsync(TestSite site, string path)
    {
        var page = await world.Agent.Context.NewPageAsync();
        await page.GotoAsync(At(site, path));
        return page;
    }

    /// <summary>Waits until so many sign-ins have ended, and shows that all ended signed in and the agent is at a page of the board.</summary>
    public async Task EndedSignedInAsync(TestSite site, IPage page, string path, int times)
    {
        await ManySites.UntilAsync(async () => (await world.OutcomesAsync(site.Origin)).Count >= times);
        Assert.Equal(Enumerable.Repeat(("signed-in", (string?)null), times), await world.OutcomesAsync(site.Origin));
        Assert.Equal(times, site.Arrivals.Count);
        Assert.Equal(At(site, path), page.Url);
    }
}
