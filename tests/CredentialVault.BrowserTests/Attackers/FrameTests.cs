using CredentialVault.BrowserTests.Worlds;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Frames make a page look like part of another one.</summary>
public sealed class FrameTests(ManySites sites) : IClassFixture<ManySites>
{
    [Theory]
    [InlineData("", Fill.InPage)]
    [InlineData("", Fill.Isolated)]
    [InlineData("&credentialless", Fill.Isolated)]
    public async Task The_real_sign_in_page_in_a_frame_of_a_hostile_page_is_not_filled(string made, string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var evil = sites.Stranger("framing", prefix: "evil-");

        await sites.NothingHappensAtAsync(Framing(evil, site.Desk.ToString()) + made);

        Assert.Equal(("origin-mismatch", "foreign-frame"), await sites.FirstOutcomeAsync(site.Origin));
        ManySites.NothingReached(site, evil);
    }

    [Theory]
    [InlineData("allow-scripts allow-forms", Fill.InPage)]
    [InlineData("allow-scripts allow-forms", Fill.Isolated)]
    [InlineData("allow-scripts allow-forms allow-same-origin", Fill.InPage)]
    [InlineData("allow-scripts allow-forms allow-same-origin", Fill.Isolated)]
    public async Task The_real_sign_in_page_in_a_sandbox_of_a_hostile_page_is_not_filled(string sandbox, string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var evil = sites.Stranger("framing", prefix: "evil-");

        await sites.NothingHappensAtAsync($"{Framing(evil, site.Desk.ToString())}&sandbox={Uri.EscapeDataString(sandbox)}");

        ManySites.NothingReached(site, evil);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_hostile_page_in_a_frame_of_the_right_site_is_not_filled(string fill)
    {
        var site = await sites.OpenAsync("framing", fill);
        var evil = sites.Stranger("copied", prefix: "evil-");

        await sites.NothingHappensAtAsync(Framing(site, new Uri(evil.Address, "/sign-in").ToString()));

        Assert.Equal(("no-credential", null), await sites.FirstOutcomeAsync(evil.Origin));
        ManySites.NothingReached(site, evil);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_page_of_the_right_site_that_has_no_origin_of_its_own_any_more_is_not_filled(string fill)
    {
        var site = await sites.OpenAsync("copied", fill);

        await sites.NothingHappensAtAsync($"{Framing(site, "/pages/copied")}&sandbox=allow-scripts");

        ManySites.NothingReached(site);
    }

    public static readonly TheoryData<string, string> Homemade = Fill.Both("srcdoc", "blank", "data", "blob");

    [Theory]
    [MemberData(nameof(Homemade))]
    public async Task A_form_that_a_hostile_page_copied_into_a_frame_is_not_filled(string way, string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var evil = sites.Stranger("homemade-frames", prefix: "evil-");

        var page = await sites.NothingHappensAtAsync(new Uri(evil.Address, $"/pages/homemade-frames?way={way}").ToString());

        Assert.Equal(2, page.Frames.Count);
        Assert.Equal(1, await page.Frames[1].Locator("input[type=password]").CountAsync());
        ManySites.NothingReached(site, evil);
    }

    private static string Framing(TestPages.TestSite site, string framed) =>
        new Uri(site.Address, $"/pages/framing?of={Uri.EscapeDataString(framed)}").ToString();
}
