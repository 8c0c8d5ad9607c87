using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>What scripts of a page can and cannot do to an in-page fill and to the extension.</summary>
public sealed class PageScriptTests(ManySites sites) : IClassFixture<ManySites>
{
    /// <summary>The limit of <c>in-page</c>, and the reason why it is not the default: it is for agents that run no scripts.</summary>
    [Theory]
    [InlineData("watched")]
    [InlineData("hooked-fetch")]
    public async Task A_script_in_the_page_can_read_an_in_page_fill(string way)
    {
        var site = await sites.OpenAsync(way);
        await sites.SignsInAsync(site);

        // Beside the sign-in itself, which is sent in JSON.
        await ManySites.UntilAsync(() => site.Texts.Any(text => text.StartsWith("/arrived", StringComparison.Ordinal) && text.Contains(site.Account.Password, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_script_in_the_page_cannot_put_its_setter_in_the_way_of_the_vaults_own()
    {
        var site = await sites.OpenAsync("setter");
        await sites.SignsInAsync(site);
        Assert.DoesNotContain(site.Texts, text => text.StartsWith("/arrived", StringComparison.Ordinal));
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
    }

    [Fact]
    public async Task A_page_that_speaks_to_the_extension_is_not_heard()
    {
        var site = await sites.OpenAsync("form-post");
        var evil = sites.Stranger("imitation", prefix: "evil-");
        var address = new Uri(evil.Address, "/pages/imitation").ToString();

        var page = await sites.NothingHappensAtAsync(address);

        Assert.Equal(address, page.Url);
        Assert.Equal([("no-credential", null)], await sites.OutcomesAsync(evil.Origin));
        Assert.DoesNotContain(evil.Texts, text => text.Contains("answered", StringComparison.Ordinal));
        Assert.Equal(4, evil.Texts.Count(text => text.Contains("refused", StringComparison.Ordinal)));
        Assert.Equal("Credential Vault needs your password: please type it here.", await page.Locator(ManySites.Status).InnerTextAsync());
        ManySites.NothingReached(site, evil);
    }

    [Fact]
    public async Task A_false_status_element_does_not_keep_an_agent_from_being_signed_in()
    {
        var site = await sites.OpenAsync("imitation");
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
    }
}
