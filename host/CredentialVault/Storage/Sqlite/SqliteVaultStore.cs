using CredentialVault.Errors;
using Microsoft.Data.Sqlite;

namespace CredentialVault.Storage.Sqlite;

/// <summary>
/// A vault in one SQLite file: write-ahead log, every commit on disk before it is acknowledged, foreign
/// keys on. Many processes may have the same file open. One instance has one connection and lets one
/// call at a time use it.
/// </summary>
public sealed partial class SqliteVaultStore : IVaultStore
{
    private const int BusySeconds = 5;

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private SqliteVaultStore(SqliteConnection connection, string path)
    {
        _connection = connection;
        _path = path;
    }

    /// <summary>Makes a new database; nothing may stand at its path.</summary>
    /// <param name="path">Where.</param>
    /// <param name="vault">What the vault is made with.</param>
    /// <exception cref="VaultException"><c>vault-not-writable</c>, <c>vault-unreadable</c>.</exception>
    public static async Task<SqliteVaultStore> CreateAsync(string path, VaultRow vault)
    {
        var store = await OpenAsync(path, SqliteOpenMode.ReadWriteCreate);
        await store.RunAsync(command =>
        {
            command.CommandText = """
                INSERT INTO vault (only_row, id, sealing_key_id, overview_key_id, recovery_key, created_at)
                VALUES (1, $id, $sealing, $overview, $recovery, $at)
                """;
            command.Bind("$id", vault.Id).Bind("$sealing", vault.SealingKeyId).Bind("$overview", vault.OverviewKeyId)
                .Bind("$recovery", vault.RecoveryKey).Bind("$at", vault.CreatedAt);
            return command.ExecuteNonQueryAsync();
        });
        return store;
    }

    /// <summary>Opens a database and brings its schema up to date.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="VaultException"><c>vault-unreadable</c>, <c>vault-too-new</c>, <c>vault-busy</c>, <c>vault-not-writable</c>.</exception>
    public static Task<SqliteVaultStore> OpenAsync(string path) => OpenAsync(path, SqliteOpenMode.ReadWrite);

    /// <inheritdoc/>
    public Task<VaultRow> ReadVaultAsync() => RunAsync(async command =>
    {
        command.CommandText = "SELECT id, sealing_key_id, overview_key_id, recovery_key, created_at FROM vault";
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync()
            ? new VaultRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Time(4))
            : throw VaultError.VaultUnreadable(_path).AsException();
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private static async Task<SqliteVaultStore> OpenAsync(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
            ForeignKeys = true,
        }.ToString());
        var store = new SqliteVaultStore(connection, path);
        try
        {
            await store.TranslateAsync(() => store.PrepareAsync(isNew: mode == SqliteOpenMode.ReadWriteCreate));
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private async Task<int> PrepareAsync(bool isNew)
    {
        await _connection.OpenAsync();
        await using var command = _connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;";
        await command.ExecuteNonQueryAsync();

        // What is no vault, or a newer one, is left as it is: the next statement would already change the file.
        var found = await VersionAsync(command);
        if (found == 0 && !isNew)
        {
            throw VaultError.VaultUnreadable(_path).AsException();
        }

        if (found > Migrations.All.Count)
        {
            throw VaultError.VaultTooNew.AsException();
        }

        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync();
        if (found == Migrations.All.Count)
        {
            return 0;
        }

        // The write lock is taken before the version is read again, so that two processes do not migrate at once.
        await using var transaction = _connection.BeginTransaction(deferred: false);
        command.Transaction = transaction;
        var version = await VersionAsync(command);
        if (version > Migrations.All.Count)
        {
            throw VaultError.VaultTooNew.AsException();
        }

        foreach (var migration in Migrations.All.Skip(version))
        {
            command.CommandText = migration;
            await command.ExecuteNonQueryAsync();
        }

        command.CommandText = $"PRAGMA user_version = {Migrations.All.Count}";
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return 0;
    }

    private static async Task<int> VersionAsync(SqliteCommand command)
    {
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Runs one statement.</summary>
    private async Task<T> RunAsync<T>(Func<SqliteCommand, Task<T>> statement)
    {
        await _turn.WaitAsync();
        try
        {
            return await TranslateAsync(async () =>
            {
                await using var command = _connection.CreateCommand();
                return await statement(command);
            });
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs several statements that are all kept or none. The write lock is taken at the start, so none of them can fail for having read too early.</summary>
    private Task<T> RunTogetherAsync<T>(Func<SqliteCommand, Task<T>> statements) => RunAsync(async command =>
    {
        await using var transaction = _connection.BeginTransaction(deferred: false);
        command.Transaction = transaction;
        var result = await statements(command);
        await transaction.CommitAsync();
        return result;
    });

    private async Task<T> TranslateAsync<T>(Func<Task<T>> work)
    {
        const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13;
        try
        {
            return await work();
        }
        catch (SqliteException exception)
        {
            throw (exception.SqliteErrorCode switch
            {
                Busy or Locked => VaultError.VaultBusy,
                ReadOnly or InputOutput or Full => VaultError.VaultNotWritable(_path),
                _ => VaultError.VaultUnreadable(_path),
            }).AsException(exception);
        }
    }
}
