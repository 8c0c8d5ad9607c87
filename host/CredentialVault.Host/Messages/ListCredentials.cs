using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.SignIn;

namespace CredentialVault.Host.Messages;

internal sealed record ListCredentialsRequest(string? After);

internal sealed record ListCredentialsAnswer(IReadOnlyList<CredentialMember> Credentials, string? Next);

/// <summary>What an owner may see of a credential.</summary>
internal sealed record CredentialMember(
    string Id,
    string Label,
    IReadOnlyList<string> SignInOrigins,
    IReadOnlyList<string> SessionOrigins,
    string? SignInUrl,
    string Username,
    bool Totp,
    IReadOnlyList<string> Fields,
    string Fill,
    bool RememberDevice,
    IReadOnlyList<string> Attachments,
    LastSignInMember? LastSignIn,
    DateTimeOffset? VerifiedAt,
    StopMember? Stopped,
    IReadOnlyList<ConflictMember> Conflicts)
{
    private const int MostOthers = 5;

    /// <param name="credential">The credential.</param>
    /// <param name="last">Its last sign-in, or null.</param>
    /// <param name="refusal">Why the guard does not let it be tried, or null.</param>
    /// <param name="conflicts">Those that it is part of.</param>
    public static CredentialMember Of(Credential credential, AuditRecord? last, Outcome? refusal, IEnumerable<Conflict> conflicts) => new(
        credential.Id,
        credential.Overview.Label,
        credential.Overview.SignInOrigins,
        credential.Overview.SessionOrigins,
        credential.Overview.SignInUrl,
        credential.Overview.Username,
        credential.Overview.Totp is not null,
        credential.Overview.Fields ?? [],
        credential.Fill.ToName(),
        credential.Overview.RememberDevice,
        [.. credential.Attachments.Select(attachment => attachment.ToString())],
        last is null ? null : new LastSignInMember(last.At, last.Event, last.Detail.Outcome ?? "", last.Detail.Reason, AuditSentence.Of(Now(last, credential)), credential.UpdatedAt > last.At),
        credential.VerifiedAt,
        refusal?.Reason is { } reason ? new StopMember(reason, refusal.ExplanationToOwner, Reason.IsLiftedByOwner(reason)) : null,
        [.. conflicts.Select(conflict => new ConflictMember(
            conflict.Attachment.ToString(), conflict.Origin, [.. conflict.Credentials.Where(other => other.Id != credential.Id).Take(MostOthers).Select(other => other.Overview.Label)]))]);

    /// <summary>The record as it would be written today: the credential may have had another label then.</summary>
    private static AuditRecord Now(AuditRecord record, Credential credential) => record with { Detail = record.Detail with { Label = credential.Overview.Label } };
}

internal sealed record LastSignInMember(DateTimeOffset At, string Event, string Outcome, string? Reason, string Sentence, bool ChangedSince);

internal sealed record StopMember(string Reason, string Sentence, bool Unlockable);

internal sealed record ConflictMember(string Attachment, string Origin, IReadOnlyList<string> Others);
