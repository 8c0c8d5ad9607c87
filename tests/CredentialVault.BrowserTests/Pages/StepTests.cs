using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Sites that ask for the username first and for the password after it.</summary>
public sealed class StepTests(ManySites sites) : IClassFixture<ManySites>
{
    public static TheoryData<string, string> Kinds => Fill.Both("username-first", "swapping-view");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_agent_is_signed_in_in_two_steps_at(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill);
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Absent, Given.Absent), new Arrival(Given.Absent, Given.Right, Given.Absent)], site.Arrivals);
    }
}
