using System.Text.Json;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Tests.SignIn;
using CredentialVault.Tests.Storage;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.Audit;

public class AuditTests
{
    [Fact]
    public async Task Refusals_are_recorded_with_their_reason()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        await agent.BeginAsync(Looks.SignInForm, lifecycle: "cached");
        await agent.BeginAsync(Looks.SignInForm, "https://bank.example");

        var records = (await vault.Vault.Audit.ReadAsync(10)).Where(record => record.Event is not (AuditEvent.Add or AuditEvent.AddProfile)).ToArray();
        Assert.All(records, record => Assert.Equal(AuditEvent.Refusal, record.Event));
        Assert.Equal(
            [("https://shop.example", "Shop", "origin-mismatch", Reason.PageNotActive), ("https://bank.example", null, "no-credential", null)],
            records.Select(record => (record.Detail.Site, record.Detail.Label, record.Detail.Outcome, record.Detail.Reason)));
    }

    [Fact]
    public async Task A_page_cannot_flood_the_audit()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());

        for (var i = 0; i < 50; i++)
        {
            await agent.BeginAsync(Looks.SignInForm, "https://evil.example");
        }

        Assert.Single(await vault.Vault.Audit.ReadAsync(1000), record => record.Event == AuditEvent.Refusal);

        for (var i = 0; i < 200; i++)
        {
            await agent.BeginAsync(Looks.SignInForm, $"https://evil-{i}.example");
        }

        // Up to the limit of 60 requests each origin is news; beyond it there is one more record.
        Assert.Equal(1 + 10 + 1, (await vault.Vault.Audit.ReadAsync(1000)).Count(record => record.Event == AuditEvent.Refusal));
    }

    [Fact]
    public async Task The_audit_never_says_a_secret()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        var shop = await vault.AddShopAsync(seed: TemporaryVault.Seed);
        await agent.BeginAsync(Looks.FormWithCode);
        var values = await agent.FillAsync(FieldName.Username, FieldName.Password, FieldName.OneTimeCode);
        await agent.NavigatedAsync(Looks.SignedIn);
        (await vault.Vault.Codes.CurrentAsync(shop)).Code.Dispose();

        var written = JsonSerializer.Serialize(await vault.Vault.Audit.ReadAsync(10));

        Assert.Contains("signed-in", written, StringComparison.Ordinal);
        Assert.DoesNotContain(TemporaryVault.Seed, written, StringComparison.Ordinal);
        Assert.DoesNotContain("Kranich", written, StringComparison.Ordinal);
        Assert.DoesNotContain(TemporaryVault.Username, written, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{values[FieldName.OneTimeCode]}\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_records_come_oldest_first()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        for (var i = 0; i < 5; i++)
        {
            await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Label = $"{i}" });
        }

        Assert.Equal("2 3 4", string.Join(' ', (await vault.Vault.Audit.ReadAsync(3)).Select(record => record.Detail.Label)));
    }

    [Fact]
    public async Task An_attacker_cannot_exchange_the_details_of_two_records_unnoticed()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Label = "one" });
        await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Label = "two" });

        await SomebodyWithTheFiles.ExchangesAsync(vault, "audit", "detail", "other.id = now.id", rows: 2);

        await Refused.WithAsync("sealed-value-invalid", () => vault.Vault.Audit.ReadAsync(10));
    }
}
