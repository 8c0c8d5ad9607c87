using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Pages that are only there for signing in or out, or for making an account: nobody is brought back to them, and whoever opens one stays.</summary>
public sealed class ThresholdTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly (string, string?) SignedIn = ("signed-in", null);

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_whose_page_went_to_the_page_to_sign_in_by_itself_comes_back_to_where_it_was(string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var page = await OpenInboxAsync(site);
        site.EndSessions();

        await page.GetByText("Refresh").ClickAsync();

        await SignedInAgainAsync(site, page);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_that_has_signed_out_is_signed_in_once_and_not_sent_to_sign_out_again(string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var page = await OpenInboxAsync(site);

        await page.GetByText("Log out").ClickAsync();

        await SignedInAgainAsync(site, page);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_that_has_signed_out_by_a_page_behind_the_hash_comes_back_to_where_it_was(string fill)
    {
        var site = await sites.OpenAsync("form-post", fill);
        var page = await OpenAsync(site, "application#/inbox", "Application");

        await page.GetByText("Log out").ClickAsync();

        await SignedInAgainAsync(site, page, "application#/inbox", "Application");
    }

    [Fact]
    public async Task An_agent_that_is_signed_in_and_opens_the_page_to_register_stays_there()
    {
        var site = await sites.OpenAsync("form-post", Fill.Isolated);
        var page = await OpenInboxAsync(site);
        await page.CloseAsync();

        var register = await sites.NothingHappensAtAsync(Address(site, "register"));

        Assert.Equal(Address(site, "register"), register.Url);
        // A sign-in that began is not over yet: what is said of it stands in the page.
        Assert.Equal(0, await register.Locator(ManySites.Status).CountAsync());
        Assert.Equal([SignedIn], await sites.OutcomesAsync(site.Origin));
    }

    [Fact]
    public async Task What_the_vault_has_said_at_one_site_is_not_said_at_the_next()
    {
        var rejecting = await sites.OpenAsync("form-post", Fill.InPage, mistyped: true);
        var other = await sites.OpenAsync("form-post", Fill.InPage);
        var page = await sites.ReadsAsync(rejecting.Desk, "did not accept the username or the password");
        await page.AddInitScriptAsync($$"""
            new MutationObserver(() => {
              const said = document.querySelector("{{ManySites.Status}}")?.textContent;
              if (said) (globalThis.said ??= []).push(said);
            }).observe(document, { subtree: true, childList: true, characterData: true });
            """);

        await page.GotoAsync(new Uri(other.Address, "/board/rules").ToString());
        await Task.Delay(1000);
        Assert.Empty(await SaidAsync(page));

        await page.GotoAsync(other.Desk.ToString());
        await ManySites.ReadsAsync(page, "signed this page in");
        Assert.DoesNotContain(await SaidAsync(page), said => said.Contains("not accept", StringComparison.Ordinal));
    }

    private static Task<string[]> SaidAsync(IPage page) => page.EvaluateAsync<string[]>("() => globalThis.said ?? []");

    private static string Address(TestSite site, string task) => new Uri(site.Address, $"/mail?task={task}").ToString();

    private Task<IPage> OpenInboxAsync(TestSite site) => OpenAsync(site, "inbox", "Inbox");

    private async Task<IPage> OpenAsync(TestSite site, string task, string heading)
    {
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(Address(site, task));
        await page.WaitForSelectorAsync($"h1:text-is('{heading}')", new() { Timeout = ManySites.Patience });
        await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == 1);
        return page;
    }

    private async Task SignedInAgainAsync(TestSite site, IPage page, string task = "inbox", string heading = "Inbox")
    {
        await ManySites.UntilAsync(async () => (await sites.OutcomesAsync(site.Origin)).Count == 2);
        await page.WaitForSelectorAsync($"h1:text-is('{heading}')", new() { Timeout = ManySites.Patience });

        // Longer than it takes the page that says goodbye to lead on.
        await Task.Delay(2500);
        Assert.Equal(Address(site, task), page.Url);
        Assert.Equal([SignedIn, SignedIn], await sites.OutcomesAsync(site.Origin));
        Assert.Equal(2, site.Arrivals.Count);
    }
}
