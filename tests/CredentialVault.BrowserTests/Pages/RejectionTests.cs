using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>A page that rejects the password gets it once.</summary>
public sealed class RejectionTests(ManySites sites) : IClassFixture<ManySites>
{
    public static TheoryData<string, string> Ways => Fill.Both("form-post", "fetch", "header", "own-scheme", "own-header", "in-the-query", "opened-with-name", "opened-to-read", "worker", "socket", "react", "complaint-in-place-of-the-form");

    public static TheoryData<string, string> Held => Fill.Both("awaited-header");

    public static TheoryData<string, string> Failing => Fill.Both("form-post", "fetch");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_wrong_password_is_sent_once_by(string way, string fill)
    {
        var site = await sites.OpenAsync(way, fill, mistyped: true);

        await sites.ReadsAsync(site.Desk, "did not accept the username or the password");
        await sites.ReadsAsync(site.Desk, "rejected the password before");

        Assert.Equal([new Arrival(Given.Right, Given.Wrong, Given.Absent)], site.Arrivals);
        Assert.Equal([("password-rejected", null), ("blocked-by-guard", "password-was-rejected")], await sites.OutcomesAsync(site.Origin));
    }

    [Theory]
    [MemberData(nameof(Held))]
    public async Task A_wrong_password_is_sent_once_where_the_page_is_held_up_because_the_browser_asks_for_another(string way, string fill)
    {
        var site = await sites.OpenAsync(way, fill, mistyped: true);

        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        Assert.Equal(("password-rejected", null), await sites.FirstOutcomeAsync(site.Origin));
        await sites.ReadsAsync(site.Desk, "rejected the password before");

        Assert.Equal([new Arrival(Given.Right, Given.Wrong, Given.Absent)], site.Arrivals);
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_password_that_the_site_could_not_take_is_given_again_once_it_can(string way, string fill)
    {
        var site = await sites.OpenAsync(way, fill);
        site.Fails = true;
        await sites.ReadsAsync(site.Desk, "answered with an error of its own");

        site.Fails = false;
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });

        await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count > 1);
        Assert.Equal([("timed-out", "site-failed"), ("signed-in", null)], await sites.OutcomesAsync(site.Origin));
    }
}
