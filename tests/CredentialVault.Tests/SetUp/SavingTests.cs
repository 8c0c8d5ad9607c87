using System.Text.Json;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.OneTimeCodes;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.Tests.Vaults;
using static CredentialVault.Tests.SetUp.OwnersPage;

namespace CredentialVault.Tests.SetUp;

/// <summary>An owner's page saves a credential.</summary>
public class SavingTests
{
    private const string Tenant = "field:Tenant";

    [Fact]
    public async Task An_owner_can_add_a_credential_with_every_kind_of_secret()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var page = new OwnersPage(vault.Vault);
        page.State = page.State with { Attachments = [Attachment.Parse("profile:work")] };

        var saved = await page.SaveAsync(null, page.Sealed("password", TemporaryVault.Password), page.Sealed("totp-seed", "jbsw y3dp ehpk 3pxp"), page.Sealed(Tenant, "north-4"));

        var shop = await vault.Vault.Credentials.GetAsync(saved.Id);
        Assert.Equal(new TotpParameters("SHA1", 6, 30), shop.Overview.Totp);
        Assert.Equal(["Tenant"], shop.Overview.Fields);
        Assert.Equal("profile:work", string.Join(' ', shop.Attachments));
        Assert.Equal(TemporaryVault.Password, await StoredAsync(vault, shop, "password"));
        Assert.Equal("north-4", await StoredAsync(vault, shop, Tenant));
        (await vault.Vault.Codes.CurrentAsync(shop)).Code.Dispose();
    }

    [Fact]
    public async Task What_an_owner_does_not_give_again_stays_and_what_is_left_out_is_removed()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync(automation: "invoices");
        var shop = await AddAsync(vault);
        await vault.Vault.Credentials.RecordVerifiedAsync(shop.Id);
        var page = new OwnersPage(vault.Vault);
        page.State = page.State with { Label = "Order desk", SessionOrigins = [SiteOrigin.Parse("https://app.shop.example")], Attachments = [Attachment.Parse("automation:invoices")] };

        await page.SaveAsync(shop.Id, Kept("password"), page.Sealed(Tenant, "south-1"));

        var changed = await vault.Vault.Credentials.GetAsync(shop.Id);
        Assert.Equal(("Order desk", "automation:invoices"), (changed.Overview.Label, string.Join(' ', changed.Attachments)));
        Assert.Equal((null, null), (changed.Overview.Totp, changed.VerifiedAt));
        Assert.Equal(TemporaryVault.Password, await StoredAsync(vault, changed, "password"));
        Assert.Equal("south-1", await StoredAsync(vault, changed, Tenant));
        Assert.Null(await StoredAsync(vault, changed, "totp-seed"));
    }

    [Fact]
    public async Task A_credential_stays_verified_while_it_signs_in_as_before()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await AddAsync(vault);
        await vault.Vault.Credentials.RecordVerifiedAsync(shop.Id);
        var page = new OwnersPage(vault.Vault);
        page.State = page.State with { Label = "Order desk", Attachments = [Attachment.Parse("profile:work")] };

        await page.SaveAsync(shop.Id, Kept("password"), Kept("totp-seed"), Kept(Tenant));
        var renamed = await vault.Vault.Credentials.GetAsync(shop.Id);
        Assert.NotNull(renamed.VerifiedAt);
        Assert.Contains("label (it was 'Shop')", AuditSentence.Of((await vault.Vault.Audit.ReadAsync(1))[0]), StringComparison.Ordinal);

        page = new OwnersPage(vault.Vault) { State = page.State with { Username = "bertha" } };
        await page.SaveAsync(shop.Id, Kept("password"), Kept("totp-seed"), Kept(Tenant));
        Assert.Null((await vault.Vault.Credentials.GetAsync(shop.Id)).VerifiedAt);
    }

    [Fact]
    public async Task What_is_saved_as_it_was_is_no_change()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddAsync(vault);
        await vault.Vault.Credentials.RecordVerifiedAsync(shop.Id);
        var before = (await vault.Vault.Audit.ReadAsync(100)).Count;

        await new OwnersPage(vault.Vault).SaveAsync(shop.Id, Kept("password"), Kept("totp-seed"), Kept(Tenant));

        Assert.Equal(before, (await vault.Vault.Audit.ReadAsync(100)).Count);
        Assert.NotNull((await vault.Vault.Credentials.GetAsync(shop.Id)).VerifiedAt);
    }

    [Fact]
    public async Task For_other_sign_in_origins_every_secret_must_be_given_again()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddAsync(vault);
        var page = new OwnersPage(vault.Vault);
        page.State = page.State with { SignInOrigins = [SiteOrigin.Parse("https://login.shop.example")] };

        Assert.Equal("password", await RefusedAtAsync("secret-needed", () => page.SaveAsync(shop.Id, Kept("password"), Kept("totp-seed"))));
        Assert.Equal("totp-seed", await RefusedAtAsync("secret-needed", () => page.SaveAsync(shop.Id, page.Sealed("password", "new"), Kept("totp-seed"))));
        await page.SaveAsync(shop.Id, page.Sealed("password", "new"), page.Sealed("totp-seed", TemporaryVault.Seed), page.Sealed(Tenant, "north-4"));

        var changed = await vault.Vault.Credentials.GetAsync(shop.Id);
        Assert.Equal("new", await StoredAsync(vault, changed, "password"));
        (await vault.Vault.Codes.CurrentAsync(changed)).Code.Dispose();
    }

    [Fact]
    public async Task What_was_given_for_the_isolated_fill_does_not_follow_into_a_page()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddAsync(vault);
        var page = new OwnersPage(vault.Vault);
        page.State = page.State with { Fill = Fill.InPage };

        Assert.Equal("password", await RefusedAtAsync("secret-needed", () => page.SaveAsync(shop.Id, Kept("password"))));
        await page.SaveAsync(shop.Id, page.Sealed("password", TemporaryVault.Password));

        var back = new OwnersPage(vault.Vault);
        await back.SaveAsync(shop.Id, Kept("password"));
        Assert.Equal(Fill.Isolated, (await vault.Vault.Credentials.GetAsync(shop.Id)).Fill);
    }

    [Fact]
    public async Task The_same_origins_in_another_order_are_the_same()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);
        var (one, other) = (SiteOrigin.Parse("https://login.shop.example"), SiteOrigin.Parse(TemporaryVault.Shop));
        page.State = page.State with { SignInOrigins = [one, other] };
        var shop = await page.SaveAsync(null, page.Sealed("password", TemporaryVault.Password));
        var again = new OwnersPage(vault.Vault) { State = page.State with { SignInOrigins = [other, one, other] } };

        await again.SaveAsync(shop.Id, Kept("password"));

        Assert.Equal(TemporaryVault.Password, await StoredAsync(vault, await vault.Vault.Credentials.GetAsync(shop.Id), "password"));
    }

    [Fact]
    public async Task Saving_lifts_the_guards_stop()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddAsync(vault);
        await vault.Vault.Guard.BeginAttemptAsync(shop.Id, "one", "");
        await vault.Vault.Guard.EndAttemptAsync("one", Outcome.PasswordRejected, proven: true);
        Assert.NotNull(await vault.Vault.Guard.RefusalAsync(shop.Id));
        var page = new OwnersPage(vault.Vault);

        await page.SaveAsync(shop.Id, page.Sealed("password", "the right one"));

        Assert.Null(await vault.Vault.Guard.RefusalAsync(shop.Id));
    }

    [Fact]
    public async Task Each_mistake_is_told_beside_its_field_and_nothing_is_saved()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);
        var good = page.State;
        Task<Credential> Save(CredentialState state, params (string, SealedValue?)[] secrets)
        {
            page.State = state;
            return page.SaveAsync(null, secrets.Length > 0 ? secrets : [page.Sealed("password", "x")]);
        }

        Assert.Equal("label", await RefusedAtAsync("text-invalid", () => Save(good with { Label = " " })));
        Assert.Equal("username", await RefusedAtAsync("text-invalid", () => Save(good with { Username = "" })));
        Assert.Equal("signInOrigins", await RefusedAtAsync("origin-invalid", () => Save(good with { SignInOrigins = [] })));
        Assert.Equal("signInUrl", await RefusedAtAsync("sign-in-url-invalid", () => Save(good with { SignInUrl = "https://evil.example/" })));
        Assert.Equal("attachments[0]", await RefusedAtAsync("profile-unknown", () => Save(good with { Attachments = [Attachment.Parse("profile:none")] })));
        Assert.Equal("password", await RefusedAtAsync("password-missing", () => Save(good, page.Sealed("password", ""))));
        Assert.Equal("password", await RefusedAtAsync("password-missing", () => Save(good, page.Sealed("totp-seed", TemporaryVault.Seed))));
        Assert.Equal("totp-seed", await RefusedAtAsync("seed-invalid", () => Save(good, page.Sealed("password", "x"), page.Sealed("totp-seed", "not a seed!"))));
        Assert.Equal("field:", await RefusedAtAsync("field-invalid", () => Save(good, page.Sealed("password", "x"), page.Sealed("field:", "y"))));
        Assert.Equal("field:TENANT", await RefusedAtAsync("field-invalid", () => Save(good, page.Sealed("password", "x"), page.Sealed(Tenant, "y"), page.Sealed("field:TENANT", "z"))));
        Assert.Equal("field:Password", await RefusedAtAsync("field-invalid", () => Save(good, page.Sealed("password", "x"), page.Sealed("field:Password", "y"))));
        Assert.Equal("pin", await RefusedAtAsync("field-invalid", () => Save(good, page.Sealed("password", "x"), page.Sealed("pin", "y"))));
        Assert.Equal("password", await RefusedAtAsync("secret-needed", () => Save(good, Kept("password"))));
        Assert.Empty(await vault.Vault.Credentials.ListAsync());

        await Save(good);
    }

    [Fact]
    public async Task A_further_field_from_before_with_the_name_of_one_that_every_credential_has_can_stay_and_be_replaced()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddAsync(vault);
        await RenameFieldAsync(vault, shop, "Password");

        var keeping = new OwnersPage(vault.Vault);
        await Refused.WithAsync("field-invalid", () => keeping.SaveAsync(shop.Id, Kept("password"), keeping.Sealed("field:Username", "x")));
        await keeping.SaveAsync(shop.Id, Kept("password"), Kept("field:Password"));
        using (var older = Secret.FromText("south-1"))
        {
            await vault.Vault.Credentials.ChangeAsync(
                await vault.Vault.Credentials.GetAsync(shop.Id), new CredentialChange { FurtherFields = new Dictionary<string, Secret>(StringComparer.Ordinal) { ["Password"] = older } });
        }

        var page = new OwnersPage(vault.Vault);
        var saved = await page.SaveAsync(shop.Id, Kept("password"), page.Sealed("field:Password", "south-2"));

        Assert.Equal(["Password"], saved.Overview.Fields!);
        Assert.NotNull(await (await vault.OpenStoreAsync()).ReadSecretAsync(shop.Id, "field:Password"));
    }

    [Fact]
    public async Task A_code_that_was_taken_before_saving_counts_as_used()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);
        var seed = page.Sealed("totp-seed", TemporaryVault.Seed);
        using var expected = TotpSeed.Parse(TemporaryVault.Seed).CodeAt(vault.Time.GetUtcNow());

        using (var code = vault.Vault.Drafts.CurrentCode(page.Draft, seed.Value!.Value))
        {
            Assert.True(expected.Value.ContentEquals(code!.Value));
        }

        var shop = await page.SaveAsync(null, page.Sealed("password", "x"), seed);

        var again = await vault.Vault.Codes.CurrentAsync(shop);
        again.Code.Dispose();
        Assert.True(again.UsedBefore);
    }

    private static Task<Credential> AddAsync(TemporaryVault vault)
    {
        var page = new OwnersPage(vault.Vault);
        return page.SaveAsync(null, page.Sealed("password", TemporaryVault.Password), page.Sealed("totp-seed", TemporaryVault.Seed), page.Sealed(Tenant, "north-4"));
    }

    /// <summary>Gives the one further field a name that none can be given any more.</summary>
    private static async Task RenameFieldAsync(TemporaryVault vault, Credential credential, string name)
    {
        using var key = new KeyDirectory(vault.Home.Keys).ReadOverviewKey();
        var store = await vault.OpenStoreAsync();
        var old = Assert.Single(await store.ListCredentialsAsync()).Overview;
        var json = JsonSerializer.SerializeToUtf8Bytes(credential.Overview with { Fields = [name] }, OverviewJson.Default.Overview);
        await store.ReplaceOverviewAsync(credential.Id, old, key.Seal(json));
    }

    private static async Task<string?> RefusedAtAsync(string code, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<VaultException>(act);
        Assert.Equal(code, refused.Error.Code);
        return refused.Error.Field;
    }

    private static async Task<string?> StoredAsync(TemporaryVault vault, Credential credential, string field)
    {
        var store = await vault.OpenStoreAsync();
        if (await store.ReadSecretAsync(credential.Id, field) is not { } value)
        {
            return null;
        }

        using var key = new KeyDirectory(vault.Home.Keys).ReadOpeningKey();
        using var opened = key.Open(value, SealingContext.AtRest(credential.Id, field, credential.Overview.SignInOrigins));
        return System.Text.Encoding.UTF8.GetString(opened.Utf8);
    }
}
