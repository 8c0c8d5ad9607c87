using System.Globalization;
using CredentialVault.Credentials;
using CredentialVault.SignIn;

namespace CredentialVault.Audit;

/// <summary>An audit record in plain words, said to the owner.</summary>
public static class AuditSentence
{
    /// <summary>One or two sentences for a person.</summary>
    /// <param name="record">The record.</param>
    public static string Of(AuditRecord record)
    {
        var detail = record.Detail;
        return record.Event switch
        {
            AuditEvent.SignIn when SignedIn(detail) => $"Signed in{At(detail)}{With(detail)}{For(detail)}{Took(detail)}.",
            AuditEvent.SignIn => $"Could not sign in{At(detail)}{With(detail)}{For(detail)}{Took(detail)}. {Why(detail)}",
            AuditEvent.Refusal => $"Began no sign-in{At(detail)}{With(detail)}{For(detail)}. {Why(detail)}",
            AuditEvent.Verify when SignedIn(detail) => $"Your verification of {Name(detail)}{At(detail)} succeeded{Took(detail)}.",
            AuditEvent.Verify => $"Your verification of {Name(detail)}{At(detail)} failed{Took(detail)}. {Why(detail)}",
            AuditEvent.GetCode => $"You got a one-time code for {Name(detail)}{BeforeSaving(detail)}.",
            AuditEvent.Unlock => $"You lifted the stop of {Name(detail)}, so that it is tried again.",
            AuditEvent.Add => $"You added {Name(detail)}{At(detail)}{By(detail)}{Added(detail.Change)}.",
            AuditEvent.Edit => $"You changed {Name(detail)}{By(detail)}: {Changed(detail.Change)}.{(detail.Change?.LiftsStop is true ? " That lifted its stop." : "")}",
            AuditEvent.Attach => $"You attached {Name(detail)} to {Places(detail.Change?.Attached)}{By(detail)}.",
            AuditEvent.Detach => $"You detached {Name(detail)} from {Places(detail.Change?.Detached)}{By(detail)}.",
            AuditEvent.Remove => $"You removed {Name(detail)}{At(detail)}{By(detail)}, with everything stored for it.",
            AuditEvent.AddProfile => $"You registered the {detail.Change?.Role} profile {PlaceName(detail)}{By(detail)}.",
            AuditEvent.RemoveProfile => $"You removed the {detail.Change?.Role} profile {PlaceName(detail)}{By(detail)}, with every attachment to it.",
            AuditEvent.AddAutomation => $"You added the automation {PlaceName(detail)}{By(detail)}; it {ChangeWords.RunsIn(detail.Change?.RunsIn ?? [])}.",
            AuditEvent.RemoveAutomation => $"You removed the automation {PlaceName(detail)}{By(detail)}, with every attachment to it.",
            _ => record.Event + ".",
        } + Pressed(detail) + Stopped(detail) + Reflected(detail);
    }

    private static bool SignedIn(AuditDetail detail) => detail.Outcome == Outcome.SignedIn.Code;

    private static string At(AuditDetail detail) => detail.Site is { } site ? $" at {string.Join(" and ", [site, .. detail.MoreSites ?? []])}" : "";

    private static string With(AuditDetail detail) => detail.Label is { } label ? $" with '{label}'" : "";

    private static string Name(AuditDetail detail) => detail.Label is { } label ? $"'{label}'" : "a credential";

    private static string PlaceName(AuditDetail detail) => detail.Change?.Place is { } place ? $"'{Attachment.Parse(place).Name}'" : "";

    private static string For(AuditDetail detail) => detail switch
    {
        { Automation: { } automation, Profile: { } profile } => $" for the automation '{automation}' in the profile '{profile}'",
        { Profile: { } profile } => $" for the profile '{profile}'",
        _ => "",
    };

    private static string By(AuditDetail detail) => detail.Change is { } change ? " " + OwnersProgramNames.InWords(change.Program) : "";

    private static string Added(RecordedChange? change) =>
        $"{(change?.Fill is { } fill ? $", to be typed in {ChangeWords.Where(fill)}" : "")}, attached to {Places(change?.Attached)}";

    private static string Changed(RecordedChange? change) =>
        change is not null && ChangeWords.Of(change) is { Count: > 0 } words ? string.Join(", ", words) : "nothing is another than before";

    private static string Places(IReadOnlyList<string>? attachments) =>
        attachments is { Count: > 0 } ? string.Join(" and ", attachments.Select(ChangeWords.Place)) : "nothing";

    private static string Took(AuditDetail detail)
    {
        if (detail.Milliseconds is not { } milliseconds)
        {
            return "";
        }

        // A wait that rounds to nothing is none.
        var waited = detail.WaitedMilliseconds is { } some and >= 500 ? some : 0;
        var worked = string.Create(CultureInfo.InvariantCulture, $", in {(milliseconds - waited) / 1000.0:0.0} s");
        return waited == 0 ? worked : string.Create(CultureInfo.InvariantCulture, $"{worked} after waiting {waited / 1000.0:0} s");
    }

    private static string BeforeSaving(AuditDetail detail) => detail.SecondsBeforeSaving switch
    {
        null => "",
        < 60 => " less than a minute before its key was saved",
        { } seconds => string.Create(CultureInfo.InvariantCulture, $" {seconds / 60} min before its key was saved"),
    };

    private static string Why(AuditDetail detail) => Outcome.ToOwner(detail.Outcome, detail.Reason) ?? detail.Outcome + ".";

    private static string Pressed(AuditDetail detail) => detail.Pressed is { Count: > 0 } ways
        ? $" On the way it {string.Join(", then ", ways.Select(WayOn.InWords))}."
        : "";

    private static string Stopped(AuditDetail detail) => detail.StoppedAt is { } origin
        ? $" The password or a code would have gone to {origin}, which is not one of its sign-in origins; it was not sent there."
        : "";

    private static string Reflected(AuditDetail detail) => detail.Reflected is { Count: > 0 } places
        ? $" The site stores the password, the authenticator key or a code in {string.Join(", ", places)}; that was not handed over."
        : "";
}
