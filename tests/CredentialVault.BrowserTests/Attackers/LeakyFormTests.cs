using CredentialVault.BrowserTests.Worlds;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Forms and pages at the right address that would let the password out: into an address, to another site, or back into the page.</summary>
public sealed class LeakyFormTests(ManySites sites) : IClassFixture<ManySites>
{
    [Theory]
    [InlineData("by-address", Fill.InPage)]
    [InlineData("by-address", Fill.Isolated)]
    [InlineData("form-elsewhere", Fill.InPage)]
    [InlineData("form-elsewhere", Fill.Isolated)]
    public async Task A_form_that_would_send_the_password_in_its_address_or_to_another_site_is_not_sent(string form, string fill)
    {
        var site = await sites.OpenAsync(form, fill);
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());

        Assert.Equal(("needs-owner", "fields-not-fillable"), await sites.FirstOutcomeAsync(site.Origin));
        ManySites.NothingReached(site);
        Assert.StartsWith(site.Origin, page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_form_whose_script_comes_late_waits_for_it(string fill) =>
        await sites.SignsInAsync(await sites.OpenAsync("script-late", fill));

    [Fact]
    public async Task A_page_that_puts_the_password_back_after_the_wipe_keeps_none()
    {
        var site = await sites.OpenAsync("puts-back");
        var page = await sites.Agent.Context.NewPageAsync();
        await ManySites.UnseenAsync(site, page, async () =>
        {
            await page.GotoAsync(site.Desk.ToString());
            await sites.FirstOutcomeAsync(site.Origin);
        });
        Assert.Equal("", await page.EvaluateAsync<string>("[...document.querySelectorAll('input[type=password]')].map((field) => field.value).join('')"));
    }
}
