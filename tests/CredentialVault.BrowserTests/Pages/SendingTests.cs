using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Pages send what was typed in many ways; each gets the right values, and nothing is left to be seen.</summary>
public sealed class SendingTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    public static TheoryData<string, string> Ways => Fill.Both("form-post", "fetch", "fetch-after-promises", "header", "own-scheme", "own-header", "in-the-query", "opened-with-name", "opened-to-read", "worker", "socket", "hashing");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_agent_is_signed_in_where_the_page_sends_by(string way, string fill)
    {
        var site = await sites.OpenAsync(way, fill);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_where_the_application_takes_long_to_come_after_a_right_password(string fill)
    {
        var site = await sites.OpenAsync("slow-application", fill);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Fact]
    public async Task An_agent_is_signed_in_out_of_its_sight_where_the_page_reads_its_fields_late()
    {
        var site = await sites.OpenAsync("hashing-late", Fill.Isolated);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Fact]
    public async Task A_page_that_reads_its_fields_only_after_the_wipe_gets_no_wrong_password_and_is_not_called_rejected()
    {
        var site = await sites.OpenAsync("hashing-late");
        var page = await sites.Agent.Context.NewPageAsync();

        await ManySites.UnseenAsync(site, page, async () =>
        {
            await page.GotoAsync(site.Desk.ToString());
            await ManySites.ReadsAsync(page, "did not take the values");
        });
        await sites.ReadsAsync(site.Desk, "did not take the values");
        await sites.ReadsAsync(site.Desk, "Two sign-ins in a row did not end signed in");

        Assert.Equal([("needs-owner", "value-not-taken"), ("needs-owner", "value-not-taken"), ("blocked-by-guard", "two-unfinished")], await sites.OutcomesAsync(site.Origin));
        Assert.Equal(2, site.Arrivals.Count);
        Assert.All(site.Arrivals, arrival => Assert.Equal(Given.Empty, arrival.Password));
    }
}
