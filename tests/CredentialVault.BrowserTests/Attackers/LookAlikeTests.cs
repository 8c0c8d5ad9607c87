using CredentialVault.BrowserTests.Worlds;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>A copy of the sign-in page at an address that looks like the right one gets nothing.</summary>
public sealed class LookAlikeTests(ManySites sites) : IClassFixture<ManySites>
{
    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task The_same_host_at_another_port_gets_nothing(string fill)
    {
        var site = await sites.OpenAsync("copied", fill);
        await GetsNothingAsync(site, site, new UriBuilder(site.Address) { Port = sites.Server.OtherPort }.Uri);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_host_whose_name_ends_with_the_right_one_gets_nothing(string fill)
    {
        var site = await sites.OpenAsync("copied", fill);
        await GetsNothingAsync(site, site, new UriBuilder(site.Address) { Host = $"evil.{site.Address.Host}" }.Uri);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_host_whose_name_contains_the_right_one_gets_nothing(string fill)
    {
        var site = await sites.OpenAsync("copied", fill);
        var longer = sites.Server.Open($"evil-{site.Name}", "copied");
        await GetsNothingAsync(site, longer, longer.Address);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_host_whose_name_begins_with_the_right_one_gets_nothing(string fill)
    {
        var site = await sites.OpenAsync("copied", fill);
        var evil = sites.Stranger("copied", prefix: "evil-");
        await GetsNothingAsync(site, evil, new UriBuilder(evil.Address) { Host = $"{site.Name}.{evil.Address.Host}" }.Uri);
    }

    [Theory]
    [InlineData("", Fill.InPage)]
    [InlineData("", Fill.Isolated)]
    [InlineData(":80", Fill.Isolated)]
    [InlineData("%3A80", Fill.Isolated)]
    [InlineData("\\", Fill.Isolated)]
    public async Task A_host_that_follows_the_right_one_and_an_at_sign_gets_nothing(string between, string fill)
    {
        var site = await sites.OpenAsync("copied", fill);
        var evil = sites.Stranger("copied", prefix: "evil-");
        // With a backslash there is no user name: browsers take it for a slash, and go to the right site's host at the default port.
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync($"http://{site.Address.Host}{between}@{evil.Address.Authority}/sign-in").ContinueWith(gone => gone.Exception, TaskScheduler.Default);
        await Task.Delay(TimeSpan.FromSeconds(2));

        ManySites.NothingReached(site, evil);
    }

    private async Task GetsNothingAsync(TestPages.TestSite site, TestPages.TestSite hostile, Uri address)
    {
        var page = await sites.NothingHappensAtAsync(new Uri(address, "/sign-in").ToString());

        Assert.Equal(("no-credential", null), await sites.FirstOutcomeAsync(address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(0, await page.Locator(ManySites.Status).CountAsync());
        ManySites.NothingReached(site, hostile);
    }
}
