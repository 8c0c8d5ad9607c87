using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.SignIn;

public class WholeSignInTests
{
    private const string Wanted = "https://shop.example/orders?page=2#row-7";

    [Fact]
    public async Task An_agent_is_signed_in_with_password_and_code_and_sent_back_to_where_it_was()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync(automation: "invoices"));
        var shop = await vault.AddShopAsync(seed: TemporaryVault.Seed);

        Assert.Equal([FieldName.Username, FieldName.Password], Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm, wanted: Wanted)).Fields);
        Assert.Equal("Credential Vault is signing in at shop.example.", agent.Last.Status);
        var values = await agent.FillAsync(FieldName.Username, FieldName.Password);
        Assert.Equal((TemporaryVault.Username, TemporaryVault.Password), (values[FieldName.Username], values[FieldName.Password]));
        Assert.IsType<Step.Watch>(await agent.FilledAsync(Looks.SignInForm));

        vault.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([FieldName.OneTimeCode], Assert.IsType<Step.Fill>(await agent.NavigatedAsync(Looks.CodeForm)).Fields);
        var code = Assert.Single(await agent.FillAsync(FieldName.OneTimeCode)).Value;
        Assert.Equal(await OwnersCodeAsync(vault, shop), code);

        vault.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new Step.Ended(Outcome.SignedIn), await agent.NavigatedAsync(Looks.SignedIn));
        Assert.Equal(Wanted, agent.Last.ReturnTo);

        var record = (await vault.Vault.Audit.ReadAsync(10)).Single(one => one.Event == AuditEvent.SignIn);
        Assert.Equal(
            new AuditDetail { Id = record.Id, Profile = "work", Automation = "invoices", Site = TemporaryVault.Shop, Credential = shop.Id, Label = "Shop", Outcome = "signed-in", Milliseconds = 2000, WaitedMilliseconds = 0 },
            record.Detail);
    }

    [Fact]
    public async Task An_agent_whose_page_stays_unclear_is_sent_back_and_found_signed_in_there()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await agent.BeginAsync(Looks.SignInForm, wanted: Wanted);
        await agent.FillAsync(FieldName.Username, FieldName.Password);

        await agent.NavigatedAsync(Looks.Unclear);
        Assert.IsType<Step.Return>(await agent.ReportAsync(Looks.Unclear, PageEvent.TimeIsUp));
        Assert.Equal(Wanted, agent.Last.ReturnTo);
        Assert.Equal(new Step.Ended(Outcome.SignedIn), await agent.NavigatedAsync(Looks.Unclear));
    }

    [Theory]
    [InlineData(null, TemporaryVault.Shop + "/")]
    [InlineData(TemporaryVault.Shop + "/sign-in", TemporaryVault.Shop + "/sign-in")]
    public async Task An_agent_whose_page_shows_no_form_is_sent_to_where_a_sign_in_begins(string? learned, string start)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        var shop = await vault.AddShopAsync();
        await vault.Vault.Credentials.LearnAsync(shop.Id, new Learned(learned, null));

        await agent.BeginAsync(Looks.SignedOutLink, wanted: Wanted);
        Assert.IsType<Step.Return>(await agent.ReportAsync(Looks.SignedOutLink, PageEvent.TimeIsUp));
        await agent.NavigatedAsync(Looks.SignedOutLink);
        Assert.IsType<Step.GoToStart>(await agent.ReportAsync(Looks.SignedOutLink, PageEvent.TimeIsUp));
        Assert.Equal((start, null), (agent.Last.GoTo, agent.Last.ReturnTo));

        Assert.IsType<Step.Fill>(await agent.NavigatedAsync(Looks.SignInForm));
        await agent.FillAsync(FieldName.Username, FieldName.Password);
        Assert.IsType<Step.Return>(await agent.NavigatedAsync(Looks.SignedIn));
        Assert.Equal((null, Wanted), (agent.Last.GoTo, agent.Last.ReturnTo));
        Assert.Equal(new Step.Ended(Outcome.SignedIn), await agent.NavigatedAsync(Looks.SignedIn));
    }

    [Fact]
    public async Task A_detour_over_another_site_says_nothing_about_the_sign_in()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(seed: TemporaryVault.Seed);
        await agent.BeginAsync(Looks.SignInForm, wanted: Wanted);
        await agent.FillAsync(FieldName.Username, FieldName.Password);

        Assert.IsType<Step.Watch>(await agent.NavigatedAsync(Looks.SignedIn, "https://login.example"));
        Assert.IsType<Step.Watch>(await agent.ReportAsync(Looks.SignedIn, PageEvent.TimeIsUp));
        Assert.IsType<Step.Watch>(await agent.ReportAsync(Looks.SignInForm, PageEvent.PageChanged));
        Assert.IsType<Step.Fill>(await agent.NavigatedAsync(Looks.CodeForm, TemporaryVault.Shop));
    }

    [Fact]
    public async Task A_detour_over_another_site_does_not_last_for_ever()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await agent.SubmitPasswordAsync();

        Assert.IsType<Step.Watch>(await agent.NavigatedAsync(Looks.Unclear, "https://login.example"));
        vault.Time.Advance(SignInFlow.AnswerTime);
        Assert.Equal(new Step.Ended(Outcome.TimedOut(Reason.NoAnswer)), await agent.ReportAsync(Looks.Unclear, PageEvent.TimeIsUp));
    }

    [Fact]
    public async Task A_frame_beside_the_form_says_nothing_about_the_sign_in()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await agent.SubmitPasswordAsync();
        var top = agent.Page;

        agent.Page = top with { Frame = 9, Document = "beside", Ancestors = [TemporaryVault.Shop] };
        Assert.IsType<Step.Watch>(await agent.ReportAsync(Looks.SignedIn, PageEvent.PageChanged));
        Assert.IsType<Step.Watch>(await agent.ReportAsync(Looks.SignInForm, PageEvent.PageChanged));
        agent.Page = top;
        Assert.Equal(new Step.Ended(Outcome.SignedIn), await agent.NavigatedAsync(Looks.SignedIn));
    }

    [Theory]
    [InlineData("https://shop.example/orders", "https://shop.example/orders")]
    [InlineData("https://app.shop.example/orders", "https://app.shop.example/orders")]
    [InlineData("https://login.shop.example/", null)]
    [InlineData("https://evil.example/", null)]
    [InlineData("https://shop.example@evil.example/", null)]
    [InlineData("http://shop.example/orders", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/orders", null)]
    [InlineData(null, null)]
    public async Task An_agent_is_sent_back_only_to_a_session_origin(string? wanted, string? returnTo)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(origins: ["https://login.shop.example"], sessionOrigins: [TemporaryVault.Shop, "https://app.shop.example"]);
        await agent.BeginAsync(Looks.SignInForm, "https://login.shop.example", wanted: wanted);
        await agent.FillAsync(FieldName.Username, FieldName.Password);

        Assert.Equal(new Step.Ended(Outcome.SignedIn), await agent.NavigatedAsync(Looks.SignedIn, TemporaryVault.Shop));
        Assert.Equal(returnTo, agent.Last.ReturnTo);
    }

    [Theory]
    [InlineData(Verdict.Unsure)]
    [InlineData(Verdict.SignedIn)]
    public async Task Whoever_is_held_up_at_an_identity_provider_is_not_signed_in_to_the_application(Verdict atTheProvider)
    {
        const string Provider = "https://login.example";
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(origins: [Provider], sessionOrigins: [TemporaryVault.Shop]);
        var asksForConsent = Looks.Unclear with { Verdict = atTheProvider };
        await agent.BeginAsync(Looks.SignInForm, Provider, wanted: Wanted);
        await agent.FillAsync(FieldName.Username, FieldName.Password);
        await agent.FilledAsync(Looks.SignInForm);

        Assert.IsType<Step.Watch>(await agent.NavigatedAsync(asksForConsent));
        Assert.IsType<Step.Return>(await agent.ReportAsync(asksForConsent, PageEvent.TimeIsUp));
        Assert.Equal(new Step.Ended(Outcome.NeedsOwner(Reason.UnknownStep)), await agent.NavigatedAsync(asksForConsent));
    }

    [Fact]
    public async Task Who_waited_for_another_tab_finds_the_profile_signed_in()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        using var first = new ExtensionOfAnAgent(vault.Vault, work, tab: 1);
        using var second = new ExtensionOfAnAgent(vault.Vault, work, tab: 2);
        await vault.AddShopAsync();
        await first.SubmitPasswordAsync();

        Assert.Equal(WaitingFor.OtherSignIn, Assert.IsType<Step.Wait>(await second.BeginAsync(Looks.SignInForm, wanted: Wanted)).For);
        Assert.Null(second.SignIn);
        await first.NavigatedAsync(Looks.SignedIn);

        Assert.Equal(new Step.Ended(Outcome.SignedIn), await second.BeginAsync(Looks.SignInForm, wanted: Wanted, afterWait: true));
        Assert.Equal(Wanted, second.Last.ReturnTo);
    }

    [Fact]
    public async Task Another_profile_that_waited_has_no_session_of_its_own_and_signs_in()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var first = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("work"));
        using var second = new ExtensionOfAnAgent(await vault.OpenAgainAsync(), await vault.AddAgentAsync("other"));
        var shop = await vault.AddShopAsync();
        await vault.Vault.Credentials.AttachAsync(shop, Attachment.Parse("profile:other"));
        await first.SubmitPasswordAsync();

        Assert.IsType<Step.Wait>(await second.BeginAsync(Looks.SignInForm));
        await first.NavigatedAsync(Looks.SignedIn);

        Assert.IsType<Step.Fill>(await second.BeginAsync(Looks.SignInForm, afterWait: true));
    }

    private static async Task<string> OwnersCodeAsync(TemporaryVault vault, Credential shop)
    {
        var given = await vault.Vault.Codes.CurrentAsync(shop);
        using var code = given.Code;
        Assert.True(given.UsedBefore);
        return System.Text.Encoding.ASCII.GetString(code.Value.Utf8);
    }
}
