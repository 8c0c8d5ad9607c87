using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Frameworks send their own copy of what was typed, so they have to notice it, and to forget it afterwards.</summary>
public sealed class FrameworkTests(ManySites sites) : IClassFixture<ManySites>
{
    public static TheoryData<string, string> Frameworks => Fill.Both("react", "vue", "angular");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task An_agent_is_signed_in_at_a_page_made_with(string framework, string fill)
    {
        var site = await sites.OpenAsync(framework, fill);
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
    }
}
