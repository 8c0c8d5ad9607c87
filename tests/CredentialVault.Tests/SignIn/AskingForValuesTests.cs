using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.Storage;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.SignIn;

public class AskingForValuesTests
{
    [Fact]
    public async Task An_agent_cannot_have_values_for_another_document_tab_or_field_than_was_named()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await AddTenantAsync(vault, await vault.AddShopAsync(seed: TemporaryVault.Seed));
        await agent.BeginAsync(Looks.PasswordForm);
        var named = agent.Page;

        foreach (var page in new[] { named with { Document = "another" }, named with { Tab = 8 } })
        {
            agent.Page = page;
            await Refused.WithAsync("fill-unexpected", () => agent.FillAsync(FieldName.Password));
        }

        agent.Page = named;
        foreach (var fields in new string[][] { [], [FieldName.Username], [FieldName.Password, FieldName.OneTimeCode], [FieldName.TotpSeed], [FieldName.Further("tenant")], ["Password"], [""] })
        {
            await Refused.WithAsync("fill-unexpected", () => agent.FillAsync(fields));
        }

        Assert.Equal(0, (await GuardAsync(vault)).Unfinished);
        Assert.Equal(TemporaryVault.Password, (await agent.FillAsync(FieldName.Password))[FieldName.Password]);
    }

    [Fact]
    public async Task An_agent_gets_a_further_value_where_the_page_asks_for_more_and_it_counts_as_an_attempt()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await AddTenantAsync(vault, await vault.AddShopAsync());

        Assert.Equal([FieldName.Password, FieldName.Further("tenant")], Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.PasswordForm with { Fields = [FieldName.Password, "further"] })).Fields);
        await Refused.WithAsync("fill-unexpected", () => agent.FillAsync(FieldName.Further("another")));
        Assert.Equal("harbour", (await agent.FillAsync(FieldName.Further("tenant")))[FieldName.Further("tenant")]);
        await agent.ReportAsync(Looks.Unclear, PageEvent.TabClosed);
        Assert.Equal(1, (await GuardAsync(vault)).Unfinished);
    }

    [Fact]
    public async Task An_agent_cannot_have_values_once_the_document_has_moved()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        // The document id is the one that was named, the rest is not.
        await agent.BeginAsync(Looks.SignInForm);
        agent.Page = agent.Page with { Origin = "https://evil.example" };
        Assert.Empty(await agent.FillAsync(FieldName.Password));
        Assert.Equal(new Step.Ended(Outcome.OriginMismatch(Reason.ForeignOrigin)), agent.Last.Step);

        await agent.BeginAsync(Looks.SignInForm);
        agent.Page = agent.Page with { Ancestors = ["https://evil.example"] };
        Assert.Empty(await agent.FillAsync(FieldName.Password));
        Assert.Equal(new Step.Ended(Outcome.OriginMismatch(Reason.ForeignFrame)), agent.Last.Step);
    }

    [Fact]
    public async Task An_agent_cannot_have_the_same_values_twice_without_a_new_report()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await agent.BeginAsync(Looks.SignInForm);
        await agent.FillAsync(FieldName.Username, FieldName.Password);

        await Refused.WithAsync("fill-unexpected", () => agent.FillAsync(FieldName.Password));
    }

    [Fact]
    public async Task An_agent_cannot_have_the_password_again_by_not_saying_that_it_was_filled()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await agent.BeginAsync(Looks.SignInForm);
        await agent.FillAsync(FieldName.Username, FieldName.Password);

        Assert.Equal(new Step.Ended(Outcome.PasswordRejected), await agent.NavigatedAsync(Looks.SignInForm));
        await Refused.WithAsync("sign-in-unknown", () => agent.FillAsync(FieldName.Password));
    }

    [Fact]
    public async Task Another_profile_cannot_use_a_sign_in()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("work"));
        using var other = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("other"));
        await vault.AddShopAsync();
        await agent.BeginAsync(Looks.SignInForm);

        (other.SignIn, other.Page) = (agent.SignIn, agent.Page);

        await Refused.WithAsync("sign-in-unknown", () => other.FillAsync(FieldName.Password));
        await Refused.WithAsync("sign-in-unknown", () => other.ReportAsync(Looks.SignedIn, PageEvent.PageChanged));
    }

    [Fact]
    public async Task A_sign_in_of_one_host_is_unknown_to_another()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, work);
        using var restarted = new ExtensionOfAnAgent(await vault.OpenAgainAsync(), work);
        await vault.AddShopAsync();
        await agent.BeginAsync(Looks.SignInForm);

        (restarted.SignIn, restarted.Page) = (agent.SignIn, agent.Page);

        await Refused.WithAsync("sign-in-unknown", () => restarted.FillAsync(FieldName.Password));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sealed_value_opens_only_for_its_sign_in_and_field(bool otherSignIn)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await agent.BeginAsync(Looks.PasswordForm);
        var value = Assert.Single(await agent.FillSealedAsync(FieldName.Password));

        var elsewhere = otherSignIn ? SealingContext.OnTheWay("another", FieldName.Password) : SealingContext.OnTheWay(agent.SignIn!, FieldName.Username);
        Refused.With("sealed-value-invalid", () => agent.Open(value, elsewhere));
        Assert.Equal(TemporaryVault.Password, agent.Open(value, SealingContext.OnTheWay(agent.SignIn!, FieldName.Password)));

        using var eavesdropper = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("other"));
        Refused.With("sealed-value-invalid", () => eavesdropper.Open(value, SealingContext.OnTheWay(agent.SignIn!, FieldName.Password)));
    }

    [Fact]
    public async Task Who_lost_the_lease_gets_no_values_any_more()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        using var sleeper = new ExtensionOfAnAgent(vault.Vault, work);
        using var other = new ExtensionOfAnAgent(await vault.OpenAgainAsync(), work);
        await vault.AddShopAsync();
        await sleeper.BeginAsync(Looks.SignInForm);

        vault.Time.Advance(GuardLimits.Lease + TimeSpan.FromSeconds(1));
        Assert.IsType<Step.Fill>(await other.BeginAsync(Looks.SignInForm));

        Assert.Empty(await sleeper.FillAsync(FieldName.Password));
        Assert.Equal(new Step.Ended(Outcome.TimedOut(Reason.NoAnswer)), sleeper.Last.Step);
        Assert.Equal(TemporaryVault.Password, (await other.FillAsync(FieldName.Password))[FieldName.Password]);
    }

    [Fact]
    public async Task A_credential_that_is_removed_meanwhile_gives_no_values_any_more()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        var shop = await vault.AddShopAsync();
        await agent.BeginAsync(Looks.SignInForm);

        await vault.Vault.Credentials.RemoveAsync(shop);

        Assert.Empty(await agent.FillAsync(FieldName.Username, FieldName.Password));
        Assert.IsType<Step.Ended>(agent.Last.Step);
    }

    [Theory]
    [InlineData(Verdict.SignedIn)]
    [InlineData(Verdict.Unsure)]
    public async Task Only_a_signed_out_page_starts_anything(Verdict verdict)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        await Refused.WithAsync("page-not-signed-out", () => agent.BeginAsync(Looks.SignInForm with { Verdict = verdict }));

        Assert.Equal([AuditEvent.AddProfile, AuditEvent.Add], (await vault.Vault.Audit.ReadAsync(10)).Select(record => record.Event), StringComparer.Ordinal);
    }

    private static async Task<GuardRow> GuardAsync(TemporaryVault vault)
    {
        var shop = await vault.Vault.Credentials.FindAsync("Shop");
        return await (await vault.OpenStoreAsync()).ReadGuardAsync(shop.Id, vault.Time.GetUtcNow().AddHours(-1));
    }

    private static async Task AddTenantAsync(TemporaryVault vault, Credential shop)
    {
        using var tenant = Secret.FromText("harbour");
        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { FurtherFields = new Dictionary<string, Secret>(StringComparer.Ordinal) { ["tenant"] = tenant } });
    }
}
