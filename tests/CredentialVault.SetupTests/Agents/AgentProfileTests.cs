using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing;

namespace CredentialVault.SetupTests.Agents;

/// <summary>The page in a profile that is not the owner's.</summary>
public sealed class AgentProfileTests
{
    [Fact]
    public async Task An_agent_that_opens_the_page_sees_one_sentence_and_nothing_else()
    {
        using var owner = new Owner();
        await owner.DoAsync(["init"]);
        await owner.DoAsync(["profile", "add", OwnersPage.AgentProfile, "--user-data-dir", owner.UserDataDirectory(OwnersPage.AgentProfile)]);
        await Accounts.AddAsync(owner, "Order desk", "https://shop.example", "bob", $"profile:{OwnersPage.AgentProfile}");
        await using var agent = await AgentBrowser.StartAsync(owner, OwnersPage.AgentProfile);

        foreach (var place in new[] { "", "#/", "#/add", "#/audit" })
        {
            await agent.Page.GotoAsync("about:blank");
            await agent.Page.GotoAsync(OwnersPage.Address + place);
            await agent.Page.Locator("main h1").WaitForAsync();

            Assert.Equal("This profile belongs to an agent: credentials are set up in the owner's profile.", await agent.Page.Locator("body").InnerTextAsync());
            Assert.Equal(0, await agent.Page.Locator("a, button, input, select, form").CountAsync());
        }

        await Pictures.TakeAsync(agent.Page, "agent");
    }
}
