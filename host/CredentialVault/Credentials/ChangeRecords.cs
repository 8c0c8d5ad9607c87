using CredentialVault.Audit;
using CredentialVault.Storage;

namespace CredentialVault.Credentials;

/// <summary>Audit records of what an owner changes. The store keeps each together with the change that it is about, or neither.</summary>
/// <param name="audit">Makes the records.</param>
/// <param name="program">By what the owner makes the changes.</param>
internal sealed class ChangeRecords(AuditLog audit, OwnersProgram program)
{
    private const string Label = "label";

    /// <summary>A credential was added.</summary>
    /// <param name="overview">The credential.</param>
    /// <param name="attachments">To what it is attached.</param>
    public AuditRow Added(Overview overview, IReadOnlyList<Attachment> attachments)
    {
        var change = new RecordedChange
        {
            Program = program.ToName(),
            Attached = Places(attachments),
            Fill = (overview.Fill ?? Fill.Isolated).ToName(),
        };
        var sites = overview.SessionOrigins.Union(overview.SignInOrigins, StringComparer.Ordinal);
        return audit.Row(AuditEvent.Add, Detail(overview, change) with { MoreSites = OrNull([.. sites.Skip(1)]) });
    }

    /// <summary>A credential was changed.</summary>
    /// <param name="old">As it was.</param>
    /// <param name="now">As it is.</param>
    /// <param name="given">Fields of the secrets that were given.</param>
    /// <param name="attachments">To what it is attached now.</param>
    public AuditRow Changed(Credential old, Overview now, IEnumerable<string> given, IReadOnlyList<Attachment> attachments)
    {
        var fill = now.Fill ?? Fill.Isolated;
        return Row(AuditEvent.Edit, now, new RecordedChange
        {
            Program = program.ToName(),
            Changed = OrNull([.. Parts(old.Overview, now), .. fill == old.Fill ? [] : (string[])["fill"], .. given]),
            Removed = OrNull([.. Secrets(old.Overview).Except(Secrets(now), StringComparer.Ordinal)]),
            Attached = Places(attachments.Except(old.Attachments)),
            Detached = Places(old.Attachments.Except(attachments)),
            Fill = fill == old.Fill ? null : fill.ToName(),
            LabelBefore = now.Label == old.Overview.Label ? null : old.Overview.Label,
            RememberDevice = now.RememberDevice == old.Overview.RememberDevice ? null : now.RememberDevice,
            LiftsStop = old.StoppedReason is not null && ConcernsSignIn(old, now, given) ? true : null,
        });
    }

    /// <summary>Whether what a credential signs in with is another now: all but its label and what it is attached to.</summary>
    /// <param name="old">As it was.</param>
    /// <param name="now">As it is.</param>
    /// <param name="given">Fields of the secrets that were given.</param>
    public static bool ConcernsSignIn(Credential old, Overview now, IEnumerable<string> given) =>
        given.Any() || (now.Fill ?? Fill.Isolated) != old.Fill || Parts(old.Overview, now).Any(part => part != Label)
        || !Secrets(old.Overview).ToHashSet(StringComparer.Ordinal).SetEquals(Secrets(now));

    /// <summary>A credential was attached.</summary>
    /// <param name="overview">The credential.</param>
    /// <param name="attachment">To what.</param>
    public AuditRow Attached(Overview overview, Attachment attachment) =>
        Row(AuditEvent.Attach, overview, new RecordedChange { Program = program.ToName(), Attached = Places([attachment]) });

    /// <summary>A credential was detached.</summary>
    /// <param name="overview">The credential.</param>
    /// <param name="attachment">From what.</param>
    public AuditRow Detached(Overview overview, Attachment attachment) =>
        Row(AuditEvent.Detach, overview, new RecordedChange { Program = program.ToName(), Detached = Places([attachment]) });

    /// <summary>A credential was removed.</summary>
    /// <param name="overview">The credential.</param>
    public AuditRow Removed(Overview overview) => Row(AuditEvent.Remove, overview, new RecordedChange { Program = program.ToName() });

    private AuditRow Row(string happened, Overview overview, RecordedChange change) => audit.Row(happened, Detail(overview, change));

    private static AuditDetail Detail(Overview overview, RecordedChange change) => new()
    {
        Site = overview.SessionOrigins[0],
        Credential = overview.Id,
        Label = overview.Label,
        Change = change,
    };

    private static IEnumerable<string> Parts(Overview old, Overview now)
    {
        (string Part, bool IsOther)[] parts =
        [
            (Label, old.Label != now.Label),
            ("sign-in-origins", !old.SignInOrigins.SequenceEqual(now.SignInOrigins, StringComparer.Ordinal)),
            ("session-origins", !old.SessionOrigins.SequenceEqual(now.SessionOrigins, StringComparer.Ordinal)),
            ("sign-in-url", old.SignInUrl != now.SignInUrl),
            ("username", old.Username != now.Username),
            ("remember-device", old.RememberDevice != now.RememberDevice),
        ];
        return parts.Where(part => part.IsOther).Select(part => part.Part);
    }

    private static IEnumerable<string> Secrets(Overview overview) =>
    [
        .. overview.Totp is null ? [] : (string[])[FieldName.TotpSeed],
        .. (overview.Fields ?? []).Select(FieldName.Further),
    ];

    private static IReadOnlyList<string>? Places(IEnumerable<Attachment> attachments) => OrNull([.. attachments.Select(attachment => attachment.ToString())]);

    private static IReadOnlyList<string>? OrNull(IReadOnlyList<string> texts) => texts.Count > 0 ? texts : null;
}
