using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Fields and controls that change while they are filled, or want to be filled in their own way.</summary>
public sealed class FieldShapeTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    public static TheoryData<string, string> Shapes => Fill.Both("waking-button", "button-after-keys", "password-after-name", "patterned", "enter-only", "enter-only-formless");

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task An_agent_is_signed_in_at_a_form_whose_fields_or_control_are(string shape, string fill)
    {
        var site = await sites.OpenAsync(shape, fill);
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
