using System.Text.Json;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Sealing;
using CredentialVault.Storage;

namespace CredentialVault.Audit;

/// <summary>The audit: what was signed in where, when and for whom, and what was refused.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="key">Seals the details.</param>
/// <param name="time">The clock.</param>
public sealed class AuditLog(IAuditStore store, OverviewKey key, TimeProvider time)
{
    /// <summary>Adds a record.</summary>
    /// <param name="happened">See <see cref="AuditEvent"/>.</param>
    /// <param name="detail">The rest; its id is set here.</param>
    public Task WriteAsync(string happened, AuditDetail detail)
    {
        var id = Identifier.NewLong();
        var json = JsonSerializer.SerializeToUtf8Bytes(detail with { Id = id }, AuditJson.Default.AuditDetail);
        return store.AppendAuditAsync(new AuditRow(id, time.GetUtcNow(), happened, key.Seal(json)));
    }

    /// <summary>The latest records, oldest of them first.</summary>
    /// <param name="most">At most so many.</param>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: a record was changed or moved.</exception>
    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(int most) =>
        [.. (await store.ReadAuditAsync(most)).Select(Open)];

    private AuditRecord Open(AuditRow row)
    {
        var detail = JsonSerializer.Deserialize(key.Open(row.Detail), AuditJson.Default.AuditDetail);
        return detail?.Id == row.Id
            ? new AuditRecord(row.Id, row.At, row.Event, detail)
            : throw VaultError.SealedValueInvalid.AsException();
    }
}
