using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Pages that ask somebody who is signed in for the password once more.</summary>
public sealed class ConfirmingTests(ManySites sites) : IClassFixture<ManySites>
{
    private const string Inside = "h1:text-is('Safe')";

    [Fact]
    public async Task An_agent_goes_on_with_a_fresh_session_where_the_password_is_asked_for_once_more()
    {
        var (site, page) = await SignedInAsync(Fill.Isolated);

        await OpenSafeAsync(site, page);

        await page.WaitForSelectorAsync(Inside, new() { Timeout = ManySites.Patience });
        Assert.Empty(site.Confirmations);
        Assert.Equal(2, site.Arrivals.Count);
    }

    [Fact]
    public async Task An_agent_goes_on_where_the_password_is_typed_once_more_into_its_own_page()
    {
        var (site, page) = await SignedInAsync(Fill.InPage);

        await ManySites.UnseenAsync(site, page, async () =>
        {
            await OpenSafeAsync(site, page);
            await page.WaitForSelectorAsync(Inside, new() { Timeout = ManySites.Patience });
        });

        Assert.Equal([Given.Right], site.Confirmations);
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task A_site_that_wants_it_within_the_session_gets_no_other()
    {
        var (site, page) = await SignedInAsync(Fill.Isolated);
        site.ConfirmsWithin = true;

        await OpenSafeAsync(site, page);

        await ManySites.ReadsAsync(page, "cannot be handed over");
        Assert.Empty(site.Confirmations);
        await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == 2);
        Assert.Equal(("session-not-portable", "still-signed-out"), (await sites.OutcomesAsync(site.Origin))[1]);
    }

    private async Task<(TestSite Site, IPage Page)> SignedInAsync(string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        return (site, await sites.SignsInAsync(site));
    }

    private static Task<IResponse?> OpenSafeAsync(TestSite site, IPage page)
    {
        site.LetSessionsAge();
        return page.GotoAsync(new Uri(site.Address, "/safe").ToString());
    }
}
