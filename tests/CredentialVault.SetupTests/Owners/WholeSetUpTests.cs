using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing;
using Microsoft.Playwright;
using SampleSite;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Everything that has to be set up, through the page alone, at a real site.</summary>
[TakesLong]
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
        await owner.HeadingAsync("Add a credential");
        await owner.TypeAsync("Order desk", orders.ToString(), Email, Password);
        await owner.Field("Authenticator key").FillAsync(key);
        await owner.Button("Get code").ClickAsync();
        var code = owner.Page.Locator("output.digits");
        await owner.Page.Locator(".code.shown").WaitForAsync();
        await Pictures.TakeForDocsAsync(Section(owner, "What it is for"), "set-up-add");
        await Pictures.TakeForDocsAsync(Section(owner, "Account"), "set-up-account");
        await Pictures.TakeForDocsAsync(Section(owner, "One-time codes"), "set-up-code");
        await account.BindAuthenticatorAsync(string.Concat((await code.InnerTextAsync()).Where(char.IsAsciiDigit)));

        await owner.Page.GetByText("Add an automation").ClickAsync();
        await owner.Field("Name of the automation").FillAsync("packing");
        await owner.Button("Add automation").ClickAsync();
        await Assertions.Expect(owner.Page.Locator("input[value='automation:packing']")).ToBeCheckedAsync();
        await Pictures.TakeForDocsAsync(Section(owner, "Attach"), "set-up-attach");
        await Pictures.TakeForDocsAsync(Section(owner, "Where it is typed"), "set-up-fill");
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Order desk");
        await owner.Page.GetByText("credential-vault launch --profile work --automation packing --remote-debugging-port 9222").WaitForAsync();

        await owner.Button("Verify").ClickAsync();
        await owner.Page.Locator(".steps li").First.WaitForAsync(new() { Timeout = 30_000 });
        await Pictures.TakeAsync(owner.Page, "verifying");
        await owner.Page.GetByText("It works:").First.WaitForAsync(new() { Timeout = 90_000 });
        Assert.True(await owner.Page.Locator(".steps li").CountAsync() >= 4);
        await Pictures.TakeAsync(owner.Page, "verified");
        await Pictures.TakeForDocsAsync(owner.Page.Locator("main"), "set-up-verified");

        await using var agent = await AgentBrowser.StartAsync(owner.Owner, OwnersPage.AgentProfile, "packing");
        await agent.Page.GotoAsync(orders.ToString());
        await agent.Page.WaitForSelectorAsync("h1:text-is('Orders')", new() { Timeout = 70_000 });
        site.EndSessions(Email);
        await agent.Page.ClickAsync("a:text-is('1046')");
        await agent.Page.WaitForSelectorAsync("h1:has-text('Order 1046')", new() { Timeout = 70_000 });

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await owner.HeadingAsync("Audit");
        await owner.Page.Locator(".records li").Filter(new() { HasText = "for the automation 'packing' in the profile 'work'" }).First.WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "audit-of-a-day");
        await Pictures.TakeForDocsAsync(owner.Page.Locator("main"), "set-up-audit");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Credentials" }).ClickAsync();
        await owner.HeadingAsync("Credentials");
        await Pictures.TakeForDocsAsync(owner.Page.Locator("main"), "set-up-list");
    }

    private static ILocator Section(OwnersPage owner, string heading) =>
        owner.Page.Locator("form > section").Filter(new() { Has = owner.Page.GetByRole(AriaRole.Heading, new() { Name = heading }) });
}
