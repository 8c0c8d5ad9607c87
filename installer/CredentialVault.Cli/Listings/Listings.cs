using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Profiles;

namespace CredentialVault.Cli.Listings;

/// <summary>A profile, for programs.</summary>
internal sealed record ProfileListing(string Id, string Name, string Role, string UserDataDirectory, string? Browser, string? Proxy, string? CertificateAuthority, ContactListing? LastContact)
{
    public static ProfileListing Of(Profile profile) => new(
        profile.Id,
        profile.Name,
        profile.Role.ToName(),
        profile.UserDataDirectory,
        profile.Browser,
        profile.Proxy,
        profile.CertificateAuthority,
        profile.LastContact is { } contact ? new ContactListing(contact.At, contact.Extension, contact.Browser, contact.Host, contact.Automation) : null);
}

/// <summary>When a profile's extension was last heard of, for programs.</summary>
internal sealed record ContactListing(DateTimeOffset At, string Extension, string Browser, string Host, string? Automation);

/// <summary>An automation, for programs.</summary>
internal sealed record AutomationListing(string Name, IReadOnlyList<string> Profiles);

/// <summary>A credential without its secrets, for programs.</summary>
internal sealed record CredentialListing(
    string Id,
    string Label,
    IReadOnlyList<string> SignInOrigins,
    IReadOnlyList<string> SessionOrigins,
    string Username,
    string? SignInUrl,
    TotpParameters? Totp,
    IReadOnlyList<string> Fields,
    string Fill,
    bool RememberDevice,
    IReadOnlyList<string> Attachments,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? StoppedReason,
    DateTimeOffset? VerifiedAt)
{
    public static CredentialListing Of(Credential credential, string? stoppedReason) => new(
        credential.Id,
        credential.Overview.Label,
        credential.Overview.SignInOrigins,
        credential.Overview.SessionOrigins,
        credential.Overview.Username,
        credential.Overview.SignInUrl,
        credential.Overview.Totp,
        credential.Overview.Fields ?? [],
        credential.Fill.ToName(),
        credential.Overview.RememberDevice,
        [.. credential.Attachments.Select(attachment => attachment.ToString())],
        credential.CreatedAt,
        credential.UpdatedAt,
        stoppedReason,
        credential.VerifiedAt);
}

/// <summary>An audit record, for programs.</summary>
internal sealed record AuditListing(
    string Id, DateTimeOffset At, string Event, string? Profile, string? Automation, string? Site, IReadOnlyList<string>? MoreSites, string? Credential, string? Label, string? Outcome, string? Reason, long? Milliseconds, long? WaitedMilliseconds, IReadOnlyList<string>? Reflected, IReadOnlyList<string>? Pressed, string? StoppedAt, RecordedChange? Change)
{
    public static AuditListing Of(AuditRecord record) => new(
        record.Id,
        record.At,
        record.Event,
        record.Detail.Profile,
        record.Detail.Automation,
        record.Detail.Site,
        record.Detail.MoreSites,
        record.Detail.Credential,
        record.Detail.Label,
        record.Detail.Outcome,
        record.Detail.Reason,
        record.Detail.Milliseconds,
        record.Detail.WaitedMilliseconds,
        record.Detail.Reflected,
        record.Detail.Pressed,
        record.Detail.StoppedAt,
        record.Detail.Change);
}

/// <summary>What doctor found, for programs.</summary>
internal sealed record DiagnosisListing(string Check, string State, string Sentence, string? Mend);
