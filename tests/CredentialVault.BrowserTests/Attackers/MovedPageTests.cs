using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>A page that is not, or not any more, what the tab shows, while its site is signed in at in the host's own browser.</summary>
public sealed class MovedPageTests(ManySites sites) : IClassFixture<ManySites>
{
    private const string Kept = "() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, [...document.querySelectorAll('input')].map((field) => field.value)])";

    [Fact]
    public async Task A_hostile_page_that_the_tab_goes_to_meanwhile_gets_nothing_and_stays()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie);
        var evil = sites.Stranger("copied", prefix: "evil-");
        var page = await BeginAsync(site);
        var before = new Uri(evil.Address, "/sign-in").ToString();

        await page.GotoAsync(before);
        var kept = await page.EvaluateAsync<string>(Kept);
        await sites.FirstOutcomeAsync(site.Origin);

        Assert.Equal(before, page.Url);
        Assert.Equal(kept, await page.EvaluateAsync<string>(Kept));
        Assert.Empty(evil.Arrivals);
        Assert.DoesNotContain(evil.Texts, text => text.Contains(site.Account.Password, StringComparison.Ordinal));
        Assert.Contains(await sites.Agent.Context.CookiesAsync([site.Desk.ToString()]), cookie => cookie.Name == "session");
    }

    [Fact]
    public async Task A_page_that_is_loaded_ahead_begins_nothing_until_the_tab_shows_it()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie);
        var page = await sites.Agent.Context.NewPageAsync();
        var devTools = await sites.Agent.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Page.enable");
        await devTools.SendAsync("Page.setPrerenderingAllowed", new Dictionary<string, object>(StringComparer.Ordinal) { ["isAllowed"] = true });
        await page.GotoAsync(new Uri(site.Address, "/pages/prerendering").ToString());
        await ManySites.UntilAsync(() => site.Texts.Any(text => text.StartsWith("/sign-in\n", StringComparison.Ordinal)));

        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Empty(site.Arrivals);
        Assert.DoesNotContain(await sites.OutcomesAsync(site.Origin), outcome => outcome.Outcome == "signed-in");

        await page.ClickAsync("a");
        await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task A_page_that_comes_back_from_the_cache_holds_nothing_and_the_site_is_signed_in_at_once()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie);
        var elsewhere = sites.Stranger("framing", prefix: "news-");
        var page = await BeginAsync(site);
        await page.EvaluateAsync("() => addEventListener('pageshow', ({ persisted }) => navigator.sendBeacon('/came-back', String(persisted)))");

        await ManySites.UnseenAsync(site, page, async () =>
        {
            await page.GotoAsync(new Uri(elsewhere.Address, "/pages/framing").ToString());
            await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        });

        Assert.Contains(site.Texts, text => text.StartsWith("/came-back\n", StringComparison.Ordinal) && text.EndsWith("true", StringComparison.Ordinal));
        Assert.Single(site.Arrivals);
        Assert.DoesNotContain(elsewhere.Texts, text => text.Contains(site.Account.Password, StringComparison.Ordinal));
    }

    /// <summary>Opens the signed-out page and waits until the sign-in elsewhere is under way.</summary>
    private async Task<IPage> BeginAsync(TestSite site)
    {
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await ManySites.ReadsAsync(page, "is signing in");
        return page;
    }
}
