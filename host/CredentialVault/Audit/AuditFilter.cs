using CredentialVault.Storage;

namespace CredentialVault.Audit;

/// <summary>Which audit records are meant.</summary>
/// <param name="Events">See <see cref="AuditEvent"/>; empty: all.</param>
/// <param name="Credential">Only of the credential with this id; null: of all.</param>
/// <param name="Text">Only with this text, in any case, in what a person can read of them; null: all.</param>
public sealed record AuditFilter(IReadOnlyList<string> Events, string? Credential, string? Text)
{
    /// <summary>Ids of credentials whose records have the text without saying so: no record holds a username, or a label of another time.</summary>
    public IReadOnlySet<string> Named { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Only what happened then or later; null: however long ago.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only what happened before then; null: until now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What can be said without opening the record.</summary>
    internal bool Fits(AuditRow row) =>
        (Events.Count == 0 || Events.Contains(row.Event, StringComparer.Ordinal))
        && (Since is not { } since || row.At >= since)
        && (Until is not { } until || row.At < until);

    internal bool Fits(AuditRecord record) =>
        (Credential is null || record.Detail.Credential == Credential)
        && (Text is null || Named.Contains(record.Detail.Credential ?? "") || Readable(record).Any(part => part?.Contains(Text, StringComparison.OrdinalIgnoreCase) ?? false));

    private static IEnumerable<string?> Readable(AuditRecord record) =>
    [
        AuditSentence.Of(record),
        record.Event,
        record.Detail.Profile,
        record.Detail.Automation,
        record.Detail.Site,
        record.Detail.Credential,
        record.Detail.Label,
        record.Detail.Outcome,
        record.Detail.Reason,
    ];
}

/// <summary>A part of the audit.</summary>
/// <param name="Records">Records that fit, latest first.</param>
/// <param name="Next">Id of the record to look on from, or null when that was all.</param>
public sealed record AuditPage(IReadOnlyList<AuditRecord> Records, string? Next);
