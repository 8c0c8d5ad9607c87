using CredentialVault.BrowserTests.Worlds;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Whoever has DevTools on a page can run scripts as the extension's content script in it, and says there what they like.</summary>
public sealed class ForgedMessageTests(ManySites sites) : IClassFixture<ManySites>
{
    [Fact]
    public async Task A_content_script_of_a_hostile_page_cannot_pass_its_page_off_as_another_sites()
    {
        var site = await sites.OpenAsync("form-post", Fill.Isolated);
        var evil = sites.Stranger("framing", prefix: "evil-");
        var page = await sites.Agent.Context.NewPageAsync();

        await SayAsync(page, evil, $$"""
            { type: "page-seen", address: "{{site.Desk}}", origin: "{{site.Origin}}",
              seen: { verdict: "signed-out", kind: "sign-in", fields: ["username", "password"], evidence: [] } }
            """);

        Assert.Equal(("no-credential", null), await sites.FirstOutcomeAsync(evil.Origin));
        Assert.Empty(await sites.OutcomesAsync(site.Origin));
        ManySites.NothingReached(site, evil);
    }

    [Fact]
    public async Task A_content_script_of_the_right_page_that_says_it_is_signed_out_gets_a_session_and_nothing_typed()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie);
        var page = await sites.Agent.Context.NewPageAsync();

        await SayAsync(page, site, $$"""
            { type: "page-seen", address: "{{site.Desk}}", seen: { verdict: "signed-out", kind: "sign-in", fields: ["password", "totp-seed", "new-password"], evidence: [] } }
            """);

        Assert.Equal(("signed-in", null), await sites.FirstOutcomeAsync(site.Origin));
        Assert.DoesNotContain(site.Account.Password, await page.Locator("html").InnerHTMLAsync(), StringComparison.Ordinal);
        Assert.Contains(await sites.Agent.Context.CookiesAsync([site.Desk.ToString()]), cookie => cookie.Name == "session");
        Assert.Single(site.Arrivals);
    }

    /// <summary>Opens a page without a form and sends a message to the worker from the extension's own world in it.</summary>
    private async Task SayAsync(IPage page, TestSite at, string message)
    {
        var devTools = await sites.Agent.Context.NewCDPSessionAsync(page);
        var world = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        devTools.Event("Runtime.executionContextCreated").OnEvent += (_, created) =>
        {
            var context = created!.Value.GetProperty("context");
            if (context.GetProperty("origin").GetString()!.StartsWith("chrome-extension://", StringComparison.Ordinal))
            {
                world.TrySetResult(context.GetProperty("id").GetInt32());
            }
        };
        await page.GotoAsync(new Uri(at.Address, "/pages/framing?of=about:blank").ToString());
        await devTools.SendAsync("Runtime.enable");
        var context = await world.Task.WaitAsync(TimeSpan.FromMilliseconds(ManySites.Patience));

        var said = await devTools.SendAsync("Runtime.evaluate", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["contextId"] = context,
            // Answered only when all is done that follows from it, and the page may be another then.
            ["expression"] = $"chrome.runtime.sendMessage({message}).catch(() => null), 'said'",
        });
        Assert.Equal("said", said!.Value.GetProperty("result").GetProperty("value").GetString());
    }
}
