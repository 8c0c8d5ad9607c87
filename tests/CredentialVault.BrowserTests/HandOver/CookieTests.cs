using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.HandOver;

/// <summary>Sessions that are cookies, of every make, and others that are in their way.</summary>
public sealed class CookieTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly TimeSpan LongerThanAnAnswer = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(SessionPlace.DomainCookie)]
    [InlineData(SessionPlace.StrictCookie)]
    [InlineData(SessionPlace.HostCookie)]
    [InlineData(SessionPlace.PartitionedCookie)]
    [InlineData(SessionPlace.BrowsersCookie)]
    public async Task An_agent_goes_on_where_it_was_with_a_session_in_a(SessionPlace place)
    {
        var site = await sites.OpenAsync("form-post", place);
        await sites.SignsInAsync(site, new Uri(site.Address, "/orders/7?open=1"));
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task A_stale_cookie_at_a_longer_path_does_not_stand_in_the_way_of_the_session()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie);
        var orders = new Uri(site.Address, "/orders/7");
        await sites.Agent.Context.AddCookiesAsync([new() { Name = "session", Value = "stale", Domain = orders.Host, Path = "/orders" }]);

        await sites.SignsInAsync(site, orders);

        Assert.DoesNotContain(await CookiesAsync(site), cookie => cookie.Value == "stale");
    }

    [Fact]
    public async Task Cookies_that_are_not_of_the_session_stay()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie);
        await sites.Agent.Context.AddCookiesAsync(
        [
            new() { Name = "basket", Value = "17", Domain = site.Desk.Host, Path = "/" },
            new() { Name = "session", Value = "of-another-host", Domain = "news." + site.Desk.Host, Path = "/" },
        ]);

        await sites.SignsInAsync(site);

        Assert.Contains(await CookiesAsync(site), cookie => cookie is { Name: "basket", Value: "17" });
        Assert.Contains(await sites.Agent.Context.CookiesAsync(), cookie => cookie.Value == "of-another-host");
    }

    [Fact]
    public async Task An_answer_to_what_the_signed_out_page_had_asked_does_not_end_the_session()
    {
        var site = await sites.OpenAsync("late-answer", SessionPlace.StrictCookie);
        var page = await sites.SignsInAsync(site);

        site.AnswerLate();
        await Task.Delay(LongerThanAnAnswer);
        Assert.DoesNotContain(await CookiesAsync(site), cookie => cookie.Value == "nobody");
        // Asked by a page that is there, it does what is feared.
        await page.EvaluateAsync("() => fetch('/late')");
        Assert.Contains(await CookiesAsync(site), cookie => cookie.Value == "nobody");
    }

    private async Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync(TestSite site) =>
        await sites.Agent.Context.CookiesAsync([site.Desk.ToString()]);
}
