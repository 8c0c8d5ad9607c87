using CredentialVault.Credentials;

namespace CredentialVault.Audit;

/// <summary>The words for <see cref="RecordedChange"/>, for a person.</summary>
public static class ChangeWords
{
    /// <summary>All that was changed, as the parts of a sentence; empty when nothing was.</summary>
    /// <param name="change">The change.</param>
    public static IReadOnlyList<string> Of(RecordedChange change) =>
    [
        .. change.Place is { } place ? (string[])[Place(place)] : [],
        .. change.Role is { } role ? (string[])[$"role {role}"] : [],
        .. change.RunsIn is { } profiles ? (string[])[RunsIn(profiles)] : [],
        .. (change.Changed ?? []).Select(part => Part(part) + Now(part, change)),
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

    /// <summary>Where an automation may run, such as <c>runs in the profile 'work'</c>.</summary>
    /// <param name="profiles">Names of profiles; at least one.</param>
    public static string RunsIn(IReadOnlyList<string> profiles) =>
        $"runs in the {(profiles.Count == 1 ? "profile" : "profiles")} {string.Join(" and ", profiles.Select(name => $"'{name}'"))}";

    /// <summary>Where the values are typed, with the word for programs.</summary>
    /// <param name="fill">The name of a <see cref="Fill"/>.</param>
    public static string Where(string fill) =>
        fill == Fill.Isolated.ToName() ? $"a browser of the vault's own ({fill})" : $"the agent's own page ({fill})";

    private static string Now(string part, RecordedChange change) => part switch
    {
        "fill" when change.Fill is { } fill => $" now in {Where(fill)}",
        "label" when change.LabelBefore is { } before => $" (it was '{before}')",
        "remember-device" when change.RememberDevice is { } remembers => remembers ? " (now on)" : " (now off)",
        _ => "",
    };

    private static string Part(string part) => part switch
    {
        "sign-in-origins" => "sites to sign in at (sign-in origins)",
        "session-origins" => "sites that the agent works at (session origins)",
        "sign-in-url" => "sign-in page",
        "fill" => "where it is typed",
        "remember-device" => "whether the site is to remember the device",
        FieldName.TotpSeed => "authenticator key",
        _ => FieldName.NameOfFurther(part) is { } name ? $"field '{name}'" : part,
    };
}
