using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Forms that are easily taken for another kind, or for none.</summary>
public sealed class KindOfFormTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    public static TheoryData<string, string> Forms => Fill.Both("search-first", "nameless", "tabs", "honeypot", "after-five-seconds", "name-remembered", "password-only", "masked-text", "newsletter-first");

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_agent_is_signed_in_at_a_form_of_the_kind(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Theory]
    [InlineData("tabs-with-sign-up-first")]
    [InlineData("behind-a-button")]
    public async Task An_agent_is_signed_in_out_of_its_sight_where_the_form_has_to_be_opened_first(string kind)
    {
        // In the agent's own page nothing says that a session is wanted there, until the agent has opened the form itself.
        var site = await sites.OpenAsync(kind, Fill.Isolated);
        await sites.Owner.DoAsync(["credential", "verify", site.Name]);
        Assert.Equal([Right], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_page_that_shows_the_name_of_somebody_else_and_lets_nobody_change_it_gets_no_password(string fill)
    {
        var site = await sites.OpenAsync("name-of-somebody-else", fill);
        await sites.ReadsAsync(site.Desk, "only the owner can do");
        ManySites.NothingReached(site);
    }
}
