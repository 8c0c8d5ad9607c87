using CredentialVault.Sealing;

namespace CredentialVault.Storage;

/// <summary>The part of the store that holds the audit. Records are only ever added.</summary>
public interface IAuditStore
{
    /// <summary>Adds a record.</summary>
    /// <param name="record">The record.</param>
    Task AppendAuditAsync(AuditRow record);

    /// <summary>The latest records, oldest of them first.</summary>
    /// <param name="most">At most so many.</param>
    Task<IReadOnlyList<AuditRow>> ReadAuditAsync(int most);

    /// <summary>Records before one, latest first.</summary>
    /// <param name="before">Id of that record, or null for the latest ones.</param>
    /// <param name="most">At most so many.</param>
    Task<IReadOnlyList<AuditRow>> ReadAuditBeforeAsync(string? before, int most);
}

/// <summary>An audit record as it is stored.</summary>
/// <param name="Id">26 random characters.</param>
/// <param name="At">When.</param>
/// <param name="Event">What: see <see cref="Audit.AuditEvent"/>.</param>
/// <param name="Detail">The rest, sealed under the overview key.</param>
public sealed record AuditRow(string Id, DateTimeOffset At, string Event, SealedValue Detail);
