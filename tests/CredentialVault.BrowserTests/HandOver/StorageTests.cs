using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.HandOver;

/// <summary>Sessions that scripts keep in the browser.</summary>
public sealed class StorageTests(ManySites sites) : IClassFixture<ManySites>
{
    /// <summary>The pages check all of what they had stored, its types too, before they take anybody for signed in.</summary>
    [Theory]
    [InlineData("local-storage")]
    [InlineData("session-storage")]
    [InlineData("database")]
    [InlineData("three-megabytes")]
    public async Task An_agent_goes_on_where_it_was_with_a_token_in(string kind)
    {
        var site = await sites.OpenAsync(kind, SessionPlace.Token);
        await sites.SignsInAsync(site, new Uri(site.Address, "/orders?open=1#7"));
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task A_session_bound_to_a_key_that_cannot_leave_its_browser_is_not_handed_over()
    {
        var site = await sites.OpenAsync("bound-key", SessionPlace.Token);

        var page = await sites.ReadsAsync(site.Desk, "cannot");

        Assert.Equal([("session-not-portable", "storage-not-readable")], await sites.OutcomesAsync(site.Origin));
        Assert.True(await page.EvaluateAsync<bool>("async () => (await get()) === null"));
    }

    [Fact]
    public async Task An_application_that_keeps_the_password_and_shows_itself_before_it_asks_for_it_is_not_signed_in_over_and_over()
    {
        var site = await sites.OpenAsync("shows-itself-first", Fill.Isolated, openToAll: true);

        await sites.ReadsAsync(site.Desk, "cannot be handed over");

        Assert.Equal([("session-not-portable", "still-signed-out")], await sites.OutcomesAsync(site.Origin));
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task A_session_that_only_the_page_holds_is_not_handed_over()
    {
        var site = await OpenInMemoryAsync(Fill.Isolated);

        await sites.ReadsAsync(site.Desk, "keeps none outside its page");

        Assert.Equal([("session-not-portable", "no-session")], await sites.OutcomesAsync(site.Origin));
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task An_agent_has_a_session_that_only_its_page_holds_where_the_owner_lets_that_be_filled()
    {
        var site = await OpenInMemoryAsync(Fill.InPage);
        await sites.SignsInAsync(site, arrivesAt: new Uri(site.Address, "/log"));
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task An_agent_gets_a_session_bound_to_a_key_where_the_owner_lets_its_own_page_be_filled()
    {
        var site = await sites.OpenAsync("bound-key", SessionPlace.Token, Fill.InPage);
        await sites.SignsInAsync(site);
        Assert.Single(site.Arrivals);
    }

    private async Task<TestSite> OpenInMemoryAsync(string fill)
    {
        var site = sites.Server.Open(sites.NameOf("in-memory"), "in-memory", SessionPlace.Token);
        await sites.LearnAsync(site, fill);
        return site;
    }
}
