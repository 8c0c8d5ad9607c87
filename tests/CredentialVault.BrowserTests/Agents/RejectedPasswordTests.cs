using CredentialVault.BrowserTests.Worlds;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>A wrong password must never lock the account.</summary>
public sealed class RejectedPasswordTests
{
    [Fact]
    public async Task A_rejected_password_is_not_tried_again_until_the_owner_changes_it()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { MistypedPassword = "Aa1!not-this-one" });
        await using var agent = await desk.StartAgentAsync();
        await agent.Page.GotoAsync(desk.OrdersAddress.ToString());
        await agent.Page.WaitForSelectorAsync("[data-credential-vault]:has-text('did not accept the username or the password')");

        for (var visit = 0; visit < 3; visit++)
        {
            await agent.Page.GotoAsync(desk.OrdersAddress.ToString());
            await agent.Page.WaitForSelectorAsync("[data-credential-vault]:has-text('rejected the password before')");
        }

        Assert.Single(desk.Site.SignInAttempts);
        Assert.Equal(["password-rejected", "blocked-by-guard/password-was-rejected"], await desk.OutcomesAsync(expected: 2));

        await desk.Owner.DoAsync(
            ["credential", "edit", desk.Credential, "--password-env", "SITE_PASSWORD"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["SITE_PASSWORD"] = desk.Password });
        await desk.OpenOrdersAsync(agent.Page);
        Assert.Equal(2, desk.Site.SignInAttempts.Count);
    }
}
