using CredentialVault.Errors;

namespace CredentialVault.Credentials;

/// <summary>What a credential can be attached to.</summary>
public enum AttachmentKind
{
    /// <summary>A browser profile: usable by whatever runs in it.</summary>
    Profile,

    /// <summary>An automation: usable only when the browser was started for it.</summary>
    Automation,
}

/// <summary>A credential's attachment to a profile or an automation, written <c>profile:NAME</c> or <c>automation:NAME</c>.</summary>
/// <param name="Kind">To which of the two.</param>
/// <param name="Name">The name of the profile or automation.</param>
public sealed record Attachment(AttachmentKind Kind, string Name)
{
    private const string ProfilePrefix = "profile:";
    private const string AutomationPrefix = "automation:";

    /// <summary>Reads the written form.</summary>
    /// <param name="text"><c>profile:NAME</c> or <c>automation:NAME</c>.</param>
    /// <exception cref="VaultException"><c>attachment-invalid</c>.</exception>
    public static Attachment Parse(string text) => text switch
    {
        _ when text.StartsWith(ProfilePrefix, StringComparison.Ordinal) && text.Length > ProfilePrefix.Length =>
            new Attachment(AttachmentKind.Profile, text[ProfilePrefix.Length..]),
        _ when text.StartsWith(AutomationPrefix, StringComparison.Ordinal) && text.Length > AutomationPrefix.Length =>
            new Attachment(AttachmentKind.Automation, text[AutomationPrefix.Length..]),
        _ => throw VaultError.AttachmentInvalid.AsException(),
    };

    /// <summary>The written form.</summary>
    public override string ToString() => (Kind == AttachmentKind.Profile ? ProfilePrefix : AutomationPrefix) + Name;
}
