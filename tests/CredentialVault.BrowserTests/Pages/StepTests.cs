using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Sites that ask for the username first and for the password after it.</summary>
public sealed class StepTests(ManySites sites) : IClassFixture<ManySites>
{
    [Theory]
    [InlineData("username-first")]
    [InlineData("swapping-view")]
    public async Task An_agent_is_signed_in_in_two_steps_at(string kind)
    {
        var site = await sites.OpenAsync(kind);
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Absent, Given.Absent), new Arrival(Given.Absent, Given.Right, Given.Absent)], site.Arrivals);
    }
}
