using System.Text.Json;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Profiles;
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
                "You registered the agent profile 'work' on the command line.",
                "You added the automation 'invoices' on the command line; it runs in the profile 'work'.",
                "You added 'Shop' at https://shop.example on the command line, to be typed in a browser of the vault's own (isolated), attached to the profile 'work'.",
                "You attached 'Shop' to the automation 'invoices' on the command line.",
                "You detached 'Shop' from the profile 'work' on the command line.",
                "You changed 'Shop' on the command line: username, where it is typed now in the agent's own page (in-page), password.",
                "You removed 'Shop' at https://shop.example on the command line, with everything stored for it.",
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

        Assert.Equal(
            [
                "You added 'Shop' at https://shop.example on the set-up page, to be typed in a browser of the vault's own (isolated), attached to the profile 'work'.",
                "You changed 'Order desk' on the set-up page: label (it was 'Shop'), sites that the agent works at (session origins), field 'Tenant', authenticator key removed, attached to the automation 'invoices', detached from the profile 'work'.",
            ],
            (await SentencesAsync(host)).Skip(2),
            StringComparer.Ordinal);
        Assert.All((await host.Audit.ReadAsync(10)).Skip(2), record => Assert.Equal(shop.Id, record.Detail.Credential));
    }

    [Fact]
    public async Task I_can_read_every_site_that_a_credential_was_added_for_and_whether_the_site_is_to_remember_the_device_now()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(origins: ["https://login.example", "https://shop.example"], sessionOrigins: ["https://shop.example"]);
        shop = await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { RememberDevice = true });
        await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { RememberDevice = false });

        var sentences = await SentencesAsync(vault.Vault);

        Assert.StartsWith("You added 'Shop' at https://shop.example and https://login.example on the command line", sentences[1], StringComparison.Ordinal);
        Assert.Equal("You changed 'Shop' on the command line: whether the site is to remember the device (now on).", sentences[2]);
        Assert.Equal("You changed 'Shop' on the command line: whether the site is to remember the device (now off).", sentences[3]);
    }

    [Fact]
    public async Task A_code_that_I_took_before_I_saved_is_there_once_it_is_saved()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var abandoned = new OwnersPage(vault.Vault);
        abandoned.TakeCode(abandoned.Sealed("totp-seed", TemporaryVault.Seed));
        var page = new OwnersPage(vault.Vault);
        var seed = page.Sealed("totp-seed", TemporaryVault.Seed);
        page.TakeCode(seed);
        vault.Time.Advance(TimeSpan.FromMinutes(4));
        page.TakeCode(seed);
        vault.Time.Advance(TimeSpan.FromSeconds(150));

        await page.SaveAsync(null, page.Sealed("password", TemporaryVault.Password), seed);

        Assert.Equal("You got a one-time code for 'Shop' 2 min before its key was saved.", Assert.Single((await SentencesAsync(vault.Vault)).Skip(1)));
    }

    [Fact]
    public async Task A_code_of_a_key_that_I_gave_up_for_another_is_none_of_the_credential()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var page = new OwnersPage(vault.Vault);
        page.TakeCode(page.Sealed("totp-seed", "NBSWY3DPEHPK3PXP"));

        await page.SaveAsync(null, page.Sealed("password", TemporaryVault.Password), page.Sealed("totp-seed", TemporaryVault.Seed));

        Assert.Single(await SentencesAsync(vault.Vault));
    }

    [Fact]
    public async Task What_the_vault_refused_is_no_change()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        await vault.Vault.Credentials.RemoveAsync(shop);

        await Refused.WithAsync("credential-unknown", () => vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Label = "Gone" }));

        Assert.Equal([AuditEvent.AddProfile, AuditEvent.Add, AuditEvent.Remove], (await vault.Vault.Audit.ReadAsync(10)).Select(record => record.Event), StringComparer.Ordinal);
    }

    [Fact]
    public async Task I_can_read_which_profiles_and_automations_I_added_and_removed_and_where()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync(automation: "invoices");
        await vault.AddAgentAsync("night");
        await using var host = await Vault.OpenAsync(vault.Home, vault.Time, OwnersProgram.SetUpPage);
        await host.Profiles.AddAutomationAsync("mail", ["work", "night"]);
        await Refused.WithAsync("name-taken", () => host.Profiles.AddAutomationAsync("mail", ["night"]));
        await Refused.WithAsync("name-taken", () => vault.Vault.Profiles.AddProfileAsync("night", Role.Agent, "/profiles/elsewhere"));
        var invoices = await vault.Vault.Profiles.FindAutomationAsync("invoices");
        await vault.Vault.Profiles.RemoveAsync(invoices);
        await vault.Vault.Profiles.RemoveAsync(invoices);
        var night = await vault.Vault.Profiles.FindProfileAsync("night");
        await vault.Vault.Profiles.RemoveAsync(night);
        await vault.Vault.Profiles.RemoveAsync(night);

        Assert.Equal(
            [
                "You registered the agent profile 'work' on the command line.",
                "You added the automation 'invoices' on the command line; it runs in the profile 'work'.",
                "You registered the agent profile 'night' on the command line.",
                "You added the automation 'mail' on the set-up page; it runs in the profiles 'work' and 'night'.",
                "You removed the automation 'invoices' on the command line, with every attachment to it.",
                "You removed the agent profile 'night' on the command line, with every attachment to it.",
            ],
            await SentencesAsync(vault.Vault));
    }

    private static async Task<IReadOnlyList<string>> SentencesAsync(Vault vault) => [.. (await vault.Audit.ReadAsync(20)).Select(AuditSentence.Of)];
}
