using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Fields for a one-time code, of every make; a code is sent once.</summary>
public sealed class CodeFieldTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival PasswordOnly = new(Given.Right, Given.Right, Given.Absent);
    private static readonly Arrival CodeOnly = new(Given.Absent, Given.Absent, Given.Right);

    [Theory]
    [InlineData("code-field")]
    [InlineData("code-boxes")]
    [InlineData("code-in-its-place")]
    public async Task An_agent_gets_past_a_code_that_is_asked_for_after_the_password_in(string kind)
    {
        var site = await sites.OpenAsync(kind, asksForCode: true);
        await sites.SignsInAsync(site);
        Assert.Equal([PasswordOnly, CodeOnly], site.Arrivals);
    }

    [Fact]
    public async Task An_agent_gets_past_a_code_beside_the_password()
    {
        var site = await sites.OpenAsync("code-beside-password", asksForCode: true);
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Right)], site.Arrivals);
    }
}
