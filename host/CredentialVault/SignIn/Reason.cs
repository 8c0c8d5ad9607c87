namespace CredentialVault.SignIn;

/// <summary>The cases of those outcomes that have several: stable codes, and what a person reads about each.</summary>
public static class Reason
{
    /// <summary>blocked-by-guard: the site rejected the password; nothing is tried until the owner changes something.</summary>
    public const string PasswordWasRejected = "password-was-rejected";

    /// <summary>blocked-by-guard: two attempts in a row sent the password and did not end signed in.</summary>
    public const string TwoUnfinished = "two-unfinished";

    /// <summary>blocked-by-guard: as many successful sign-ins within an hour as are allowed.</summary>
    public const string SignedInTooOften = "signed-in-too-often";

    /// <summary>blocked-by-guard: more requests from this profile within a minute than are allowed.</summary>
    public const string TooManyRequests = "too-many-requests";

    /// <summary>blocked-by-guard: a one-time code of a later time was used already.</summary>
    public const string ClockWentBack = "clock-went-back";

    /// <summary>password-rejected: a one-time code went out too before the site asked again, so that nobody can tell which of the two was wrong.</summary>
    public const string PasswordOrCode = "password-or-code";

    /// <summary>origin-mismatch: plain http where the credential is for https.</summary>
    public const string NotHttps = "not-https";

    /// <summary>origin-mismatch: not one of the credential's sign-in origins.</summary>
    public const string ForeignOrigin = "foreign-origin";

    /// <summary>origin-mismatch: the form is in a frame of somebody else's page.</summary>
    public const string ForeignFrame = "foreign-frame";

    /// <summary>origin-mismatch: the site asks by HTTP itself, and not for the realm that it asked for when the credential was verified.</summary>
    public const string ForeignRealm = "foreign-realm";

    /// <summary>origin-mismatch: the document is not the one that the tab shows.</summary>
    public const string PageNotActive = "page-not-active";

    /// <summary>needs-owner: a one-time code is asked for and the credential has no seed.</summary>
    public const string NoTotpSeed = "no-totp-seed";

    /// <summary>needs-owner: a one-time code is asked for that was sent by mail or message.</summary>
    public const string CodeWasSent = "code-was-sent";

    /// <summary>needs-owner: the site asks again, and shows a captcha.</summary>
    public const string AsksForPerson = "asks-for-person";

    /// <summary>needs-owner: the site asks by HTTP itself, and the credential is to be typed into the agent's page.</summary>
    public const string AsksByHttp = "asks-by-http";

    /// <summary>needs-owner: the fields would not take the values.</summary>
    public const string FieldsNotFillable = "fields-not-fillable";

    /// <summary>needs-owner: the page did not take the values that were typed.</summary>
    public const string ValueNotTaken = "value-not-taken";

    /// <summary>needs-owner: the site asks for the username again.</summary>
    public const string UsernameNotAccepted = "username-not-accepted";

    /// <summary>needs-owner: sign-in links of the first page lead to different pages.</summary>
    public const string SeveralWaysIn = "several-ways-in";

    /// <summary>needs-owner: where signing in starts, there is neither a form nor a link that leads to one.</summary>
    public const string NoWayIn = "no-way-in";

    /// <summary>needs-owner: the page would have sent the password or a code to an origin that is not one of the sign-in origins; it was not sent there.</summary>
    public const string SentElsewhere = "sent-elsewhere";

    /// <summary>needs-owner: the page that followed is neither a known step nor plainly signed in.</summary>
    public const string UnknownStep = "unknown-step";

    /// <summary>needs-owner, session-not-portable: the page where the agent was still asks to sign in.</summary>
    public const string StillSignedOut = "still-signed-out";

    /// <summary>needs-owner: the site's certificate is not one that an authority known to the sign-in browser vouches for.</summary>
    public const string CertificateNotTrusted = "certificate-not-trusted";

    /// <summary>needs-owner: the profile's certificate authorities cannot be read.</summary>
    public const string AuthorityInvalid = "authority-invalid";

    /// <summary>needs-owner: there is no browser to sign in with, or it did not start.</summary>
    public const string BrowserMissing = "browser-missing";

    /// <summary>needs-owner: the host could not do its part, such as read a key or write to its disk.</summary>
    public const string HostFailed = "host-failed";

    /// <summary>timed-out: the page did not answer within the bound.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>timed-out: the site answered what was submitted with an error of its own, which says nothing of the values.</summary>
    public const string SiteFailed = "site-failed";

    /// <summary>timed-out: nobody answers at the site's address, or its name is not known.</summary>
    public const string NotReachable = "not-reachable";

    /// <summary>timed-out: the tab or the browser was closed, or another sign-in began in the tab.</summary>
    public const string TabClosed = "tab-closed";

