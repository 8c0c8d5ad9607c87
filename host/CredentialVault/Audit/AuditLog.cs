using System.Text.Json;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Sealing;
using CredentialVault.Storage;

namespace CredentialVault.Audit;

/// <summary>The audit: what was signed in where, when and for whom, what was refused, and what the owner changed.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="key">Seals the details.</param>
/// <param name="time">The clock.</param>
public sealed class AuditLog(IAuditStore store, OverviewKey key, TimeProvider time)
{
    private const int Batch = 500;
    private const int MostLookedAt = 5000;

    /// <summary>Adds a record.</summary>
    /// <param name="happened">See <see cref="AuditEvent"/>.</param>
    /// <param name="detail">The rest; its id is set here.</param>
    public Task WriteAsync(string happened, AuditDetail detail) => store.AppendAuditAsync(Row(happened, detail));

    /// <summary>A record that the store keeps together with what it is about.</summary>
    /// <param name="happened">See <see cref="AuditEvent"/>.</param>
    /// <param name="detail">The rest; its id is set here.</param>
    internal AuditRow Row(string happened, AuditDetail detail)
    {
        var id = Identifier.NewLong();
        var json = JsonSerializer.SerializeToUtf8Bytes(detail with { Id = id }, AuditJson.Default.AuditDetail);
        return new AuditRow(id, time.GetUtcNow(), happened, key.Seal(json));
    }

    /// <summary>The latest records, oldest of them first.</summary>
    /// <param name="most">At most so many.</param>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: a record was changed or moved.</exception>
    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(int most) =>
        [.. (await store.ReadAuditAsync(most)).Select(Open)];

    /// <summary>Records that fit a filter, latest first. A part of the audit is looked at, so that an answer comes soon however rare they are.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Id of the record to look on from, or null for the latest ones.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>The records, and where to look on from; null when that was all.</returns>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: a record was changed or moved.</exception>
    public async Task<AuditPage> FindAsync(AuditFilter filter, string? before, int most)
    {
        List<AuditRecord> found = [];
        for (var looked = 0; looked < MostLookedAt; looked += Batch)
        {
            var rows = await store.ReadAuditBeforeAsync(before, Batch);
            foreach (var row in rows)
            {
                before = row.Id;
                if (filter.Fits(row) && Open(row) is var record && filter.Fits(record))
                {
                    found.Add(record);
                    if (found.Count == most)
                    {
                        return new AuditPage(found, before);
                    }
                }
            }

            if (rows.Count < Batch)
            {
                return new AuditPage(found, null);
            }
        }

        return new AuditPage(found, before);
    }

    /// <summary>The credentials that had a label with this text, in any case, as far as their changes tell that are not too long ago to be looked at.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Their ids; removed ones are among them.</returns>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: a record was changed or moved.</exception>
    public async Task<IReadOnlySet<string>> IdsByLabelAsync(string text)
    {
        var changes = await FindAsync(new AuditFilter([AuditEvent.Add, AuditEvent.Edit, AuditEvent.Remove], Credential: null, Text: null), before: null, MostLookedAt);
        return changes.Records.Select(record => record.Detail)
            .Where(detail => detail.Credential is not null && (detail.Label?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false))
            .Select(detail => detail.Credential!)
            .ToHashSet(StringComparer.Ordinal);
    }

    internal AuditRecord Open(AuditRow row)
    {
        var detail = JsonSerializer.Deserialize(key.Open(row.Detail), AuditJson.Default.AuditDetail);
        return detail?.Id == row.Id
            ? new AuditRecord(row.Id, row.At, row.Event, detail)
            : throw VaultError.SealedValueInvalid.AsException();
    }
}
