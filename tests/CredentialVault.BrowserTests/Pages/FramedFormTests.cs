using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Forms in frames, which ask twice: the page around them for itself, and they.</summary>
public sealed class FramedFormTests(ManySites sites) : IClassFixture<ManySites>
{
    public static TheoryData<string, string> Frames => Fill.Both("framed", "framed-sandboxed", "framed-twice");

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task An_agent_is_signed_in_at_a_form_in_a_frame_of_the_same_site(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill, signInHost: "accounts");
        var page = await sites.Agent.Context.NewPageAsync();
        await ManySites.UnseenAsync(site, page, async () =>
        {
            await page.GotoAsync(site.Desk.ToString());
            await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        });
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
        Assert.Equal(("signed-in", null), await sites.FirstOutcomeAsync(site.Origin.Replace("://", "://accounts.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_form_in_a_frame_that_has_no_origin_gets_nothing(string fill)
    {
        var site = await sites.OpenAsync("framed-opaque", fill, signInHost: "accounts");
        await sites.NothingHappensAtAsync(site.Desk.ToString());
        ManySites.NothingReached(site);
    }
}
