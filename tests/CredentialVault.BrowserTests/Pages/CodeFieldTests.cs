using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Fields for a one-time code, of every make; a code is sent once.</summary>
public sealed class CodeFieldTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival PasswordOnly = new(Given.Right, Given.Right, Given.Absent);
    private static readonly Arrival CodeOnly = new(Given.Absent, Given.Absent, Given.Right);

    public static TheoryData<string, string> Codes => Fill.Both("code-field", "code-without-token", "code-with-a-way-out", "code-boxes", "code-in-its-place", "remember-device", "keyed-boxes", "late-picture");

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task An_agent_gets_past_a_code_that_is_asked_for_after_the_password_in(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill, asksForCode: true);
        await sites.SignsInAsync(site);
        Assert.Equal([PasswordOnly, CodeOnly], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_gets_past_a_code_beside_the_password(string fill)
    {
        var site = await sites.OpenAsync("code-beside-password", fill, asksForCode: true);
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Right)], site.Arrivals);
    }

    [Fact]
    public async Task An_agent_gets_past_a_code_that_its_page_sends_with_the_password_it_has_kept()
    {
        var site = await sites.OpenAsync("code-with-kept-password", Fill.Isolated, asksForCode: true);
        await sites.SignsInAsync(site);
        Assert.Equal([PasswordOnly, new Arrival(Given.Right, Given.Right, Given.Right)], site.Arrivals);
    }
}
