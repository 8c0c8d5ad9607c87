using CredentialVault.Audit;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using CredentialVault.Credentials;
using CredentialVault.Keys;
using CredentialVault.Tests.Storage;
using CredentialVault.Vaults;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace CredentialVault.Tests.Vaults;

[SupportedOSPlatform("linux")]
public class VaultOpeningTests
{
    [Fact]
    public async Task Without_a_vault_an_owner_is_told_so()
    {
        var home = new VaultHome(Path.Combine(Path.GetTempPath(), $"no-vault-{Guid.NewGuid():N}"));

        await Refused.WithAsync("vault-missing", () => Vault.OpenAsync(home, new FakeTimeProvider(), OwnersProgram.CommandLine));

        Assert.False(Path.Exists(home.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is not a database, however long it may be: it only goes on and on and on and on and on and on and on")]
    public async Task A_damaged_vault_is_unreadable_and_left_as_it_is(string content)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        await File.WriteAllTextAsync(vault.Home.Database, content);

        await Refused.WithAsync("vault-unreadable", vault.OpenAgainAsync);

        Assert.Equal(content, await File.ReadAllTextAsync(vault.Home.Database));
    }

    [Fact]
    public async Task A_vault_cut_off_in_the_middle_is_unreadable()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        await vault.CloseAsync();
        await using (var file = File.OpenWrite(vault.Home.Database))
        {
            file.SetLength(file.Length / 2);
        }

        await Refused.WithAsync("vault-unreadable", async () => await (await vault.OpenAgainAsync()).Profiles.ListProfilesAsync());
    }

    [Fact]
    public async Task Another_programs_database_is_unreadable_and_left_as_it_is()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        File.Delete(vault.Home.Database);
        await ExecuteAsync(vault, "CREATE TABLE bookmark (url TEXT)");
        var before = await File.ReadAllBytesAsync(vault.Home.Database);

        await Refused.WithAsync("vault-unreadable", vault.OpenAgainAsync);

        Assert.Equal(before, await File.ReadAllBytesAsync(vault.Home.Database));
    }

    [Theory]
    [InlineData(Fill.InPage, "in-page")]
    [InlineData(Fill.Isolated, "isolated")]
    public async Task A_vault_from_before_keeps_where_values_are_typed_and_seals_it(Fill fill, string word)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(fill: fill);
        using (var key = new KeyDirectory(vault.Home.Keys).ReadOverviewKey())
        {
            var before = key.Seal(JsonSerializer.SerializeToUtf8Bytes(shop.Overview with { Fill = null }, OverviewJson.Default.Overview)).Compact;
            await vault.CloseAsync();
            await SomebodyWithTheFiles.DoesAsync(vault, $"""
                ALTER TABLE vault DROP COLUMN sign_ins_per_hour;
                ALTER TABLE vault DROP COLUMN sign_in_browsers;
                ALTER TABLE credential DROP COLUMN unsealed_fill;
                ALTER TABLE credential ADD COLUMN fill TEXT NOT NULL DEFAULT '{word}' CHECK (fill IN ('isolated', 'in-page'));
                UPDATE credential SET overview = '{before}';
                PRAGMA user_version = 2;
                """);
        }

        await vault.ReopenAsync();

        Assert.Equal(fill, (await vault.Vault.Credentials.FindAsync(shop.Id)).Overview.Fill);
        Assert.Equal(DBNull.Value, await ExecuteAsync(vault, "SELECT unsealed_fill FROM credential"));
    }

    [Fact]
    public async Task A_newer_vault_is_left_to_the_newer_version()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        Assert.Equal(4L, await ExecuteAsync(vault, "PRAGMA user_version"));
        await ExecuteAsync(vault, "PRAGMA user_version = 5");
        var before = await File.ReadAllBytesAsync(vault.Home.Database);

        await Refused.WithAsync("vault-too-new", vault.OpenAgainAsync);

        Assert.Equal(before, await File.ReadAllBytesAsync(vault.Home.Database));
    }

    [Fact]
    public async Task Keys_of_another_vault_are_noticed()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await using var other = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        Directory.Delete(vault.Home.Keys, recursive: true);
        Directory.Move(other.Home.Keys, vault.Home.Keys);

        await Refused.WithAsync("vault-keys-mismatch", vault.OpenAgainAsync);
    }

    [Theory]
    [InlineData("sealing.jwk")]
    [InlineData("overview.jwk")]
    public async Task A_single_key_of_another_vault_is_noticed(string file)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await using var other = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        File.Copy(Path.Combine(other.Home.Keys, file), Path.Combine(vault.Home.Keys, file), overwrite: true);

        await Refused.WithAsync("vault-keys-mismatch", vault.OpenAgainAsync);
    }

    [Fact]
    public async Task A_private_key_of_another_vault_opens_nothing()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await using var other = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(seed: TemporaryVault.Seed);
        File.Copy(Path.Combine(other.Home.Keys, "opening.jwk"), Path.Combine(vault.Home.Keys, "opening.jwk"), overwrite: true);

        await Refused.WithAsync("sealed-value-invalid", () => vault.Vault.Codes.CurrentAsync(shop));
    }

    [Fact]
    public async Task Keys_that_others_could_read_are_refused()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        File.SetUnixFileMode(Path.Combine(vault.Home.Keys, "overview.jwk"), UnixFileMode.UserRead | UnixFileMode.GroupRead);

        await Refused.WithAsync("key-file-unsafe", vault.OpenAgainAsync);
    }

    [Fact]
    public async Task An_error_about_a_vault_says_nothing_of_what_is_in_it()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        await File.WriteAllTextAsync(vault.Home.Database, TemporaryVault.Password + new string('x', 200), Encoding.UTF8);

        var error = await Assert.ThrowsAsync<Errors.VaultException>(vault.OpenAgainAsync);

        Assert.DoesNotContain("Kranich", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<object?> ExecuteAsync(TemporaryVault vault, string sql)
    {
        await using var database = new SqliteConnection($"Data Source={vault.Home.Database};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
