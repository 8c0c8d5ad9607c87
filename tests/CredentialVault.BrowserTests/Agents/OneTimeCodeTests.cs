using CredentialVault.BrowserTests.Worlds;
using SampleSite;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>Sites that ask for a one-time code, wherever they ask for it.</summary>
public sealed class OneTimeCodeTests
{
    [Theory]
    [InlineData("harbour", CodePlacement.OwnPage)]
    [InlineData("harbour", CodePlacement.SamePage)]
    [InlineData("harbour", CodePlacement.WithPassword)]
    [InlineData("hafen", CodePlacement.OwnPage)]
    [InlineData("hafen", CodePlacement.SamePage)]
    [InlineData("hafen", CodePlacement.WithPassword)]
    public async Task An_agent_gets_past_a_one_time_code(string style, CodePlacement code)
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { Style = SiteStyle.Named(style)!, Code = code, TwoFactor = true });
        await using var agent = await desk.StartAgentAsync();

        await desk.OpenOrdersAsync(agent.Page);

        Assert.Equal(["signed-in"], await desk.OutcomesAsync(expected: 1));
        Assert.Equal(2, desk.Site.SignInAttempts.Count);
    }

    [Fact]
    public async Task A_wrong_code_is_tried_twice_and_then_never_in_a_loop()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, MistypedSeed = "JBSWY3DPEHPK3PXP" });
        await using var agent = await desk.StartAgentAsync();

        await agent.Page.GotoAsync(desk.OrdersAddress.ToString());
        await agent.Page.WaitForSelectorAsync("[data-credential-vault]:has-text('refused two one-time codes')", new() { Timeout = 100_000 });

        Assert.Equal(["code-rejected"], await desk.OutcomesAsync(expected: 1));
        Assert.Equal(3, desk.Site.SignInAttempts.Count);
    }
}
