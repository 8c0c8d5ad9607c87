namespace CredentialVault.SignIn;

/// <summary>What the watcher makes of a page.</summary>
public enum Verdict
{
    /// <summary>Neither is plain; starts nothing.</summary>
    Unsure,

    /// <summary>The page is one that only a signed-in visitor sees.</summary>
    SignedIn,

    /// <summary>The page asks its visitor to sign in.</summary>
    SignedOut,
}

/// <summary>What the detector takes the main form of a page for.</summary>
public enum PageKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Asks for a username, a password or both.</summary>
    SignIn,

    /// <summary>Asks for a one-time code.</summary>
    OneTimeCode,

    /// <summary>Makes a new account.</summary>
    SignUp,

    /// <summary>Changes a password.</summary>
    ChangePassword,

    /// <summary>Starts or ends the reset of a forgotten password.</summary>
    ResetPassword,
}

/// <summary>What is said of a page. It comes from the agent's browser and is believed only as far as it can do no harm.</summary>
/// <param name="Verdict">The watcher's verdict.</param>
/// <param name="Kind">The detector's kind.</param>
/// <param name="Fields">Names of the fields to fill, see <see cref="Credentials.FieldName"/>; empty for other kinds than sign-in and one-time code.</param>
public sealed record PageSeen(Verdict Verdict, PageKind Kind, IReadOnlyList<string> Fields)
{
    /// <summary>Whether the page shows a captcha. It is known only of a sign-in browser's pages.</summary>
    public bool AsksForPerson { get; init; }

    /// <summary>Whether the page says that its code was sent by mail or message, so that no stored seed makes it.</summary>
    public bool CodeWasSent { get; init; }

    /// <summary>Whether the page asks for a code beside a way to sign out, and has little else to press: a step of a sign-in lets its visitor give up.</summary>
    public bool AsksForCodeAlone { get; init; }

    /// <summary>Whether there is no page: the site asks by HTTP itself (RFC 9110 section 11).</summary>
    public bool AsksByHttp { get; init; }

    /// <summary>Whether the page asks somebody who is signed in for the password once more.</summary>
    public bool ConfirmsPassword { get; init; }

    /// <summary>Whether the page is taken for signed out only because of what was seen of its site before: it may be one that anybody reads.</summary>
    public bool IsDoubted { get; init; }

    /// <summary>Whether its document was signed out ever since it was first seen, so that nothing of its agent is in it.</summary>
    public bool CameSignedOut { get; init; }

    /// <summary>Whether the page offers to sign in, by something that can be pressed.</summary>
    public bool OffersToSignIn { get; init; }

    /// <summary>Whether the site itself has led, after something was submitted, to where the page would be sent to see whether it is signed in. It is known only of a sign-in browser's pages.</summary>
    public bool CameBack { get; init; }

    /// <summary>Whether a page that says neither is where sites keep visitors who are not in yet: at an address for signing in, at another site than the application, or where a step was that is not known.</summary>
    public bool IsOnTheWayIn { get; init; }

    /// <summary>Whether the address that this sign-in began at, where the site asked to sign in or offered to, is answered and does neither any more.</summary>
    public bool AsksNoMore { get; init; }

    /// <summary>Whether the form says in words that what was sent was wrong.</summary>
    public bool SaysRejected { get; init; }

    /// <summary>Names of accounts that the page shows; they tell apart several credentials for one site, and nothing else.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What the page offers to press where there is nothing to type, see <see cref="WayOn"/>.</summary>
    public IReadOnlyList<string> WaysOn { get; init; } = [];
}

/// <summary>What happened to a page, or did not.</summary>
public enum PageEvent
{
    /// <summary>There is a new document, or the same one looks different.</summary>
    PageChanged,

    /// <summary>The values are in the fields and were submitted.</summary>
    Filled,

    /// <summary>The fields were gone or would not take the values; nothing was submitted.</summary>
    NotFilled,

    /// <summary>The bound of the last step passed and nothing changed.</summary>
    TimeIsUp,

    /// <summary>The tab is gone.</summary>
    TabClosed,

    /// <summary>The session was taken over; isolated sign-ins only.</summary>
    HandedOver,
}

/// <summary>How the page took what was submitted last.</summary>
public enum Submission
{
    /// <summary>Nothing was submitted, or neither of the others: the page may have read the fields only after they were wiped.</summary>
    Unseen,

    /// <summary>A new document followed.</summary>
    Navigated,

    /// <summary>A request of the same document carried a value.</summary>
    Sent,

    /// <summary>The site answered that it could not take it: 429 (RFC 6585 section 4) or 500 and above (RFC 9110 section 15.6).</summary>
    Failed,

    /// <summary>The site refused it: 401 or 403 (RFC 9110 sections 15.5.2 and 15.5.4). Alone that says nothing, since some do so too where a code is still due.</summary>
    Refused,

    /// <summary>The agent went to another address by itself, or the page left, before the site had answered.</summary>
    Interrupted,
}
