using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing;
using Microsoft.Playwright;
using SampleSite;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Everything that has to be set up, through the page alone, at a real site.</summary>
public sealed class WholeSetUpTests
{
    [Fact]
    public async Task I_can_bind_an_authenticator_attach_verify_and_an_agent_is_signed_in()
    {
        const string Email = "quartermaster@example.com";
        const string Password = "Aa1!quay-side-lantern";
        await using var owner = await OwnersPage.OpenAsync();
        await using var site = await Site.StartAsync(new SiteOptions { DataDirectory = Path.Combine(owner.Owner.Machine, "site") });
        await using var account = await SiteAccount.RegisterAsync(site, SiteStyle.Harbour, Email, Password);
        var key = await account.ReadAuthenticatorKeyAsync();
        var orders = new Uri(site.Address, SiteStyle.Harbour.Paths["/Orders/Index"]);

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Add the first credential" }).ClickAsync();
        await owner.TypeAsync("Order desk", orders.ToString(), Email, Password);
        await owner.Field("Authenticator key").FillAsync(key);
        await owner.Button("Get code").ClickAsync();
        var code = owner.Page.Locator("output.digits");
        await owner.Page.Locator(".code.shown").WaitForAsync();
        await account.BindAuthenticatorAsync(string.Concat((await code.InnerTextAsync()).Where(char.IsAsciiDigit)));

        await owner.Page.GetByText("Add an automation").ClickAsync();
        await owner.Field("Name of the automation").FillAsync("packing");
        await owner.Button("Add automation").ClickAsync();
        await Assertions.Expect(owner.Page.Locator("input[value='automation:packing']")).ToBeCheckedAsync();
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Order desk");

        await owner.Button("Verify").ClickAsync();
        await owner.Page.GetByText("It works.").WaitForAsync(new() { Timeout = 90_000 });
        Assert.True(await owner.Page.Locator(".steps li").CountAsync() >= 4);

        await using var agent = await AgentBrowser.StartAsync(owner.Owner, OwnersPage.AgentProfile, "packing");
        await agent.Page.GotoAsync(orders.ToString());
        await agent.Page.WaitForSelectorAsync("h1:text-is('Orders')", new() { Timeout = 70_000 });
        site.EndSessions(Email);
        await agent.Page.ClickAsync("a:text-is('1046')");
        await agent.Page.WaitForSelectorAsync("h1:has-text('Order 1046')", new() { Timeout = 70_000 });

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await owner.HeadingAsync("Audit");
        await owner.Page.Locator(".records li").Filter(new() { HasText = "packing in work" }).First.WaitForAsync();
    }
}
