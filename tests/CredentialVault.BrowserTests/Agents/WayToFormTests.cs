using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;
using static CredentialVault.BrowserTests.Worlds.NoticeBoard;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>How an agent's page comes to a form where it shows none itself.</summary>
public sealed class WayToFormTests(ManySites world) : IClassFixture<ManySites>
{
    private readonly NoticeBoard _board = new(world);

    [Theory]
    [InlineData("form-post", Fill.Isolated)]
    [InlineData("form-post", Fill.InPage)]
    [InlineData("behind-a-button", Fill.Isolated)]
    [InlineData("behind-a-button", Fill.InPage)]
    [InlineData("tabs-with-sign-up-first", Fill.InPage)]
    public async Task An_agent_goes_on_where_a_page_only_says_that_its_session_is_over(string form, string fill)
    {
        var site = await world.OpenAsync(form, fill);

        var page = await _board.OpenAsync(site, "/board/over");

        await SeesAsync(page, "h1:text-is('Inbox')");
        await _board.EndedSignedInAsync(site, page, "/board/over", times: 1);
    }

    [Fact]
    public async Task An_agent_goes_on_where_that_page_leads_to_the_form_by_itself()
    {
        var (site, page) = await OpenWithoutStartAsync("/board/over-for-now");
        var opened = OpenedIn(page);

        await SeesAsync(page, "h1:text-is('Inbox')");
        // It was just loaded.
        Assert.Single(opened, "/board/over-for-now");
        await _board.EndedSignedInAsync(site, page, "/board/over-for-now", times: 1);
    }

    [Fact]
    public async Task An_agent_that_opens_the_form_itself_after_it_was_not_found_is_signed_in()
    {
        var (site, page) = await OpenWithoutStartAsync("/board/over-and-out");
        await SeesAsync(page, $"{ManySites.Status}:has-text('no form where signing in starts')");

        await page.ClickAsync("#open");

        await SeesAsync(page, "h1:text-is('Inbox')");
        await ManySites.UntilAsync(async () => (await world.OutcomesAsync(site.Origin)).Count == 2);
        Assert.Equal([("needs-owner", "no-way-in"), ("signed-in", null)], (await world.OutcomesAsync(site.Origin)).Order());
        Assert.Equal(At(site, "/board/over-and-out"), page.Url);
    }

    [Fact]
    public async Task Nothing_that_leads_to_another_site_is_pressed()
    {
        var site = world.Stranger("form-post");
        await world.LearnAsync(site, Fill.InPage, more: ["--origin", site.Origin, "--sign-in-url", At(site, "/board/abroad")]);
        var page = await world.Agent.Context.NewPageAsync();
        var opened = OpenedIn(page);

        await page.GotoAsync(At(site, "/board/over"));

        await ManySites.UntilAsync(async () => (await world.OutcomesAsync(site.Origin)).Count == 1);
        Assert.Equal([("needs-owner", "no-way-in")], await world.OutcomesAsync(site.Origin));
        Assert.Equal(["/board/over", "/board/over", "/board/abroad", "/board/over"], opened);
    }

    [Theory]
    [InlineData(Fill.Isolated)]
    [InlineData(Fill.InPage)]
    public async Task An_agent_goes_on_where_it_was_led_to_a_page_that_offers_to_log_in(string fill)
    {
        var (site, page) = await _board.SignedInAsync(fill, "/board/topics/1");
        var opened = OpenedIn(page);

        site.EndSessions();
        await page.GotoAsync(At(site, "/board/latest"));

        await SeesAsync(page, WayOut);
        await _board.EndedSignedInAsync(site, page, "/board/topics/2", times: 2);
        // What is not known to be where it was is waited at until the time is up.
        Assert.InRange((await world.TimesAsync(site.Origin))[^1], TimeSpan.Zero, TimeSpan.FromSeconds(25));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal("/board/topics/2", Assert.Single(opened[(opened.LastIndexOf(fill == Fill.InPage ? "/desk" : "blank") + 1)..]));
    }

    /// <summary>The paths that a page is led to from now on, in their order.</summary>
    private static List<string> OpenedIn(IPage page)
    {
        List<string> opened = [];
        page.FrameNavigated += (_, frame) => opened.Add(new Uri(frame.Url).AbsolutePath);
        return opened;
    }

    /// <summary>The agent is at a page, in its own browser, and where the owner says that a sign-in begins there is no form.</summary>
    private async Task<(TestSite Site, IPage Page)> OpenWithoutStartAsync(string path)
    {
        var site = world.Stranger("form-post");
        await world.LearnAsync(site, Fill.InPage, more: ["--origin", site.Origin, "--sign-in-url", At(site, "/board/rules")]);
        return (site, await _board.OpenAsync(site, path));
    }
}
