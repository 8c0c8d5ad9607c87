using System.Text;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.Sealing;
using CredentialVault.Storage;
using CredentialVault.Storage.Sqlite;

namespace CredentialVault.Vaults;

/// <summary>Makes a new vault.</summary>
public static class VaultCreation
{
    /// <summary>Makes keys and an empty database, or changes nothing.</summary>
    /// <param name="home">Where.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The recovery key, kept nowhere: a backup sealed to it can be opened only with what the owner writes down now.</returns>
    /// <exception cref="VaultException"><c>vault-exists</c>, <c>vault-incomplete</c>, <c>key-file-unsafe</c>, <c>vault-not-writable</c>.</exception>
    public static async Task<RecoveryKey> CreateAsync(VaultHome home, TimeProvider time)
    {
        if (File.Exists(home.Database))
        {
            throw VaultError.VaultExists(home.Path).AsException();
        }

        if (Path.Exists(home.Keys))
        {
            throw VaultError.VaultIncomplete(home.Path).AsException();
        }

        // A name of its own, so that two who create at once do not mix their halves.
        var unfinished = $"{home.Database}.{Identifier.NewShort()}.unfinished";
        try
        {
            OwnerOnly.CreateDirectory(home.Path);
            using var opening = OpeningKey.Generate();
            using var overview = OverviewKey.Generate();
            var recovery = RecoveryKey.Generate();
            var row = new VaultRow(Identifier.NewLong(), opening.Kid, overview.Kid, Encoding.UTF8.GetString(recovery.SealingKey.ToJwk()), time.GetUtcNow());
            await using (await SqliteVaultStore.CreateAsync(unfinished, row))
            {
                OwnerOnly.Protect(unfinished);
            }

            new KeyDirectory(home.Keys).Create(opening, overview);
            File.Move(unfinished, home.Database);
            return recovery;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw VaultError.VaultNotWritable(home.Database).AsException(exception);
        }
        finally
        {
            DeleteIfThere(unfinished);
        }
    }

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
