using CredentialVault.Audit;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using CredentialVault.Vaults;
using Microsoft.Extensions.Time.Testing;

namespace CredentialVault.Tests.Vaults;

[SupportedOSPlatform("linux")]
public class VaultCreationTests
{
    private const UnixFileMode Directory0700 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task A_new_vault_is_its_owners_alone_also_while_it_is_open()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();

        Assert.Equal(Directory0700, File.GetUnixFileMode(vault.Home.Path));
        Assert.Equal(Directory0700, File.GetUnixFileMode(vault.Home.Keys));
        var files = Directory.GetFiles(vault.Home.Path, "*", SearchOption.AllDirectories);
        Assert.Equal(6, files.Length);
        Assert.All(files, file => Assert.Equal(File0600, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_second_init_changes_no_byte()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        await vault.AddShopAsync();
        await vault.CloseAsync();
        var before = Fingerprint(vault.Home.Path);

        await Refused.WithAsync("vault-exists", () => VaultCreation.CreateAsync(vault.Home, vault.Time));

        Assert.Equal(before, Fingerprint(vault.Home.Path));
    }

    [Fact]
    public async Task Keys_without_a_database_are_not_written_over()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.CloseAsync();
        File.Delete(vault.Home.Database);
        var before = Fingerprint(vault.Home.Path);

        await Refused.WithAsync("vault-incomplete", () => VaultCreation.CreateAsync(vault.Home, vault.Time));
        await Refused.WithAsync("vault-incomplete", vault.OpenAgainAsync);

        Assert.Equal(before, Fingerprint(vault.Home.Path));
    }

    [Fact]
    public async Task Of_several_who_create_at_once_one_wins_and_its_vault_opens()
    {
        for (var round = 0; round < 5; round++)
        {
            var folder = Directory.CreateTempSubdirectory("credential-vault-");
            var home = new VaultHome(Path.Combine(folder.FullName, "vault"));
            var time = new FakeTimeProvider();
            var created = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                try
                {
                    (await VaultCreation.CreateAsync(home, time)).Dispose();
                    return true;
                }
                catch (Errors.VaultException)
                {
                    return false;
                }
            })));

            Assert.Single(created, won => won);
            await (await Vault.OpenAsync(home, time, OwnersProgram.CommandLine)).DisposeAsync();
            Assert.DoesNotContain(Directory.GetFiles(home.Path), file => file.Contains("unfinished", StringComparison.Ordinal));
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_recovery_key_is_kept_nowhere()
    {
        var folder = Directory.CreateTempSubdirectory("credential-vault-");
        var home = new VaultHome(Path.Combine(folder.FullName, "vault"));
        using var recovery = await VaultCreation.CreateAsync(home, new FakeTimeProvider());
        var scalar = PrivateScalar(recovery.OpeningKey.ToJwk());

        foreach (var file in Directory.GetFiles(home.Path, "*", SearchOption.AllDirectories))
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain(recovery.ToText(), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(scalar, text, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    private static string PrivateScalar(byte[] jwk)
    {
        using var parsed = System.Text.Json.JsonDocument.Parse(jwk);
        return parsed.RootElement.GetProperty("d").GetString()!;
    }

    private static string Fingerprint(string folder) => string.Join('\n', Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {File.GetUnixFileMode(file)} {File.GetLastWriteTimeUtc(file):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
