using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Sites that show nowhere how to sign out: that one is signed in shows only where they asked before and do not any more.</summary>
public sealed class HiddenWayOutTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly (string, string?) SignedIn = ("signed-in", null);

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_more_than_twice_where_the_site_asks_no_more_at_the_page_that_was_wanted(string fill)
    {
        var site = await OpenAsync(fill);

        await IsSignedInThriceAsync(site);
    }

    [Fact]
    public async Task An_agent_is_signed_in_more_than_twice_where_an_application_shows_nothing_for_seconds()
    {
        var site = await OpenAsync(Fill.InPage);
        site.LoadsSlowly = true;

        await IsSignedInThriceAsync(site);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_more_than_twice_where_a_page_that_a_form_led_to_is_loaded_anew(string fill)
    {
        var site = await OpenAsync(fill);
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        for (var time = 1; time <= 3; time++)
        {
            await IsSignedInAsync(site, page, time);
            site.EndSessions();
            await page.ReloadAsync();
        }

        await IsSignedInAsync(site, page, 4);
        Assert.Equal(Enumerable.Repeat(SignedIn, 4), await sites.OutcomesAsync(site.Origin));
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_where_an_application_leads_on_to_a_view_below_the_page_that_was_wanted(string fill)
    {
        var site = sites.Stranger("form-post", prefix: "led-on-");
        (site.HidesWayOut, site.LeadsOnToView) = (true, true);
        await sites.LearnAsync(site, fill, more: ["--origin", site.Origin, "--sign-in-url", site.Desk.ToString()]);
        var page = await sites.Agent.Context.NewPageAsync();

        await page.GotoAsync(site.Desk.ToString());

        await IsSignedInAsync(site, page, 1);
        Assert.Equal(site.Desk + "/today", page.Url);
        Assert.Equal([SignedIn], await sites.OutcomesAsync(site.Origin));
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_more_than_twice_where_an_application_goes_back_in_the_same_document(string fill)
    {
        var site = await sites.OpenAsync("hash-routed", fill, openToAll: true);
        for (var time = 1; time <= 3; time++)
        {
            var page = await sites.Agent.Context.NewPageAsync();
            await page.GotoAsync(new Uri(site.Address, "/#/orders").ToString());
            await IsSignedInAsync(site, page, time);
            Assert.Equal(new Uri(site.Address, "/#/orders").ToString(), page.Url);
            site.EndSessions();
            await page.CloseAsync();
        }

        Assert.Equal(Enumerable.Repeat(SignedIn, 3), await sites.OutcomesAsync(site.Origin));
    }

    [Fact]
    public async Task An_agent_that_goes_on_before_it_is_known_whether_it_is_signed_in_is_not_called_back()
    {
        var site = await OpenAsync(Fill.InPage);
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await page.GetByText("Shelf").ClickAsync(new() { Timeout = ManySites.Patience });
        await page.EvaluateAsync("() => document.title = 'Left alone'");

        await IsSignedInAsync(site, page, 1);

        Assert.Equal(new Uri(site.Address, "/shelf").ToString(), page.Url);
        Assert.Equal("Left alone", await page.TitleAsync());
    }

    [Fact]
    public async Task A_page_that_never_asked_shows_nothing_of_a_password_that_was_given_elsewhere()
    {
        var site = await OpenAsync(Fill.InPage);
        var page = await sites.Agent.Context.NewPageAsync();
        for (var time = 1; time <= 2; time++)
        {
            await OpenTheFormAsync(site, page);
            await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == time);
            site.EndSessions();
        }

        await OpenTheFormAsync(site, page);

        await ManySites.ReadsAsync(page, "as often within the hour as is allowed");
        Assert.Equal(2, site.Arrivals.Count);
    }

    private static async Task OpenTheFormAsync(TestSite site, IPage page)
    {
        await page.GotoAsync(new Uri(site.Address, "/board/rules").ToString());
        await page.GotoAsync(new Uri(site.Address, "/sign-in").ToString());
    }

    private async Task IsSignedInThriceAsync(TestSite site)
    {
        var page = await sites.Agent.Context.NewPageAsync();
        for (var time = 1; time <= 3; time++)
        {
            await page.GotoAsync(site.Desk.ToString());
            await IsSignedInAsync(site, page, time);
            site.EndSessions();
        }

        Assert.Equal([SignedIn, SignedIn, SignedIn], await sites.OutcomesAsync(site.Origin));
    }

    private async Task IsSignedInAsync(TestSite site, IPage page, int time)
    {
        await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == time);
    }

    private async Task<TestSite> OpenAsync(string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        site.HidesWayOut = true;
        return site;
    }
}
