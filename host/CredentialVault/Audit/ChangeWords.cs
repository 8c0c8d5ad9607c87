using CredentialVault.Credentials;

namespace CredentialVault.Audit;

/// <summary>The words for <see cref="RecordedChange"/>, for a person.</summary>
public static class ChangeWords
{
    /// <summary>All that was changed, as the parts of a sentence; empty when nothing was.</summary>
    /// <param name="change">The change.</param>
    public static IReadOnlyList<string> Of(RecordedChange change) =>
    [
        .. (change.Changed ?? []).Select(part => part == "fill" ? $"fill (now {change.Fill})" : Part(part)),
        .. (change.Removed ?? []).Select(part => $"{Part(part)} removed"),
        .. (change.Attached ?? []).Select(place => $"attached to {Place(place)}"),
        .. (change.Detached ?? []).Select(place => $"detached from {Place(place)}"),
    ];

    /// <summary>A place, such as <c>the profile 'work'</c>.</summary>
    /// <param name="attachment">The written form of an <see cref="Attachment"/>.</param>
    public static string Place(string attachment)
    {
        var (kind, name) = Attachment.Parse(attachment);
        return kind == AttachmentKind.Profile ? $"the profile '{name}'" : $"the automation '{name}'";
    }

    private static string Part(string part) => part switch
    {
        "sign-in-origins" => "sign-in origins",
        "session-origins" => "session origins",
        "sign-in-url" => "sign-in page",
        "remember-device" => "whether the device is remembered",
        FieldName.TotpSeed => "authenticator key",
        _ => FieldName.NameOfFurther(part) is { } name ? $"field '{name}'" : part,
    };
}
