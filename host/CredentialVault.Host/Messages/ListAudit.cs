using CredentialVault.Audit;

namespace CredentialVault.Host.Messages;

internal sealed record ListAuditRequest(
    string? Before, int Limit, string? Credential, IReadOnlyList<string> Events, string? Text, DateTimeOffset? Since, DateTimeOffset? Until);

internal sealed record ListAuditAnswer(IReadOnlyList<AuditMember> Records, string? Next);

internal sealed record AuditMember(
    string Id,
    DateTimeOffset At,
    string Event,
    string Sentence,
    string? Profile,
    string? Automation,
    string? Site,
    IReadOnlyList<string> MoreSites,
    string? Credential,
    string? Label,
    string? Outcome,
    string? Reason,
    long? Milliseconds,
    long? WaitedMilliseconds,
    IReadOnlyList<string> Reflected,
    ChangeMember? Change)
{
    /// <param name="record">The record.</param>
    public static AuditMember Of(AuditRecord record) => new(
        record.Id,
        record.At,
        record.Event,
        AuditSentence.Of(record),
        record.Detail.Profile,
        record.Detail.Automation,
        record.Detail.Site,
        record.Detail.MoreSites ?? [],
        record.Detail.Credential,
        record.Detail.Label,
        record.Detail.Outcome,
        record.Detail.Reason,
        record.Detail.Milliseconds,
        record.Detail.WaitedMilliseconds,
        record.Detail.Reflected ?? [],
        record.Detail.Change is { } change ? ChangeMember.Of(change) : null);
}

/// <summary>What an owner changed in a credential: the names of its parts, and no value of a secret; or which profile or automation came or went.</summary>
internal sealed record ChangeMember(
    string Program,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Attached,
    IReadOnlyList<string> Detached,
    string? Fill,
    bool? RememberDevice,
    string? Place,
    string? Role,
    IReadOnlyList<string> RunsIn)
{
    /// <param name="change">The change.</param>
    public static ChangeMember Of(RecordedChange change) => new(
        change.Program,
        change.Changed ?? [],
        change.Removed ?? [],
        change.Attached ?? [],
        change.Detached ?? [],
        change.Fill,
        change.RememberDevice,
        change.Place,
        change.Role,
        change.RunsIn ?? []);
}
