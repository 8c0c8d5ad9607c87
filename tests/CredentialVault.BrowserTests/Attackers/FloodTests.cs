using CredentialVault.BrowserTests.Worlds;
using CredentialVault.SignIn;
using TestPages;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Pages that ask again and again cannot lock an account, burn its attempts or fill the audit.</summary>
public sealed class FloodTests : IAsyncLifetime
{
    private readonly ManySites _sites = new();

    public Task InitializeAsync() => _sites.InitializeAsync();

    public Task DisposeAsync() => _sites.DisposeAsync();

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task Many_hidden_frames_of_the_real_sign_in_page_burn_no_attempt(string fill)
    {
        var site = await _sites.OpenAsync("form-post", fill);
        var evil = _sites.Stranger("many-frames", prefix: "evil-");

        var page = await _sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(Frames(evil, new Uri(site.Address, "/sign-in"), count: 40));
        Assert.Equal(("origin-mismatch", "foreign-frame"), await _sites.FirstOutcomeAsync(site.Origin));
        await page.CloseAsync();
        Assert.Single(await _sites.OutcomesAsync(site.Origin));
        ManySites.NothingReached(site, evil);

        await _sites.ReadsAsync(site.Desk, "signed this page in");
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_flood_of_forms_is_stopped_and_leaves_two_lines_in_the_audit(string fill)
    {
        var site = await _sites.OpenAsync("form-post", fill);
        var evil = _sites.Stranger("copied", prefix: "evil-");

        var page = await _sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(Frames(evil, new Uri(evil.Address, "/pages/copied"), count: 80));
        await ManySites.UntilAsync(async () => (await _sites.OutcomesAsync(evil.Origin)).Count > 1);

        await _sites.ReadsAsync(site.Desk, "trying again in a minute");
        Assert.Equal([("no-credential", null), ("blocked-by-guard", "too-many-requests")], await _sites.OutcomesAsync(evil.Origin));
        ManySites.NothingReached(site, evil);
    }

    [Fact]
    public async Task Who_wanted_to_sign_in_during_a_flood_is_signed_in_when_it_is_over()
    {
        var site = await _sites.OpenAsync("form-post", Fill.InPage);
        var evil = _sites.Stranger("copied", prefix: "evil-");
        var flood = await _sites.Agent.Context.NewPageAsync();
        await flood.GotoAsync(Frames(evil, new Uri(evil.Address, "/pages/copied"), count: 80));
        await ManySites.UntilAsync(async () => (await _sites.OutcomesAsync(evil.Origin)).Count > 1);
        await flood.CloseAsync();

        var page = await _sites.ReadsAsync(site.Desk, "trying again in a minute");
        await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience + (float)GuardLimits.RequestPeriod.TotalMilliseconds });
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_site_that_signs_out_in_a_loop_is_signed_in_at_six_times_and_not_once_more(string fill)
    {
        var site = await _sites.OpenAsync("form-post", fill);
        var page = await _sites.Agent.Context.NewPageAsync();
        for (var time = 1; time <= 6; time++)
        {
            await page.GotoAsync(site.Desk.ToString());
            await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });
            await ManySites.UntilAsync(async () => (await _sites.OutcomesAsync(site.Origin)).Count == time);
            site.EndSessions();
        }

        for (var time = 1; time <= 3; time++)
        {
            await page.GotoAsync(site.Desk.ToString());
            await ManySites.ReadsAsync(page, "as often within the hour as is allowed");
        }

        Assert.Equal(6, site.Arrivals.Count);
        Assert.Equal([.. Enumerable.Repeat<(string, string?)>(("signed-in", null), 6), ("blocked-by-guard", "signed-in-too-often")], await _sites.OutcomesAsync(site.Origin));
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_page_that_leaves_before_every_answer_is_given_the_password_four_times_and_not_once_more(string fill)
    {
        var site = await _sites.OpenAsync("never-waits", fill);

        for (var time = 1; time <= 2; time++)
        {
            await _sites.ReadsAsync(site.Desk, "did not finish the sign-in in time. The page was left before the site had answered.");
            // The site judges what it was sent two seconds later.
            await ManySites.UntilAsync(() => site.Arrivals.Count >= 2 * time);
        }

        await _sites.ReadsAsync(site.Desk, "is not trying this credential now");
        Assert.Equal([("timed-out", "interrupted"), ("timed-out", "interrupted"), ("blocked-by-guard", "two-unfinished")], await _sites.OutcomesAsync(site.Origin));
        Assert.Equal(4, site.Arrivals.Count);
    }

    private static string Frames(TestSite evil, Uri of, int count) =>
        new Uri(evil.Address, $"/pages/many-frames?of={Uri.EscapeDataString(of.ToString())}&count={count}").ToString();
}
