using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialVault.Errors;
using Microsoft.Data.Sqlite;

namespace CredentialVault.SignIn.Chromium;

/// <summary>
/// Certificate authorities that an owner gave a profile, for Chromium to trust besides the usual ones: only a certificate
/// that one of them signed is taken. They stand in Chromium's own list of a user-data-dir; nobody's NSS database is touched.
/// </summary>
public static class TrustedAuthorities
{
    private const string DefaultFolder = "Default";
    private const string ListName = "ServerCertificate";
    private const int BusySeconds = 2;
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>
    /// Chromium's CertificateMetadata, trust of type TRUSTED, and after it a field that Chromium passes over: by it these
    /// entries are told from those that a person made in the browser.
    /// </summary>
    private static readonly byte[] Trusted = [0x0A, 0x02, 0x08, 0x03, 0xC2, 0x3E, 0x05, .. "vault"u8];

    /// <summary>Checks a file.</summary>
    /// <param name="file">Certificates in PEM (RFC 7468).</param>
    /// <exception cref="VaultException"><c>authority-invalid</c>: it cannot be read, or holds no certificate.</exception>
    public static void Check(string file) => Read(file);

    /// <summary>Makes the authorities of a file trusted, and those that were written here before no more. No browser may run there.</summary>
    /// <param name="userDataDirectory">The user-data-dir; made when missing.</param>
    /// <param name="file">Certificates in PEM (RFC 7468).</param>
    /// <exception cref="VaultException"><c>authority-invalid</c>; <c>profile-busy</c>: a browser has the list open; <c>authorities-not-written</c>.</exception>
    public static void Write(string userDataDirectory, string file)
    {
        var authorities = Read(file);
        foreach (var folder in Folders(userDataDirectory))
        {
            Directory.CreateDirectory(folder);
            Replace(Path.Combine(folder, ListName), authorities);
        }
    }

    /// <summary>Takes the trust back from those that were written here.</summary>
    /// <param name="userDataDirectory">The user-data-dir.</param>
    /// <exception cref="VaultException"><c>profile-busy</c>: a browser has the list open; <c>authorities-not-written</c>.</exception>
    public static void Remove(string userDataDirectory)
    {
        foreach (var list in Folders(userDataDirectory).Select(folder => Path.Combine(folder, ListName)).Where(File.Exists))
        {
            Replace(list, []);
        }
    }

    private static IReadOnlyList<byte[]> Read(string file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(file);
            return found.Count > 0 ? [.. found.Select(one => one.RawData)] : throw VaultError.AuthorityInvalid(file).AsException();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw VaultError.AuthorityInvalid(file).AsException(exception);
        }
        finally
        {
            foreach (var one in found)
            {
                one.Dispose();
            }
        }
    }

    /// <summary>A user-data-dir holds a folder for each of the people that Chromium knows in it; a new one has only the first.</summary>
    private static IEnumerable<string> Folders(string userDataDirectory) =>
    [
        Path.Combine(userDataDirectory, DefaultFolder),
        .. Directory.Exists(userDataDirectory)
            ? Directory.EnumerateDirectories(userDataDirectory).Where(folder => Path.GetFileName(folder) != DefaultFolder && File.Exists(Path.Combine(folder, "Preferences")))
            : [],
    ];

    private static void Replace(string list, IReadOnlyList<byte[]> authorities)
    {
        try
        {
            if (new FileInfo(list).LinkTarget is not null)
            {
                throw new IOException("A link would lead out of the folder.");
            }

            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = list, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
            connection.Open();
            using var transaction = connection.BeginTransaction();
            Execute(connection, """
                CREATE TABLE IF NOT EXISTS meta (key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
                INSERT OR IGNORE INTO meta VALUES ('version', '1'), ('last_compatible_version', '1');
                CREATE TABLE IF NOT EXISTS certificates (sha256hash_hex TEXT PRIMARY KEY, der_cert BLOB NOT NULL, trust_settings BLOB NOT NULL);
                """);
            Execute(connection, "DELETE FROM certificates WHERE trust_settings = $trusted", ("$trusted", Trusted));
            foreach (var authority in authorities)
            {
                Execute(
                    connection,
                    "INSERT OR REPLACE INTO certificates VALUES ($hash, $certificate, $trusted)",
                    ("$hash", Convert.ToHexStringLower(SHA256.HashData(authority))), ("$certificate", authority), ("$trusted", Trusted));
            }

            transaction.Commit();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is Busy or Locked)
        {
            throw VaultError.ProfileBusy("and has its list of authorities open").AsException(exception);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw VaultError.AuthoritiesNotWritten(list).AsException(exception);
        }
    }

    private static void Execute(SqliteConnection connection, string text, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
