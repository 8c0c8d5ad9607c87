namespace CredentialVault.SignIn;

/// <summary>How a sign-in ended: a stable code, one sentence, and for some a reason that names which case it was.</summary>
public sealed record Outcome
{
    private Outcome(string code, string sentence, string? toOwner = null)
    {
        Code = code;
        Sentence = sentence;
        SentenceToOwner = toOwner ?? sentence;
    }

    /// <summary>Stable, lower-case words joined by dashes; the same on the wire, in the audit and in docs/protocol.md.</summary>
    public string Code { get; }

    /// <summary>One sentence for whoever looks at the agent's page.</summary>
    public string Sentence { get; }

    /// <summary>The same, said to the owner.</summary>
    public string SentenceToOwner { get; }

    /// <summary>A stable code of the case, or null where the code says it all.</summary>
    public string? Reason { get; private init; }

    /// <summary>Whether the site asked for the password again, so that it must not be sent once more.</summary>
    public bool RejectsPassword => Code == PasswordRejected.Code;

    /// <summary>The sentence, and a second one about the reason where there is one; that one alone, where it says it all.</summary>
    public string Explanation => Explained(Sentence, Reason, Reason is null ? null : SignIn.Reason.Sentences[Reason]);

    /// <summary>The explanation, said to the owner.</summary>
    public string ExplanationToOwner => Explained(SentenceToOwner, Reason, Reason is null ? null : SignIn.Reason.ToOwner(Reason));

    /// <summary>The site took the values and shows a signed-in page.</summary>
    public static Outcome SignedIn { get; } = new("signed-in", "Credential Vault signed this page in.");

    /// <summary>The site asked for the password again after it was sent.</summary>
    public static Outcome PasswordRejected { get; } = new("password-rejected", "The site did not accept the username or the password; it will not be tried again until the owner changes something.", "The site did not accept the username or the password.");

    /// <summary>The site asked for the password again after the password and a one-time code were sent.</summary>
    public static Outcome PasswordOrCodeRejected { get; } = PasswordRejected with { Reason = SignIn.Reason.PasswordOrCode };

    /// <summary>The site asked for a one-time code a third time.</summary>
    public static Outcome CodeRejected { get; } = new("code-rejected", "The site refused two one-time codes in a row.");

    /// <summary>Nothing that this caller may use is for this site.</summary>
    public static Outcome NoCredential { get; } = new("no-credential", "No credential is attached here for this site.");

    /// <summary>Several credentials fit.</summary>
    public static Outcome Ambiguous { get; } = new("ambiguous", "More than one attached credential fits this site.");

    /// <summary>The explanation of an outcome, said to the owner.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="reason">Its reason, or null; one that is not known adds nothing.</param>
    /// <returns>Null for a code that no outcome has.</returns>
    public static string? ToOwner(string? code, string? reason) => All.FirstOrDefault(outcome => outcome.Code == code) is { } known
        ? Explained(known.SentenceToOwner, reason, reason is not null && SignIn.Reason.Sentences.ContainsKey(reason) ? SignIn.Reason.ToOwner(reason) : null)
        : null;

    /// <summary>The tab was closed, or the site took longer than the bound.</summary>
    /// <param name="reason">One of <see cref="SignIn.Reason"/>.</param>
    public static Outcome TimedOut(string reason) => new("timed-out", "The site did not finish the sign-in in time.") { Reason = reason };

    /// <summary>The page is not where the credential may be used.</summary>
    /// <param name="reason">One of <see cref="SignIn.Reason"/>.</param>
    public static Outcome OriginMismatch(string reason) => new("origin-mismatch", "This page is not at an address where the credential may be used.") { Reason = reason };

    /// <summary>The site wants something that no stored value answers.</summary>
    /// <param name="reason">One of <see cref="SignIn.Reason"/>.</param>
    public static Outcome NeedsOwner(string reason) => new("needs-owner", "The site asks for something that only the owner can do.", "The site asks for something that only you can do.") { Reason = reason };

    /// <summary>The sign-in succeeded, and its session cannot be taken to another browser.</summary>
    /// <param name="reason">One of <see cref="SignIn.Reason"/>.</param>
    public static Outcome SessionNotPortable(string reason) => new("session-not-portable", "The session of this site cannot be handed over.") { Reason = reason };

    /// <summary>The guard does not let this credential be tried now.</summary>
    /// <param name="reason">One of <see cref="SignIn.Reason"/>.</param>
    public static Outcome BlockedByGuard(string reason) => new("blocked-by-guard", "Credential Vault is not trying this credential now, to protect the account.") { Reason = reason };

    private static string Explained(string sentence, string? reason, string? about) =>
        about is null ? sentence : SignIn.Reason.SaysItAll(reason!) ? about : $"{sentence} {about}";

    /// <summary>Each outcome once, whatever its reason. It stands last, since it is made from the others.</summary>
    private static Outcome[] All { get; } =
    [
        SignedIn, PasswordRejected, CodeRejected, NoCredential, Ambiguous, TimedOut(SignIn.Reason.NoAnswer), OriginMismatch(SignIn.Reason.NotHttps),
        NeedsOwner(SignIn.Reason.UnknownStep), SessionNotPortable(SignIn.Reason.StillSignedOut), BlockedByGuard(SignIn.Reason.TwoUnfinished),
    ];
}
