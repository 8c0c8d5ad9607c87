using System.Text.Json;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Secrets;
using CredentialVault.Tests.SetUp;
using CredentialVault.Tests.Vaults;
using CredentialVault.Vaults;

namespace CredentialVault.Tests.Audit;

/// <summary>What the audit says of what an owner changes.</summary>
public class ChangesInTheAuditTests
{
    [Fact]
    public async Task I_can_read_what_I_changed_on_the_command_line_and_no_value()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync(automation: "invoices");
        var shop = await vault.AddShopAsync(fill: Fill.Isolated);
        using var password = Secret.FromText("another one 12");

        await vault.Vault.Credentials.AttachAsync(shop, Attachment.Parse("automation:invoices"));
        await vault.Vault.Credentials.AttachAsync(shop, Attachment.Parse("automation:invoices"));
        await vault.Vault.Credentials.DetachAsync(shop, Attachment.Parse("profile:work"));
        await vault.Vault.Credentials.DetachAsync(shop, Attachment.Parse("profile:work"));
        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Username = "bruno", Password = password, Fill = Fill.InPage });
        await vault.Vault.Credentials.RemoveAsync(shop);
        await vault.Vault.Credentials.RemoveAsync(shop);

        Assert.Equal(
            [
                "You added 'Shop' at https://shop.example on the command line, with the fill isolated, attached to the profile 'work'.",
                "You attached 'Shop' to the automation 'invoices' on the command line.",
                "You detached 'Shop' from the profile 'work' on the command line.",
                "You changed 'Shop' on the command line: username, fill (now in-page), password.",
                "You removed 'Shop' at https://shop.example on the command line, with everything that was stored of it.",
            ],
            await SentencesAsync(vault.Vault));
        var written = JsonSerializer.Serialize(await vault.Vault.Audit.ReadAsync(10));
        Assert.DoesNotContain("another one", written, StringComparison.Ordinal);
        Assert.DoesNotContain("bruno", written, StringComparison.Ordinal);
        Assert.DoesNotContain(TemporaryVault.Password, written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_read_what_I_changed_on_the_page()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync(automation: "invoices");
        await using var host = await Vault.OpenAsync(vault.Home, vault.Time, OwnersProgram.SetUpPage);
        var first = new OwnersPage(host);
        first.State = first.State with { Attachments = [Attachment.Parse("profile:work")] };
        var shop = await first.SaveAsync(null, first.Sealed("password", TemporaryVault.Password), first.Sealed("totp-seed", TemporaryVault.Seed), first.Sealed("field:Tenant", "north-4"));
        var second = new OwnersPage(host);
        second.State = second.State with { Label = "Order desk", SessionOrigins = [SiteOrigin.Parse("https://app.shop.example")], Attachments = [Attachment.Parse("automation:invoices")] };
        await second.SaveAsync(shop.Id, OwnersPage.Kept("password"), second.Sealed("field:Tenant", "south-1"));
        var third = new OwnersPage(host) { State = second.State };
        await third.SaveAsync(shop.Id, OwnersPage.Kept("password"), OwnersPage.Kept("field:Tenant"));

        Assert.Equal(
            [
                "You added 'Shop' at https://shop.example on the set-up page, with the fill isolated, attached to the profile 'work'.",
                "You changed 'Order desk' on the set-up page: label, session origins, field 'Tenant', authenticator key removed, attached to the automation 'invoices', detached from the profile 'work'.",
                "You changed 'Order desk' on the set-up page: nothing is another than before.",
            ],
            await SentencesAsync(host));
        Assert.All(await host.Audit.ReadAsync(10), record => Assert.Equal(shop.Id, record.Detail.Credential));
    }

    [Fact]
    public async Task What_the_vault_refused_is_no_change()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        await vault.Vault.Credentials.RemoveAsync(shop);

        await Refused.WithAsync("credential-unknown", () => vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Label = "Gone" }));

        Assert.Equal([AuditEvent.Add, AuditEvent.Remove], (await vault.Vault.Audit.ReadAsync(10)).Select(record => record.Event), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> SentencesAsync(Vault vault) => [.. (await vault.Audit.ReadAsync(20)).Select(AuditSentence.Of)];
}
