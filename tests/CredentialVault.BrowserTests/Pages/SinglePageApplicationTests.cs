using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>A single-page application that shows the end of the session in place.</summary>
public sealed class SinglePageApplicationTests(ManySites sites) : IClassFixture<ManySites>
{
    [Fact]
    public async Task An_agent_goes_on_in_the_same_document_when_its_request_is_answered_with_401()
    {
        var site = await sites.OpenAsync("single-page", openToAll: true);
        var orders = new Uri(site.Address, "/orders?open=1#7");
        var page = await sites.SignsInAsync(site, orders, heading: "Orders");
        await page.EvaluateAsync("() => { window.sameDocument = true; }");

        site.EndSessions();
        await ManySites.UnseenAsync(site, page, async () =>
        {
            await page.ClickAsync("#load");
            // The form may be there for no longer than a moment, so what it sent is what shows that it was.
            await ManySites.UntilAsync(() => site.Arrivals.Count == 2);
            await page.WaitForSelectorAsync("#count:text-is('12 orders')", new() { Timeout = ManySites.Patience });
        });

        Assert.Equal(orders.ToString(), page.Url);
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent), new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
    }

    [Fact]
    public async Task An_agent_that_is_signed_in_out_of_its_sight_goes_on_at_the_same_address()
    {
        var site = await sites.OpenAsync("single-page", Fill.Isolated, openToAll: true);
        var orders = new Uri(site.Address, "/orders?open=1#7");
        var page = await sites.SignsInAsync(site, orders, heading: "Orders");

        site.EndSessions();
        await ManySites.UnseenAsync(site, page, async () =>
        {
            await page.ClickAsync("#load");
            await ManySites.UntilAsync(() => site.Arrivals.Count == 2);
            await page.WaitForSelectorAsync("#count:text-is('12 orders')", new() { Timeout = ManySites.Patience });
        });

        Assert.Equal(orders.ToString(), page.Url);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_goes_on_in_an_application_that_asks_to_sign_in_only_when_it_is_loaded_anew(string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var shell = new Uri(site.Address, "/mail?task=shell");
        var page = await sites.SignsInAsync(site, shell, heading: "Shell");

        site.EndSessions();
        await page.GetByText("Refresh").ClickAsync();

        await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == 2);
        await page.WaitForSelectorAsync("text=Log out", new() { Timeout = ManySites.Patience });
        Assert.Equal(shell.ToString(), page.Url);
        Assert.Equal([("signed-in", null), ("signed-in", null)], await sites.OutcomesAsync(site.Origin));
        Assert.Equal(2, site.Arrivals.Count);
    }

    public static TheoryData<string, string> Routes => Fill.Both("/orders?open=1", "/#/orders");

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_agent_goes_on_where_it_was_in_an_application_that_goes_to_its_sign_in_page_by_itself(string place, string fill)
    {
        var site = await sites.OpenAsync("routed", fill, openToAll: true);
        var page = await sites.SignsInAsync(site, new Uri(site.Address, place));

        await page.ClickAsync("text=Third bill");
        var bill = page.Url;
        site.EndSessions();
        await page.ReloadAsync();
        await ManySites.UntilAsync(() => site.Arrivals.Count == 2);
        await sites.ArrivesAsync(site, page, "Desk", new Uri(bill));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_agent_goes_on_at_the_link_that_it_clicked_where_nothing_was_seen_there_before_it_had_to_sign_in(string place, string fill)
    {
        var site = await sites.OpenAsync("routed", fill, openToAll: true);
        var page = await sites.SignsInAsync(site, new Uri(site.Address, place));

        site.EndSessions();
        await page.ClickAsync("text=Third bill");

        await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == 2);
        await sites.ArrivesAsync(site, page, "Desk", new Uri(site.Address, place.Contains('#', StringComparison.Ordinal) ? "/#/bills/3" : "/bills/3"));
        Assert.Equal([("signed-in", null), ("signed-in", null)], await sites.OutcomesAsync(site.Origin));
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_more_than_twice_in_an_application_that_loads_before_it_asks_and_sorts_its_page_itself(string fill)
    {
        var site = await sites.OpenAsync("sorted", fill, openToAll: true);
        var page = await sites.SignsInAsync(site, new Uri(site.Address, "/orders"), arrivesAt: new Uri(site.Address, "/orders?sort=name"));

        for (var times = 2; times <= 3; times++)
        {
            site.EndSessions();
            await page.ReloadAsync();
            await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == times);
            await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        }

        Assert.All(await sites.OutcomesAsync(site.Origin), outcome => Assert.Equal(("signed-in", null), outcome));
    }
}
