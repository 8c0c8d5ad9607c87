using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Who answers at a site's address with a certificate that nobody vouches for, and an agent whose browser lets that pass.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task An_agent_that_makes_its_browser_ignore_certificates_has_nothing_sent_to_an_impostor()
    {
        using var authority = new OwnAuthority("form-post-1.localhost");
        var sites = new ManySites { Authority = authority };
        await sites.InitializeAsync();
        try
        {
            var site = await sites.OpenAsync("form-post", Fill.Isolated);
            var refused = await Assert.ThrowsAsync<PlaywrightException>(() => sites.Agent.Page.GotoAsync(site.Desk.ToString()));
            Assert.Contains("ERR_CERT_AUTHORITY_INVALID", refused.Message, StringComparison.Ordinal);

            var page = await sites.Agent.Context.NewPageAsync();
            var devTools = await sites.Agent.Context.NewCDPSessionAsync(page);
            await devTools.SendAsync("Security.setIgnoreCertificateErrors", new Dictionary<string, object>(StringComparer.Ordinal) { ["ignore"] = true });
            await page.GotoAsync(site.Desk.ToString());

            await ManySites.ReadsAsync(page, "Its certificate is not trusted");
            Assert.Equal(("needs-owner", "certificate-not-trusted"), await sites.FirstOutcomeAsync(site.Origin));
            ManySites.NothingReached(site);
        }
        finally
        {
            await sites.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_agent_is_signed_in_at_a_site_whose_authority_the_owner_trusts()
    {
        using var authority = new OwnAuthority("form-post-1.localhost");
        var sites = new ManySites { Authority = authority, IsAuthorityTrusted = true };
        await sites.InitializeAsync();
        try
        {
            await sites.SignsInAsync(await sites.OpenAsync("form-post", Fill.Isolated));
        }
        finally
        {
            await sites.DisposeAsync();
        }
    }
}
