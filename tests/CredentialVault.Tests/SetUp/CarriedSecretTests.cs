using CredentialVault.Credentials;
using CredentialVault.Sealing;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.SetUp;

/// <summary>Whoever has a sealed value, from the database or from a message, tries to have it saved for a site of their own, or to have codes made from it.</summary>
public class CarriedSecretTests
{
    [Fact]
    public async Task A_value_from_the_database_cannot_be_saved_anew_for_another_site()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(seed: TemporaryVault.Seed);
        var store = await vault.OpenStoreAsync();
        var password = await store.ReadSecretAsync(shop.Id, FieldName.Password);
        var seed = await store.ReadSecretAsync(shop.Id, FieldName.TotpSeed);
        var page = Elsewhere(vault);

        await Refused.WithAsync("sealed-value-invalid", () => page.SaveAsync(null, (FieldName.Password, password)));
        await Refused.WithAsync("sealed-value-invalid", () => page.SaveAsync(shop.Id, (FieldName.Password, password)));
        await Refused.WithAsync("sealed-value-invalid", () => Task.FromResult(vault.Vault.Drafts.CurrentCode(page.Draft, seed!.Value)));
    }

    [Fact]
    public async Task A_value_that_was_sent_once_cannot_be_sent_again()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);
        var password = page.Sealed(FieldName.Password, TemporaryVault.Password);
        await page.SaveAsync(null, password);
        var other = Elsewhere(vault);

        await Refused.WithAsync("draft-unknown", () => page.SaveAsync(null, password));
        await Refused.WithAsync("sealed-value-invalid", () => other.SaveAsync(null, password));
    }

    [Fact]
    public async Task A_value_opens_in_no_other_host_than_the_one_that_gave_the_draft()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);
        var password = page.Sealed(FieldName.Password, TemporaryVault.Password);
        var host = await vault.OpenAgainAsync();
        var (draft, _) = host.Drafts.Begin();

        await Refused.WithAsync("draft-unknown", () => host.Drafts.SaveAsync(page.Draft, null, page.State, [password]));
        await Refused.WithAsync("sealed-value-invalid", () => host.Drafts.SaveAsync(draft, null, page.State, [password]));
    }

    [Fact]
    public async Task A_password_cannot_be_passed_off_as_a_seed_or_a_further_field()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);
        var (_, password) = page.Sealed(FieldName.Password, TemporaryVault.Seed);

        await Refused.WithAsync("sealed-value-invalid", () => Task.FromResult(vault.Vault.Drafts.CurrentCode(page.Draft, password!.Value)));
        await Refused.WithAsync("sealed-value-invalid", () => page.SaveAsync(null, (FieldName.Password, password), ("field:Shown", password)));
    }

    [Fact]
    public async Task What_was_sealed_for_a_sign_in_or_at_rest_opens_in_no_draft()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);

        foreach (var context in new[] { SealingContext.OnTheWay(page.Draft, "password"), SealingContext.AtRest(page.Draft, "password", [TemporaryVault.Shop]), SealingContext.DeviceTrust(page.Draft, "password") })
        {
            await Refused.WithAsync("sealed-value-invalid", () => page.SaveAsync(null, (FieldName.Password, page.Seal(context, "x"))));
        }
    }

    [Fact]
    public async Task A_host_forgets_the_oldest_of_many_drafts()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var oldest = new OwnersPage(vault.Vault);
        var newer = Enumerable.Range(0, 8).Select(_ => new OwnersPage(vault.Vault)).ToArray();

        await Refused.WithAsync("draft-unknown", () => oldest.SaveAsync(null, oldest.Sealed(FieldName.Password, "x")));
        await newer[0].SaveAsync(null, newer[0].Sealed(FieldName.Password, "x"));
    }

    private static OwnersPage Elsewhere(TemporaryVault vault)
    {
        var page = new OwnersPage(vault.Vault);
        page.State = page.State with { SignInOrigins = [SiteOrigin.Parse("https://evil.example")] };
        return page;
    }
}
