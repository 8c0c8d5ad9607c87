using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Forms that come late, in odd places, or are none.</summary>
public sealed class FormShapeTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    [Theory]
    [InlineData("late")]
    [InlineData("dialog")]
    [InlineData("button-outside")]
    [InlineData("formless")]
    [InlineData("waking-button")]
    [InlineData("shadow-root")]
    public async Task An_agent_is_signed_in_at_a_form_that_is(string shape)
    {
        var site = await sites.OpenAsync(shape);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Fact]
    public async Task An_agent_is_signed_in_at_a_form_in_a_frame_of_the_same_site()
    {
        var site = await sites.OpenAsync("framed", signInHost: "accounts");
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
