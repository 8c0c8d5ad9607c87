using CredentialVault.Sealing;
using Microsoft.Data.Sqlite;

namespace CredentialVault.Storage.Sqlite;

public sealed partial class SqliteVaultStore
{
    /// <inheritdoc/>
    public Task AppendAuditAsync(AuditRow record) => RunAsync(command => InsertAuditAsync(command, record));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuditRow>> ReadAuditAsync(int most) => [.. (await ReadAuditBeforeAsync(before: null, most)).Reverse()];

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditRow>> ReadAuditBeforeAsync(string? before, int most) => RunAsync<IReadOnlyList<AuditRow>>(async command =>
    {
        command.CommandText = """
            SELECT id, at, event, detail FROM audit
            WHERE $before IS NULL OR position < (SELECT position FROM audit WHERE id = $before)
            ORDER BY position DESC LIMIT $most
            """;
        command.Bind("$before", before).Bind("$most", most);
        await using var row = await command.ExecuteReaderAsync();
        List<AuditRow> records = [];
        while (await row.ReadAsync())
        {
            records.Add(new AuditRow(row.GetString(0), row.Time(1), row.GetString(2), new SealedValue(row.GetString(3))));
        }

        return records;
    });

    private static Task<int> InsertAuditAsync(SqliteCommand command, AuditRow record)
    {
        command.Parameters.Clear();
        command.CommandText = "INSERT INTO audit (id, at, event, detail) VALUES ($id, $at, $event, $detail)";
        command.Bind("$id", record.Id).Bind("$at", record.At).Bind("$event", record.Event).Bind("$detail", record.Detail.Compact);
        return command.ExecuteNonQueryAsync();
    }
}
