using CredentialVault.Audit;

namespace CredentialVault.Host.Messages;

internal sealed record ListAuditRequest(string? Before, int Limit, string? Credential, IReadOnlyList<string> Events, string? Text);

internal sealed record ListAuditAnswer(IReadOnlyList<AuditMember> Records, string? Next);

internal sealed record AuditMember(
    string Id,
    DateTimeOffset At,
    string Event,
    string Sentence,
    string? Profile,
    string? Automation,
    string? Site,
    string? Credential,
    string? Label,
    string? Outcome,
    string? Reason,
    long? Milliseconds,
    long? WaitedMilliseconds,
    IReadOnlyList<string> Reflected)
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
        record.Detail.Credential,
        record.Detail.Label,
        record.Detail.Outcome,
        record.Detail.Reason,
        record.Detail.Milliseconds,
        record.Detail.WaitedMilliseconds,
        record.Detail.Reflected ?? []);
}
