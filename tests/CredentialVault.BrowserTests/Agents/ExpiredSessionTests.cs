using CredentialVault.BrowserTests.Worlds;
using SampleSite;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>An agent's session ends, and the agent goes on where it was without doing anything about it.</summary>
public sealed class ExpiredSessionTests
{
    [Fact]
    public Task An_agent_goes_on_when_the_site_has_ended_its_session() => GoesOnAsync(new OrderDeskOptions(), desk => desk.Site.EndSessions(OrderDesk.Email));

    [Fact]
    public Task An_agent_goes_on_at_a_site_in_another_language_with_the_username_on_a_page_of_its_own() =>
        GoesOnAsync(new OrderDeskOptions { Style = SiteStyle.Hafen }, desk => desk.Site.EndSessions(OrderDesk.Email));

    [Fact]
    public Task An_agent_gets_back_to_its_page_from_a_site_that_lands_on_its_home_page() =>
        GoesOnAsync(new OrderDeskOptions { ReturnToHome = true }, desk => desk.Site.EndSessions(OrderDesk.Email));

    [Fact]
    public async Task An_agent_goes_on_when_its_cookie_is_gone()
    {
        await using var desk = await OrderDesk.OpenAsync();
        await using var agent = await desk.StartAgentAsync();
        await desk.OpenOrdersAsync(agent.Page);

        await agent.Context.ClearCookiesAsync(new() { Name = Site.SessionCookieName });
        await agent.Page.ClickAsync("a:text-is('1046')");

        await agent.Page.WaitForSelectorAsync("h1:has-text('Order 1046')");
        Assert.Equal(desk.OrderAddress(1046).ToString(), agent.Page.Url);
    }

    [Fact]
    public async Task A_form_that_the_agent_sent_without_a_session_is_not_sent_again_by_the_vault()
    {
        await using var desk = await OrderDesk.OpenAsync();
        await using var agent = await desk.StartAgentAsync();
        await desk.OpenOrdersAsync(agent.Page);
        await agent.Page.GotoAsync(desk.OrderAddress(1046).ToString());

        desk.Site.EndSessions(OrderDesk.Email);
        await agent.Page.FillAsync("#note", "Left at the gate.");
        await agent.Page.ClickAsync("text=Save note");

        await agent.Page.WaitForSelectorAsync("h1:has-text('Order 1046')");
        Assert.Equal(2, desk.Site.SignInAttempts.Count);
        Assert.Empty(desk.Site.Orders().Single(order => order.Number == 1046).Notes);
    }

    [Fact]
    public async Task An_agent_can_read_what_goes_on()
    {
        await using var desk = await OrderDesk.OpenAsync();
        await using var agent = await desk.StartAgentAsync();

        await desk.OpenOrdersAsync(agent.Page);

        var snapshot = await agent.Page.Locator("[data-credential-vault]").AriaSnapshotAsync();
        Assert.Contains("Credential Vault signed this page in.", snapshot, StringComparison.Ordinal);
    }

    private static async Task GoesOnAsync(OrderDeskOptions options, Action<OrderDesk> endSession)
    {
        await using var desk = await OrderDesk.OpenAsync(options);
        await using var agent = await desk.StartAgentAsync();
        await desk.OpenOrdersAsync(agent.Page);

        endSession(desk);
        await agent.Page.ClickAsync("a:text-is('1046')");

        await agent.Page.WaitForSelectorAsync("h1:has-text('1046')");
        Assert.Equal(desk.OrderAddress(1046).ToString(), agent.Page.Url);
        Assert.Equal(["signed-in", "signed-in"], await desk.OutcomesAsync(expected: 2));
    }
}
