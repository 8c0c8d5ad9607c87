using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Forms that come late, in odd places, or are none.</summary>
public sealed class FormShapeTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    public static TheoryData<string, string> Shapes => Fill.Both("late", "dialog", "button-outside", "formless", "waking-button", "button-after-keys", "password-after-name", "shadow-root", "popover", "animated", "rerendering", "patterned", "enter-only", "enter-only-formless", "leaves-while-filled");

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
    [InlineData("masked-name", "91234567", Fill.InPage)]
    [InlineData("masked-name", "91234567", Fill.Isolated)]
    [InlineData("masked-id", "311280999J", Fill.InPage)]
    [InlineData("masked-id", "311280999J", Fill.Isolated)]
    public async Task An_agent_is_signed_in_where_the_name_is_set_in_groups_while_it_is_typed(string kind, string username, string fill)
    {
        var site = await sites.OpenAsync(kind, fill, username: username);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }
}
