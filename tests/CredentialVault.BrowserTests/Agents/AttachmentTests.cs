using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>A credential serves the profiles and automations it is attached to, and no others.</summary>
public sealed class AttachmentTests
{
    /// <summary>Longer than a sign-in at the sample site takes.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task What_is_attached_to_a_profile_serves_it_without_an_automation()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { Attachment = $"profile:{OrderDesk.Profile}" });
        await using var agent = await desk.StartAgentAsync(automation: null);

        await desk.OpenOrdersAsync(agent.Page);
    }

    [Fact]
    public async Task What_is_attached_to_an_automation_does_not_serve_a_browser_without_it()
    {
        await using var desk = await OrderDesk.OpenAsync();
        await using var agent = await desk.StartAgentAsync(automation: null);

        await agent.Page.GotoAsync(desk.OrdersAddress.ToString());
        await Task.Delay(LongEnough);

        Assert.Empty(desk.Site.SignInAttempts);
        Assert.Equal(0, await agent.Page.Locator("[data-credential-vault]").CountAsync());
        Assert.Equal(["no-credential"], await desk.OutcomesAsync(expected: 1));
    }

    [Fact]
    public async Task What_is_attached_to_the_automation_comes_before_what_is_attached_to_the_profile()
    {
        await using var desk = await OrderDesk.OpenAsync();
        const string Other = "deputy@example.com";
        await using (await SiteAccount.RegisterAsync(desk.Site, desk.Style, Other, desk.Password))
        {
            await desk.Owner.DoAsync(
                [
                    "credential", "add", "--label", "Deputy", "--origin", desk.Site.Address.GetLeftPart(UriPartial.Authority), "--username", Other,
                    "--password-env", "SITE_PASSWORD", "--fill", "in-page", "--attach", $"profile:{OrderDesk.Profile}",
                ],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["SITE_PASSWORD"] = desk.Password });
        }

        await using var agent = await desk.StartAgentAsync();
        await desk.OpenOrdersAsync(agent.Page);

        Assert.Contains(OrderDesk.Email, await agent.Page.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
    }
}
