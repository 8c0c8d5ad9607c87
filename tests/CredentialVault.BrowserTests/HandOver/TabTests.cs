using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.HandOver;

/// <summary>What else of the site is in the agent's browser.</summary>
public sealed class TabTests(ManySites sites) : IClassFixture<ManySites>
{
    [Fact]
    public async Task Three_tabs_go_on_where_each_was_after_one_sign_in()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.HostCookie);
        Uri[] wanted = [site.Desk, new(site.Address, "/orders?open=1"), new(site.Address, "/bills/3")];

        var pages = await Task.WhenAll(wanted.Select(async address =>
        {
            var page = await sites.Agent.Context.NewPageAsync();
            await page.GotoAsync(address.ToString());
            return page;
        }));
        await Task.WhenAll(pages.Select(page => page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience })));

        Assert.Equal(wanted.Select(address => address.ToString()), pages.Select(page => page.Url), StringComparer.Ordinal);
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task A_service_worker_that_keeps_the_signed_out_page_does_not_keep_the_agent_signed_out()
    {
        var site = sites.Server.Open(sites.NameOf("service-worker"), "service-worker", SessionPlace.StrictCookie, asksInPlace: true);
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await page.EvaluateAsync("() => navigator.serviceWorker.ready");
        await page.ReloadAsync();
        var asked = TimesAsked(site);
        await page.ReloadAsync();
        Assert.Equal(asked, TimesAsked(site));
        await page.CloseAsync();

        await sites.LearnAsync(site, Fill.Isolated);
        page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });

        await ManySites.ReadsAsync(page, "signed this page in");
        Assert.Equal(site.Desk.ToString(), page.Url);
        Assert.Single(site.Arrivals);
    }

    private static int TimesAsked(TestSite site) => site.Texts.Count(text => text.StartsWith("/desk\n", StringComparison.Ordinal));
}
