using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>An application that lets an OpenID Connect provider of another site sign its visitors in.</summary>
public sealed class SingleSignOnTests(ManySites sites) : IClassFixture<ManySites>
{
    /// <summary>The provider's own session.</summary>
    private const string ProviderSession = "_session";

    [Theory]
    [InlineData(Fill.Isolated)]
    [InlineData(Fill.InPage)]
    public async Task An_agent_is_signed_in_to_the_application_and_out_of_its_sight_not_to_the_provider(string fill)
    {
        await using var site = await OpenAsync(fill, asksConsent: false);
        var page = await sites.Agent.Context.NewPageAsync();

        await ManySites.UnseenAsync(site.Account, page, async () =>
        {
            await page.GotoAsync(site.Desk.ToString());
            await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        });

        await ManySites.ReadsAsync(page, "signed this page in");
        Assert.Equal(site.Desk.ToString(), page.Url);
        Assert.Equal(["right"], site.Told);
        var own = (await sites.Agent.Context.CookiesAsync([site.ProviderAddress.ToString()])).Any(cookie => cookie.Name == ProviderSession);
        // Typed into the agent's own page, it is the agent's own browser that the provider then knows.
        Assert.Equal(fill == Fill.InPage, own);
    }

    [Theory]
    [InlineData(Fill.Isolated)]
    [InlineData(Fill.InPage)]
    public async Task What_an_application_asks_to_be_allowed_is_for_the_owner_to_allow(string fill)
    {
        await using var site = await OpenAsync(fill, asksConsent: true);

        await sites.ReadsAsync(site.Desk, "shows a step that is not known");

        Assert.Equal(["right"], site.Told);
        Assert.Equal([("needs-owner", "unknown-step")], await sites.OutcomesAsync(site.ProviderAddress.GetLeftPart(UriPartial.Authority)));
    }

    private async Task<SingleSignOn> OpenAsync(string fill, bool asksConsent)
    {
        var site = await SingleSignOn.StartAsync(sites.NameOf("sso"), asksConsent);
        var application = site.Address.GetLeftPart(UriPartial.Authority);
        await sites.Owner.DoAsync(
            [
                "credential", "add", "--label", "Orders", "--origin", site.ProviderAddress.GetLeftPart(UriPartial.Authority), "--session-origin", application,
                "--username", site.Account.Username, "--password-env", "P", "--fill", fill, "--attach", $"profile:{ManySites.Profile}",
            ],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = site.Account.Password });
        return site;
    }
}
