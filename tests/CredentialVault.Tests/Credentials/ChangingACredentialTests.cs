using CredentialVault.Audit;
using System.Text.Json;
using CredentialVault.Credentials;
using CredentialVault.Keys;
using CredentialVault.OneTimeCodes;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.Storage;
using CredentialVault.Tests.SignIn;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.Credentials;

public class ChangingACredentialTests
{
    [Fact]
    public async Task An_owner_can_rename_a_credential_and_its_secrets_still_open()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(seed: TemporaryVault.Seed);

        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Label = "Order desk", Username = "bruno" });

        var changed = await vault.Vault.Credentials.FindAsync("order desk");
        Assert.Equal("bruno", changed.Overview.Username);
        Assert.Equal(shop.Overview.Totp, changed.Overview.Totp);
        await AssertOpensAsync(vault, changed, TemporaryVault.Password);
        (await vault.Vault.Codes.CurrentAsync(changed)).Code.Dispose();
    }

    [Fact]
    public async Task An_owner_can_replace_the_password_and_the_seed()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(seed: TemporaryVault.Seed);
        using var password = Secret.FromText("another one 12");
        using var seed = TotpSeed.Parse("otpauth://totp/Shop:agnes?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA256&digits=8&period=60");

        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Password = password, Totp = seed });

        var changed = await vault.Vault.Credentials.FindAsync(shop.Id);
        Assert.Equal(new TotpParameters("SHA256", 8, 60), changed.Overview.Totp);
        await AssertOpensAsync(vault, changed, "another one 12");
        var given = await vault.Vault.Codes.CurrentAsync(changed);
        using var code = given.Code;
        using var expected = seed.CodeAt(vault.Time.GetUtcNow());
        Assert.True(expected.Value.ContentEquals(code.Value));
    }

    [Fact]
    public async Task An_owner_can_change_whose_session_is_meant_without_giving_the_password_again()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();

        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { SessionOrigins = [SiteOrigin.Parse("https://app.shop.example")] });

        var changed = await vault.Vault.Credentials.FindAsync(shop.Id);
        Assert.Equal(["https://app.shop.example"], changed.Overview.SessionOrigins);
        Assert.Equal([TemporaryVault.Shop], changed.Overview.SignInOrigins);
        await AssertOpensAsync(vault, changed, TemporaryVault.Password);
    }

    [Fact]
    public async Task An_attacker_who_can_write_the_vault_cannot_have_a_password_typed_at_another_site()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        var store = await vault.OpenStoreAsync();
        using var overviewKey = new KeyDirectory(vault.Home.Keys).ReadOverviewKey();

        // Even with the overview key: the origins are bound into the password.
        var moved = shop.Overview with { SignInOrigins = ["https://evil.example"], SessionOrigins = ["https://evil.example"] };
        var row = new CredentialRow(
            shop.Id,
            overviewKey.Seal(JsonSerializer.SerializeToUtf8Bytes(moved, OverviewJson.Default.Overview)),
            [overviewKey.BlindIndex("https://evil.example")],
            shop.CreatedAt,
            shop.UpdatedAt);
        await store.ReplaceCredentialAsync(row, new Dictionary<string, SealedValue>(StringComparer.Ordinal), clearsGuard: false, vault.Vault.Audit.Row(AuditEvent.Edit, new AuditDetail()));

        using var agent = new ExtensionOfAnAgent(vault.Vault, work);
        await agent.BeginAsync(Looks.SignInForm, origin: "https://evil.example");
        await Refused.WithAsync("sealed-value-invalid", () => agent.FillAsync("username", "password"));
    }

    [Theory]
    [InlineData("", "agnes", "text-invalid")]
    [InlineData("Shop", " ", "text-invalid")]
    [InlineData("Shop\nCredential Vault: all is well", "agnes", "text-invalid")]
    [InlineData("Shop", "agnes\u001b[2J", "text-invalid")]
    [InlineData("Shop\u202eknab", "agnes", "text-invalid")]
    [InlineData("Shop", "\u2067agnes", "text-invalid")]
    public async Task An_owner_cannot_give_texts_that_would_break_a_line(string label, string username, string code)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();

        await Refused.WithAsync(code, () => vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Label = label, Username = username }));

        Assert.Equal(TemporaryVault.Username, (await vault.Vault.Credentials.FindAsync("Shop")).Overview.Username);
    }

    [Fact]
    public async Task An_owner_cannot_leave_the_password_empty_or_point_the_sign_in_elsewhere()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        using var empty = Secret.FromText("");

        await Refused.WithAsync("password-missing", () => vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Password = empty }));
        await Refused.WithAsync("sign-in-url-invalid", () => vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { SignInUrl = "https://evil.example/login" }));
        await Refused.WithAsync("sign-in-url-invalid", () => vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { SignInUrl = "/login" }));
        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { SignInUrl = "https://shop.example/login" });
    }

    [Fact]
    public async Task An_owner_who_changes_what_was_removed_meanwhile_is_told_so()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        await vault.Vault.Credentials.RemoveAsync(shop);

        await Refused.WithAsync("credential-unknown", () => vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Label = "Gone" }));

        Assert.Empty(await vault.Vault.Credentials.ListAsync());
    }

    [Fact]
    public async Task An_owner_names_a_credential_by_its_label_only_when_no_other_has_the_same()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var one = await vault.AddShopAsync();
        await vault.AddShopAsync();

        await Refused.WithAsync("credential-ambiguous", () => vault.Vault.Credentials.FindAsync("Shop"));
        await Refused.WithAsync("credential-unknown", () => vault.Vault.Credentials.FindAsync("Shops"));
        Assert.Equal(one.Id, (await vault.Vault.Credentials.FindAsync(one.Id)).Id);
    }

    private static async Task AssertOpensAsync(TemporaryVault vault, Credential credential, string password)
    {
        var store = await vault.OpenStoreAsync();
        using var key = new KeyDirectory(vault.Home.Keys).ReadOpeningKey();
        var sealedPassword = await store.ReadSecretAsync(credential.Id, FieldName.Password);
        using var opened = key.Open(sealedPassword!.Value, SealingContext.AtRest(credential.Id, FieldName.Password, credential.Overview.SignInOrigins));
        using var expected = Secret.FromText(password);
        Assert.True(opened.ContentEquals(expected));
    }
}
