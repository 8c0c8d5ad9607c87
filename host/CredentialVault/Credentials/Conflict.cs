namespace CredentialVault.Credentials;

/// <summary>Several credentials that one profile or automation may use at one origin: nothing is signed in there, since none of them is meant more than another.</summary>
/// <param name="Attachment">To what they are attached.</param>
/// <param name="Origin">The sign-in origin that they share.</param>
/// <param name="Credentials">Which; at least two.</param>
public sealed record Conflict(Attachment Attachment, string Origin, IReadOnlyList<Credential> Credentials)
{
    /// <summary>Every conflict among some credentials.</summary>
    /// <param name="credentials">The credentials, each once.</param>
    public static IReadOnlyList<Conflict> Among(IReadOnlyList<Credential> credentials) =>
    [
        .. credentials
            .SelectMany(one => one.Attachments.SelectMany(attachment => one.Overview.SignInOrigins.Select(origin => (attachment, origin, one))))
            .GroupBy(use => (use.attachment, use.origin), use => use.one)
            .Where(users => users.Skip(1).Any())
            .Select(users => new Conflict(users.Key.attachment, users.Key.origin, [.. users])),
    ];
}
