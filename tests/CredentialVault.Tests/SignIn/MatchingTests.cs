using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.SignIn;

public class MatchingTests
{
    [Fact]
    public async Task An_agent_can_use_what_is_attached_to_its_profile()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task An_automations_credential_wins_over_its_profiles()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var caller = await vault.AddAgentAsync(automation: "invoices");
        using var agent = new ExtensionOfAnAgent(vault.Vault, caller);
        await vault.AddShopAsync("Profile's");
        var wins = await vault.AddShopAsync("Automation's", "automation:invoices");

        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
        Assert.Equal("Automation's", await LabelInUseAsync(vault, agent));

        await vault.Vault.Credentials.DetachAsync(wins, Attachment.Parse("automation:invoices"));
        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
        Assert.Equal("Profile's", await LabelInUseAsync(vault, agent));
    }

    [Fact]
    public async Task A_credential_attached_to_both_is_one()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync(automation: "invoices"));
        var shop = await vault.AddShopAsync();
        await vault.Vault.Credentials.AttachAsync(shop, Attachment.Parse("automation:invoices"));
        await vault.Vault.Credentials.AttachAsync(shop, Attachment.Parse("automation:invoices"));

        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task Two_that_fit_are_ambiguous_and_neither_is_used()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync("One");
        await vault.AddShopAsync("Two");

        Assert.Equal(new Step.Ended(Outcome.Ambiguous), await agent.BeginAsync(Looks.SignInForm));
    }

    [Theory]
    [InlineData("bruno", "two")]
    [InlineData("BRUNO", "two")]
    [InlineData("bruno someone", null)]
    [InlineData("someone", null)]
    public async Task Of_two_that_fit_it_is_the_one_whose_name_the_page_shows(string shown, string? label)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync("one");
        await vault.Vault.Credentials.ChangeAsync(await vault.AddShopAsync("two"), new CredentialChange { Username = "bruno" });

        var step = await agent.BeginAsync(Looks.PasswordForm with { Names = ["somebody@else.example", shown] });

        Assert.Equal(label is not null, step is Step.Fill);
        Assert.Equal(label is null, step == new Step.Ended(Outcome.Ambiguous));
    }

    [Fact]
    public async Task An_agent_cannot_use_what_is_attached_elsewhere()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync("work", automation: "invoices");
        using var other = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("other", automation: "mail"));
        await vault.AddShopAsync("Work's", "profile:work");
        await vault.AddShopAsync("Invoices'", "automation:invoices");

        Assert.Equal(new Step.Ended(Outcome.NoCredential), await other.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task An_automation_that_was_removed_gets_nothing_although_its_browser_still_runs()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var caller = await vault.AddAgentAsync(automation: "invoices");
        using var agent = new ExtensionOfAnAgent(vault.Vault, caller);
        await vault.AddShopAsync();

        await vault.Vault.Profiles.RemoveAsync(caller.Automation!);

        Assert.Equal(new Step.Ended(Outcome.NoCredential), await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task A_profile_that_was_removed_is_nobody_although_its_browser_still_runs()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var caller = await vault.AddAgentAsync(automation: "invoices");
        using var agent = new ExtensionOfAnAgent(vault.Vault, caller);
        await vault.AddShopAsync(attach: "automation:invoices");

        await vault.Vault.Profiles.RemoveAsync(caller.Profile);

        await Refused.WithAsync("caller-unknown", () => agent.BeginAsync(Looks.SignInForm));
    }

    [Theory]
    [InlineData("https://shop.example:8443")]
    [InlineData("https://www.shop.example")]
    [InlineData("https://shop.example.")]
    [InlineData("https://shop.example.evil.example")]
    [InlineData("https://xn--shp-fka.example")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_look_alike_gets_nothing(string origin)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        Assert.Equal(new Step.Ended(Outcome.NoCredential), await agent.BeginAsync(Looks.SignInForm, origin));
    }

    [Fact]
    public async Task Plain_http_is_named_only_where_the_agent_may_use_the_same_site_over_https()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("work"));
        using var other = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("other"));
        await vault.AddShopAsync();

        Assert.Equal(new Step.Ended(Outcome.OriginMismatch(Reason.NotHttps)), await agent.BeginAsync(Looks.SignInForm, "http://shop.example"));
        Assert.Equal(new Step.Ended(Outcome.NoCredential), await agent.BeginAsync(Looks.SignInForm, "http://bank.example"));
        Assert.Equal(new Step.Ended(Outcome.NoCredential), await other.BeginAsync(Looks.SignInForm, "http://shop.example"));
    }

    [Fact]
    public async Task A_session_origin_alone_is_no_place_to_sign_in()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(sessionOrigins: ["https://app.shop.example"]);

        Assert.Equal(new Step.Ended(Outcome.NoCredential), await agent.BeginAsync(Looks.SignInForm, "https://app.shop.example"));
    }

    [Fact]
    public async Task A_form_may_be_in_a_frame_of_the_credentials_own_sites_and_of_nobody_elses()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(sessionOrigins: ["https://app.shop.example"]);
        var foreign = new Step.Ended(Outcome.OriginMismatch(Reason.ForeignFrame));

        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm, frame: 3, ancestors: ["https://app.shop.example"]));
        Assert.Equal(foreign, await agent.BeginAsync(Looks.SignInForm, frame: 3, ancestors: ["https://evil.example"]));
        Assert.Equal(foreign, await agent.BeginAsync(Looks.SignInForm, frame: 4, ancestors: ["https://app.shop.example", "https://evil.example"]));
        Assert.Equal(foreign, await agent.BeginAsync(Looks.SignInForm, frame: 4, ancestors: ["null"]));
    }

    [Theory]
    [InlineData("prerender")]
    [InlineData("cached")]
    [InlineData("pending_deletion")]
    [InlineData("Active")]
    [InlineData("")]
    public async Task A_document_that_the_tab_does_not_show_gets_nothing(string lifecycle)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        Assert.Equal(new Step.Ended(Outcome.OriginMismatch(Reason.PageNotActive)), await agent.BeginAsync(Looks.SignInForm, lifecycle: lifecycle));
    }

    [Fact]
    public async Task An_isolated_credential_is_never_filled_in_the_agents_page()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(fill: Fill.Isolated);

        await Refused.WithAsync("fill-unexpected", () => agent.BeginAsync(Looks.SignInForm));
        await Refused.WithAsync("sign-in-unknown", () => agent.FillAsync("password"));
    }

    private static async Task<string?> LabelInUseAsync(TemporaryVault vault, ExtensionOfAnAgent agent)
    {
        await agent.ReportAsync(Looks.SignInForm, PageEvent.TabClosed);
        return (await vault.Vault.Audit.ReadAsync(1))[0].Detail.Label;
    }
}
