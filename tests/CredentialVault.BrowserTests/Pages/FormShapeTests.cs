using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Forms that come late, in odd places, or are none.</summary>
public sealed class FormShapeTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    public static TheoryData<string, string> Shapes => Fill.Both("late", "dialog", "button-outside", "formless", "waking-button", "button-after-keys", "password-after-name", "shadow-root");

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task An_agent_is_signed_in_at_a_form_that_is(string shape, string fill)
    {
        var site = await sites.OpenAsync(shape, fill);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Fact]
    public async Task An_agent_is_signed_in_out_of_its_sight_at_a_form_that_its_page_hides_from_scripts()
    {
        var site = await sites.OpenAsync("closed-shadow-root", Fill.Isolated);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_at_a_form_in_a_frame_of_the_same_site(string fill)
    {
        var site = await sites.OpenAsync("framed", fill, signInHost: "accounts");
        await OpensDeskAsync(site);
        Assert.Equal([Right], site.Arrivals);
        Assert.Equal(("signed-in", null), await sites.FirstOutcomeAsync(site.Origin.Replace("://", "://accounts.", StringComparison.Ordinal)));
    }

    private async Task OpensDeskAsync(TestSite site)
    {
        var page = await sites.Agent.Context.NewPageAsync();
        await ManySites.UnseenAsync(site, page, async () =>
        {
            await page.GotoAsync(site.Desk.ToString());
            await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
        });
    }
}