    /// <summary>timed-out: the agent went to other addresses by itself while the page was being signed in, or the page did.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>session-not-portable: IndexedDB holds a key that cannot leave its browser, or a kind of value that is not known.</summary>
    public const string StorageNotReadable = "storage-not-readable";

    /// <summary>session-not-portable: cookies and storage are larger than can be handed over.</summary>
    public const string SessionTooLarge = "session-too-large";

    /// <summary>session-not-portable: the site keeps no session outside its page, or takes the password with every request.</summary>
    public const string NoSession = "no-session";

    /// <summary>Whether the owner can lift what the guard stopped for this reason; if not, time does.</summary>
    /// <param name="reason">A reason of <c>blocked-by-guard</c>.</param>
    public static bool IsLiftedByOwner(string reason) => reason is PasswordWasRejected or TwoUnfinished;

    /// <summary>Whether the sentence about a reason needs none of the outcome before it.</summary>
    /// <param name="reason">One of these.</param>
    public static bool SaysItAll(string reason) => reason is NotReachable or SiteFailed or NoTotpSeed;

    /// <summary>The sentence about a reason, said to the owner.</summary>
    /// <param name="reason">One of these.</param>
    public static string ToOwner(string reason) => SentencesToOwner.GetValueOrDefault(reason) ?? Sentences[reason];

    /// <summary>Every reason with the sentence that a person reads about it.</summary>
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [PasswordWasRejected] = "The site rejected the password before; the owner has to look at it.",
        [TwoUnfinished] = "Two sign-ins in a row did not end signed in; the owner has to look at it.",
        [SignedInTooOften] = "It was signed in as often within the hour as is allowed.",
        [TooManyRequests] = "This profile asked too often within a minute.",
        [ClockWentBack] = "A one-time code of a later time was used already, so the clock must have gone back.",
        [PasswordOrCode] = "A one-time code went with it, and may be what was wrong: then it is the authenticator key or a clock.",
        [NotHttps] = "The page came over plain http.",
        [ForeignOrigin] = "Its origin is not one of the credential's.",
        [ForeignFrame] = "It is in a frame of another site's page.",
        [ForeignRealm] = "It asks for the password of another realm than when the credential was verified; 'credential verify' takes it for the right one.",
        [PageNotActive] = "It is not the page that the tab shows.",
        [NoTotpSeed] = "The site asks for a one-time code, and the credential has no seed.",
        [CodeWasSent] = "It asks for a code that it sent by mail or message.",
        [AsksForPerson] = "It shows a captcha, which only a person can answer.",
        [AsksByHttp] = "It asks by HTTP itself, where there is no page to type into; only the fill 'isolated' can answer.",
        [FieldsNotFillable] = "Its fields would not take the values.",
        [ValueNotTaken] = "It did not take the values that were typed.",
        [UsernameNotAccepted] = "It does not accept the username.",
        [SeveralWaysIn] = "It has sign-in links that lead to different pages; 'credential edit --sign-in-url' says where to go.",
        [NoWayIn] = "It shows no form where signing in starts, and no link to one; 'credential edit --sign-in-url' says where to go.",
        [SentElsewhere] = "It would have sent the password or a code to an address that is not one of the credential's sign-in origins; the audit names it.",
        [UnknownStep] = "It shows a step that is not known.",
        [StillSignedOut] = "The page where the agent was still asks to sign in.",
        [CertificateNotTrusted] = "Its certificate is not trusted; 'profile add --ca' trusts an authority of your own.",
        [AuthorityInvalid] = "The file of the profile's certificate authorities cannot be read, or holds none.",
        [BrowserMissing] = "There is no browser to sign in with, or it does not start.",
        [HostFailed] = "The host could not do its part; 'credential-vault doctor' may say why.",
        [NoAnswer] = "The page did not answer.",
        [SiteFailed] = "The site answered with an error of its own, which says nothing of the password.",
        [NotReachable] = "Nothing answers at the site's address.",
        [TabClosed] = "The tab was closed.",
        [Interrupted] = "The page was left before the site had answered.",
        [StorageNotReadable] = "The site keeps a key or value in IndexedDB that cannot leave its browser.",
        [NoSession] = "The site keeps none outside its page, or takes the password with every request.",
        [SessionTooLarge] = "Its cookies and storage are too large.",
    };

    private static Dictionary<string, string> SentencesToOwner { get; } = new(StringComparer.Ordinal)
    {
        [PasswordWasRejected] = "The site rejected the password before; you have to look at it.",
        [TwoUnfinished] = "Two sign-ins in a row did not end signed in; you have to look at it.",
        [NoTotpSeed] = "The site asks for a one-time code, and no authenticator key is stored.",
        [AsksByHttp] = "It asks by HTTP itself, where there is no page to type into; only the fill 'isolated' can answer: 'credential edit --fill isolated'.",
        [NotReachable] = "Nothing answers at the site's address: is the site up, and is the address right?",
    };
}
