using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Sites that show no page: they ask for name and password by HTTP itself.</summary>
public sealed class HttpChallengeTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    [Fact]
    public async Task An_agent_is_signed_in_where_the_site_then_keeps_a_session()
    {
        var site = await sites.OpenAsync("http-once", Fill.Isolated);
        var page = await sites.Agent.Context.NewPageAsync();

        await ManySites.UnseenAsync(site, page, async () =>
        {
            await GoAsync(page, site.Desk);
            await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        });

        await ManySites.ReadsAsync(page, "signed this page in");
        Assert.Equal(site.Desk.ToString(), page.Url);
        Assert.Equal([("signed-in", null)], await sites.OutcomesAsync(site.Origin));
        Assert.Equal(Right, site.Arrivals[0]);
    }

    [Fact]
    public async Task A_site_that_takes_the_password_with_every_request_has_no_session_to_give()
    {
        var site = await sites.OpenAsync("http-always", Fill.Isolated);

        await GoAsync(await sites.Agent.Context.NewPageAsync(), site.Desk);

        Assert.Equal(("session-not-portable", "no-session"), await sites.FirstOutcomeAsync(site.Origin));
    }

    [Fact]
    public async Task A_password_is_not_given_by_HTTP_where_the_owner_wants_it_typed_into_the_page()
    {
        var site = await sites.OpenAsync("http-once");

        await GoAsync(await sites.Agent.Context.NewPageAsync(), site.Desk);

        Assert.Equal(("needs-owner", "asks-by-http"), await sites.FirstOutcomeAsync(site.Origin));
        ManySites.NothingReached(site);
    }

    /// <summary>To the browser it is no page that it was answered with.</summary>
    private static async Task GoAsync(IPage page, Uri address)
    {
        var failure = await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync(address.ToString()));
        Assert.Contains("ERR_INVALID_AUTH_CREDENTIALS", failure.Message, StringComparison.Ordinal);
    }
}
