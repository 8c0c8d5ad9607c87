using System.Text;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.OneTimeCodes;
using CredentialVault.SignIn;
using CredentialVault.Tests.SignIn;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.Storage;

public class StolenDatabaseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_steals_the_files_without_the_keys_learns_no_site_account_or_secret(bool whileOpen)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync("Ordering desk", seed: TemporaryVault.Seed, sessionOrigins: ["https://app.shop.example"]);
        await agent.BeginAsync(Looks.SignInForm, wanted: "https://app.shop.example/orders");
        await agent.FillAsync(FieldName.Username, FieldName.Password);
        await agent.NavigatedAsync(Looks.SignedIn);
        await agent.BeginAsync(Looks.SignInForm, "https://bank.example");
        await vault.Vault.Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Label = "Ordering desk" });
        using var seed = TotpSeed.Parse(TemporaryVault.Seed);
        using var stored = seed.ToStored();
        if (!whileOpen)
        {
            await vault.CloseAsync();
        }

        var files = Directory.GetFiles(vault.Home.Path);
        Assert.Equal(whileOpen, files.Contains(vault.Home.Database + "-wal", StringComparer.Ordinal));
        var stolen = string.Concat(files.Select(ReadAll));

        Assert.Contains("work", stolen, StringComparison.Ordinal);
        string[] hidden =
        [
            "shop.example", "bank.example", "Ordering", TemporaryVault.Username, "Kranich", TemporaryVault.Password, TemporaryVault.Seed,
            Latin(stored.Utf8), "otpauth", Latin(Base32Key(TemporaryVault.Seed)),
        ];
        foreach (var secret in hidden.SelectMany(Encodings))
        {
            Assert.DoesNotContain(secret, stolen, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Who_can_write_the_files_cannot_have_a_password_typed_into_the_agents_page()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(fill: Fill.Isolated);
        await vault.CloseAsync();

        // The place that vaults of an earlier version kept it in.
        Assert.Equal(1, await SomebodyWithTheFiles.DoesAsync(vault, "UPDATE credential SET unsealed_fill = 'in-page'"));

        await vault.ReopenAsync();
        Assert.Equal(Fill.Isolated, (await vault.Vault.Credentials.FindAsync(shop.Id)).Fill);
        var admitted = await vault.Vault.Door.AdmitAsync(
            work, new PageIdentity(1, 0, "document", "active", TemporaryVault.Shop, []), Looks.SignInForm, null, afterWait: false, _ => Task.CompletedTask);
        Assert.Equal(Fill.Isolated, admitted.SignIn!.Fill);
    }

    [Fact]
    public async Task Who_can_write_the_files_cannot_swap_the_secrets_of_two_credentials()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync("One", seed: TemporaryVault.Seed);
        var other = await vault.AddShopAsync("Two", origins: ["https://bank.example"], seed: "GEZDGNBVGY3TQOJQ");

        await SomebodyWithTheFiles.ExchangesAsync(vault, "secret", "sealed", "other.credential_id = now.credential_id OR other.field <> now.field", rows: 4);

        await agent.BeginAsync(Looks.SignInForm);
        await Refused.WithAsync("sealed-value-invalid", () => agent.FillAsync(FieldName.Password));
        await Refused.WithAsync("sealed-value-invalid", () => vault.Vault.Codes.CurrentAsync(other));
    }

    [Fact]
    public async Task Who_can_write_the_files_cannot_pass_a_seed_off_as_a_password()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(seed: TemporaryVault.Seed);

        await SomebodyWithTheFiles.ExchangesAsync(vault, "secret", "sealed", "other.field = now.field", rows: 2);

        await agent.BeginAsync(Looks.SignInForm);
        await Refused.WithAsync("sealed-value-invalid", () => agent.FillAsync(FieldName.Password));
    }

    [Fact]
    public async Task Who_can_write_the_files_cannot_swap_the_overviews_of_two_credentials()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync("One");
        await vault.AddShopAsync("Two", origins: ["https://bank.example"]);

        await SomebodyWithTheFiles.ExchangesAsync(vault, "credential", "overview", "other.id = now.id", rows: 2);

        await Refused.WithAsync("sealed-value-invalid", () => agent.BeginAsync(Looks.SignInForm));
        await Refused.WithAsync("sealed-value-invalid", vault.Vault.Credentials.ListAsync);
    }

    [Fact]
    public async Task Who_can_write_the_files_cannot_have_a_password_typed_at_a_site_it_was_not_given_for()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync("One");
        await vault.AddShopAsync("Two", "profile:work", ["https://bank.example"]);

        // The shop's page now finds the bank's credential too; its own overview says no.
        await SomebodyWithTheFiles.ExchangesAsync(vault, "sign_in_origin", "credential_id", "other.credential_id = now.credential_id", rows: 2);

        Assert.Equal("origin-mismatch", Assert.IsType<Step.Ended>(await agent.BeginAsync(Looks.SignInForm)).Outcome.Code);
    }

    private static IEnumerable<string> Encodings(string text)
    {
        var utf8 = Encoding.Latin1.GetBytes(text).All(value => value < 128) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        return [Latin(utf8), Latin(Encoding.Unicode.GetBytes(text)), Convert.ToHexString(utf8), Convert.ToBase64String(utf8).TrimEnd('=')];
    }

    private static byte[] Base32Key(string seed)
    {
        var bits = string.Concat(seed.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    private static string ReadAll(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Latin(copy.ToArray());
    }

    private static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
