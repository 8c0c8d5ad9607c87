using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Forms that come late, in odd places, or are none.</summary>
public sealed class FormShapeTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    public static TheoryData<string, string> Shapes => Fill.Both("late", "dialog", "button-outside", "formless", "shadow-root", "late-components", "popover", "animated", "fading-dialog", "rerendering", "leaves-while-filled");

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
}
