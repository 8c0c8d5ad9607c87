using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Storage;

namespace CredentialVault.Profiles;

/// <summary>Audit records of the profiles and automations that an owner adds and removes. The store keeps each together with what it is about, or neither.</summary>
/// <param name="audit">Makes the records.</param>
/// <param name="program">By what the owner does it.</param>
internal sealed class PlaceRecords(AuditLog audit, OwnersProgram program)
{
    /// <summary>A profile was added.</summary>
    /// <param name="profile">The profile.</param>
    public AuditRow Added(Profile profile) => Row(AuditEvent.AddProfile, Of(profile));

    /// <summary>A profile was removed.</summary>
    /// <param name="profile">The profile.</param>
    public AuditRow Removed(Profile profile) => Row(AuditEvent.RemoveProfile, Of(profile));

    /// <summary>An automation was added.</summary>
    /// <param name="automation">The automation.</param>
    public AuditRow Added(Automation automation) => Row(AuditEvent.AddAutomation, Of(automation));

    /// <summary>An automation was removed.</summary>
    /// <param name="automation">The automation.</param>
    public AuditRow Removed(Automation automation) => Row(AuditEvent.RemoveAutomation, Of(automation));

    private RecordedChange Of(Profile profile) => new()
    {
        Program = program.ToName(),
        Place = new Attachment(AttachmentKind.Profile, profile.Name).ToString(),
        Role = profile.Role.ToName(),
    };

    private RecordedChange Of(Automation automation) => new()
    {
        Program = program.ToName(),
        Place = new Attachment(AttachmentKind.Automation, automation.Name).ToString(),
        RunsIn = automation.Profiles.Count > 0 ? automation.Profiles : null,
    };

    private AuditRow Row(string happened, RecordedChange change) => audit.Row(happened, new AuditDetail { Change = change });
}
