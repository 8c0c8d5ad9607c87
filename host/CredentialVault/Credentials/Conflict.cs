namespace CredentialVault.Credentials;

/// <summary>Several credentials that one profile or automation may use at one origin: the one is used whose username a page shows, and on a page that shows none nothing is signed in (<see cref="SignIn.CredentialMatcher"/>).</summary>
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
