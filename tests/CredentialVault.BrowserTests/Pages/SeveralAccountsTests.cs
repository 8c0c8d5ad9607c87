using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Several credentials of one site, attached to the same profile.</summary>
public sealed class SeveralAccountsTests(ManySites sites) : IClassFixture<ManySites>
{
    [Theory]
    [InlineData("name-remembered", Fill.InPage)]
    [InlineData("name-remembered", Fill.Isolated)]
    [InlineData("account-chooser", Fill.InPage)]
    [InlineData("account-chooser", Fill.Isolated)]
    public async Task An_agent_is_signed_in_with_the_one_whose_name_the_page_shows(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill);
        await AddAnotherAsync(site, fill);
        await sites.SignsInAsync(site);
    }

    [Fact]
    public async Task Where_the_page_shows_no_name_none_of_them_is_tried()
    {
        var site = await sites.OpenAsync("form-post", Fill.Isolated);
        await AddAnotherAsync(site, Fill.Isolated);
        await sites.ReadsAsync(site.Desk, "More than one attached credential fits this site");
        Assert.Empty(site.Arrivals);
    }

    private Task<string> AddAnotherAsync(TestSite site, string fill) => sites.Owner.DoAsync(
        ["credential", "add", "--label", $"{site.Name} too", "--username", "harbourmaster@example.com", "--password-env", "P", "--fill", fill, "--attach", $"profile:{ManySites.Profile}", "--origin", site.Origin],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = "another-password" });
}
