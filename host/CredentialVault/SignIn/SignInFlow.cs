using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>
/// One sign-in as a state machine: a page is seen, a step follows. It knows no browser, no clock and
/// no secret; only which fields the credential can fill and which of them were sent already.
/// </summary>
/// <param name="hasTotp">Whether the credential has a seed.</param>
/// <param name="canReturn">Whether it is known where the agent was, so that going back there can show whether it is signed in.</param>
/// <param name="further">Names of the further fields that the credential can fill.</param>
/// <param name="remembersDevice">Whether the site is to know this browser again, as the credential's owner wishes.</param>
/// <param name="looksForForm">Whether a page whose session is over, and that shows no form, is loaded anew, and after that left for the one where a sign-in begins; see <see cref="WayToForm"/>.</param>
/// <param name="knowsForm">Whether it is known where the form is: only then is a page left that may be one that anybody reads.</param>
public sealed class SignInFlow(bool hasTotp, bool canReturn, IReadOnlyList<string>? further = null, bool remembersDevice = false, bool looksForForm = false, bool knowsForm = false)
{
    /// <summary>How long a page that still shows what was just filled may take to become something else.</summary>
    public static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(3);

    /// <summary>How long a page may take to answer a submitted form.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(25);

    private const int MostUnfilled = 3;
    private const int MostCodes = 2;
    private const int MostPressed = 8;

    /// <summary>What a page says that asks for more than is known by a name of its own.</summary>
    private const string Further = "further";

    /// <summary>So that two unfinished attempts cannot send a password five times, which is where sites begin to lock accounts.</summary>
    private const int MostPasswords = 2;

    private static readonly string[] WaysByUse = [WayOn.Account, WayOn.Authenticator, WayOn.OtherMethod, WayOn.RememberDevice, WayOn.Decline];

    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly string[] _further = [.. (further ?? []).Select(FieldName.Further)];
    private readonly HashSet<string> _withoutPlace = new(StringComparer.Ordinal);
    private readonly HashSet<(string Document, string Way)> _pressed = [];
    private readonly WayToForm _wayToForm = new(looksForForm && canReturn, knowsForm);
    private string? _filledDocument;
    private int _unfilled;
    private int _codes;
    private int _passwords;
    private bool _settling;
    private bool _returning;
    private bool _siteFailed;
    private bool _siteRefused;
    private bool? _confirming;
    private bool _saidRejected;
    private bool _saysRejected;
    private IReadOnlyList<string> _asked = [];
    private IReadOnlyList<string> _given = [];

    /// <summary>Whether the password went out: from then on an end that is not signed in counts.</summary>
    public bool PasswordSent => _sent.Contains(FieldName.Password);

    /// <summary>Whether a sign-in that ended signed in was seen to be so, not only not seen otherwise.</summary>
    public bool IsProven { get; private set; } = true;

    /// <summary>The step that follows what was seen.</summary>
    /// <param name="document">The document that was seen.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="happened">What happened to it.</param>
    /// <param name="submission">How the page took the last submission.</param>
    public Step Next(string document, PageSeen seen, PageEvent happened, Submission submission)
    {
        // Who signs in and is asked once more is in, and nothing was rejected; who was in before, and is asked, is not through yet.
        _confirming ??= seen.ConfirmsPassword;
        _wayToForm.See(seen);
        _saysRejected = seen.SaysRejected;
        if (seen.ConfirmsPassword && PasswordSent && _confirming is false)
        {
            seen = seen with { Verdict = Verdict.SignedIn };
        }

        var settled = _settling && happened == PageEvent.TimeIsUp;
        _settling = false;
        return happened switch
        {
            PageEvent.TabClosed => new Step.Ended(Outcome.TimedOut(Reason.TabClosed)),
            PageEvent.Filled => new Step.Watch(AnswerTime),
            PageEvent.NotFilled => NotFilled(document, seen, submission),
            PageEvent.TimeIsUp when !settled => TimeIsUp(seen, submission),
            _ => Look(document, seen, submission, settled),
        };
    }

    /// <summary>
    /// Takes note that the values asked for go out. They count as sent from here on, whether or not the page
    /// lives long enough to say so: a form that takes them with it must not get them again.
    /// </summary>
    /// <param name="document">The document they are for.</param>
    /// <param name="given">Those of the fields that go out, when the page has no place for the others; null: all that were asked for.</param>
    public Step.Watch Give(string document, IReadOnlyList<string>? given = null)
    {
        given ??= _asked;
        _filledDocument = document;
        _withoutPlace.Clear();
        _withoutPlace.UnionWith(_asked.Except(given, StringComparer.Ordinal));
        _asked = given;
        _sent.UnionWith(_asked);
        _codes += _asked.Contains(FieldName.OneTimeCode, StringComparer.Ordinal) ? 1 : 0;
        _passwords += _asked.Contains(FieldName.Password, StringComparer.Ordinal) ? 1 : 0;
        (_given, _asked) = (_asked, []);
        _saidRejected = _saysRejected;
        return new Step.Watch(AnswerTime);
    }

    private Step NotFilled(string document, PageSeen seen, Submission submission)
    {
        if (++_unfilled >= MostUnfilled)
        {
            return new Step.Ended(Outcome.NeedsOwner(Reason.FieldsNotFillable));
        }

        _sent.ExceptWith(_given);
        _codes -= _given.Contains(FieldName.OneTimeCode, StringComparer.Ordinal) ? 1 : 0;
        _passwords -= _given.Contains(FieldName.Password, StringComparer.Ordinal) ? 1 : 0;
        _given = [];
        return Look(document, seen, submission, settled: false);
    }

    private Step Look(string document, PageSeen seen, Submission submission, bool settled)
    {
        if (seen.Verdict == Verdict.SignedIn && _wayToForm.WasLeft && !_returning)
        {
            // Whether it was a session that the agent's page lacked shows only there.
            _wayToForm.SeeSession(certain: !PasswordSent || submission != Submission.Interrupted);
            _returning = true;
            return new Step.Return(AnswerTime);
        }

        if (seen.Verdict == Verdict.SignedIn)
        {
            // Where the agent went meanwhile may look signed in whatever became of the password.
            return SignedIn(proven: !PasswordSent || submission != Submission.Interrupted);
        }

        var asks = Fillable(seen);
        if (_returning && _wayToForm.WasLeft && (_wayToForm.LedToSession || !PasswordSent))
        {
            if (asks.Count == 0)
            {
                return BackWithoutForm(seen);
            }

            // It asks with a form now.
            _returning = PasswordSent;
        }

        // A step that comes only here: the code, say, that an application asks for at its own address.
        _returning &= asks.Count == 0 || asks.Any(_sent.Contains);
        if (_returning)
        {
            // A page that does not ask to sign in may be one that never does, unless it did before.
            return (seen.Verdict == Verdict.SignedOut || AsksAQuestion(seen), seen.IsOnTheWayIn) switch
            {
                // What was refused without a form, and is asked for again, was wrong: some pages put the complaint in the place of the form.
                (true, _) => new Step.Ended(_siteRefused ? Rejected() : Outcome.NeedsOwner(Reason.StillSignedOut)),
                (_, true) => new Step.Ended(Outcome.NeedsOwner(Reason.UnknownStep)),
                _ when _siteFailed && !seen.AsksNoMore => new Step.Ended(Outcome.TimedOut(Reason.SiteFailed)),
                _ => SignedIn(proven: seen.AsksNoMore),
            };
        }

        if (WayToPress(document, seen, asks) is { } way)
        {
            _pressed.Add((document, way));
            return new Step.Press(way);
        }

        if (seen.Kind == PageKind.OneTimeCode && (seen.Verdict == Verdict.SignedOut || IsStepForCode(seen)) && (!hasTotp || seen.CodeWasSent))
        {
            return new Step.Ended(Outcome.NeedsOwner(hasTotp ? Reason.CodeWasSent : Reason.NoTotpSeed));
        }

        if (asks.Count == 0)
        {
            return NoForm(seen, settled, submission);
        }

        if (asks.Any(field => !_sent.Contains(field) && (asks.All(IsFurther) || !_withoutPlace.Contains(field))))
        {
            return Ask(asks);
        }

        // The page asks for what it was just given. The same document may still be busy with it.
        return settled || !string.Equals(document, _filledDocument, StringComparison.Ordinal) ? AskedAgain(asks, seen, submission) : Settle();
    }

    /// <summary>The way on to take from here, each once in a document, or null. A form that can be filled goes first.</summary>
    private string? WayToPress(string document, PageSeen seen, IReadOnlyList<string> asks)
    {
        var wrongCode = seen.Kind == PageKind.OneTimeCode && seen.CodeWasSent;
        return asks.Count > 0 && !wrongCode ? null : seen.WaysOn.Order(Comparer<string>.Create(ByUse)).FirstOrDefault(way =>
            _pressed.Count < MostPressed && !_pressed.Contains((document, way)) && way switch
            {
                WayOn.Account => !PasswordSent && seen.Verdict == Verdict.SignedOut,
                WayOn.Authenticator or WayOn.OtherMethod => hasTotp && (PasswordSent || wrongCode),
                WayOn.RememberDevice => remembersDevice && PasswordSent && !wrongCode,
                // Who has said yes does not say no to the same page, while it is still there.
                WayOn.Decline => PasswordSent && !wrongCode && !_pressed.Contains((document, WayOn.RememberDevice)),
                _ => false,
            });
    }

    /// <summary>What leads to a code of one's own comes before what leads to more ways, and a no last.</summary>
    private static int ByUse(string one, string other) => Array.IndexOf(WaysByUse, one).CompareTo(Array.IndexOf(WaysByUse, other));

    private Step.Ended SignedIn(bool proven)
    {
        IsProven = proven;
        return new Step.Ended(Outcome.SignedIn);
    }

    private Step NoForm(PageSeen seen, bool settled, Submission submission)
    {
        if (!PasswordSent)
        {
            return _wayToForm.Await(seen);
        }

        // Where it is to be seen whether it is signed in, it is waited for all the same.
        if (!settled && !seen.CameBack)
        {
            return Settle();
        }

        if (!canReturn)
        {
            return new Step.Ended(Outcome.NeedsOwner(Reason.UnknownStep));
        }

        // A site that fails after it has begun a session is seen signed in where the agent was; else it has not.
        (_returning, _siteFailed, _siteRefused) = (true, submission == Submission.Failed, submission == Submission.Refused);
        return new Step.Return(AnswerTime);
    }

    private Step AskedAgain(IReadOnlyList<string> asks, PageSeen seen, Submission submission)
    {
        // What a page sends over a socket nobody sees, and it complains of nothing that it has not sent.
        if (submission == Submission.Unseen && (_saidRejected || !seen.SaysRejected))
        {
            return new Step.Ended(Outcome.NeedsOwner(Reason.ValueNotTaken));
        }

        if (submission == Submission.Interrupted)
        {
            return Ask(asks);
        }

        if (submission == Submission.Failed)
        {
            return new Step.Ended(Outcome.TimedOut(Reason.SiteFailed));
        }

        if (asks.All(IsFurther))
        {
            return new Step.Ended(Outcome.NeedsOwner(Reason.UnknownStep));
        }

        if (asks.Contains(FieldName.Password, StringComparer.Ordinal))
        {
            // Beside a captcha it may be the captcha that was missing, whatever the password is worth.
            return new Step.Ended(seen.AsksForPerson ? Outcome.NeedsOwner(Reason.AsksForPerson) : Rejected());
        }

        if (asks.Contains(FieldName.OneTimeCode, StringComparer.Ordinal))
        {
            return _codes < MostCodes ? Ask(asks) : new Step.Ended(Outcome.CodeRejected);
        }

        return new Step.Ended(PasswordSent ? Rejected() : Outcome.NeedsOwner(Reason.UsernameNotAccepted));
    }

    private Outcome Rejected() => _codes > 0 ? Outcome.PasswordOrCodeRejected : Outcome.PasswordRejected;

    private Step TimeIsUp(PageSeen seen, Submission submission)
    {
        if (seen.Verdict == Verdict.SignedIn)
        {
            return new Step.Ended(Outcome.SignedIn);
        }

        var asks = Fillable(seen);
        var hasNone = asks.Count == 0 && !PasswordSent;
        if (hasNone && _wayToForm.GoOn(seen) is { } step)
        {
            return step;
        }

        if (hasNone && _wayToForm.WasLeft && !_returning)
        {
            _returning = true;
            return new Step.Return(AnswerTime);
        }

        var unread = asks.Count > 0 && asks.All(_sent.Contains) && submission == Submission.Unseen;
        return new Step.Ended(unread ? Outcome.NeedsOwner(Reason.ValueNotTaken) : Outcome.TimedOut(Reason.NoAnswer));
    }

    /// <summary>
    /// What the agent's page is after it was left. One that asks even of somebody who is signed in elsewhere is not for that
    /// account, or for nobody, and no sign-in changes that.
    /// </summary>
    private Step.Ended BackWithoutForm(PageSeen seen) =>
        _wayToForm.LedToSession && seen.IsOnTheWayIn ? new Step.Ended(Outcome.NeedsOwner(Reason.UnknownStep))
        : _wayToForm.LedToSession ? SignedIn(proven: seen.Verdict != Verdict.SignedOut)
        : seen.AsksNoMore ? SignedIn(proven: true)
        : new Step.Ended(Outcome.NeedsOwner(Reason.NoWayIn));

    private Step Ask(IReadOnlyList<string> fields)
    {
        if ((fields.Contains(FieldName.Password, StringComparer.Ordinal) && _passwords >= MostPasswords)
            || (fields.Contains(FieldName.OneTimeCode, StringComparer.Ordinal) && _codes >= MostCodes))
        {
            return new Step.Ended(Outcome.TimedOut(Reason.Interrupted));
        }

        // What went out before stays sent, even if the page has no place for what is asked now.
        (_asked, _given) = (fields, []);
        return new Step.Fill(fields);
    }

    private Step.Watch Settle()
    {
        _settling = true;
        return new Step.Watch(SettleTime);
    }

    private IReadOnlyList<string> Fillable(PageSeen seen) =>
        (seen.Verdict == Verdict.SignedOut || (PasswordSent && AsksAQuestion(seen)) || IsStepForCode(seen)) && seen.Kind is PageKind.SignIn or PageKind.OneTimeCode
            ? [.. seen.Fields.Where(field => field switch
            {
                FieldName.Username => seen.Kind == PageKind.SignIn,
                FieldName.Password => seen.Kind == PageKind.SignIn || seen.Fields.Contains(FieldName.OneTimeCode, StringComparer.Ordinal),
                FieldName.OneTimeCode => hasTotp,
                _ => false,
            }),
            .. seen.Fields.Contains(Further, StringComparer.Ordinal) ? _further : []]
            : [];

    /// <summary>
    /// Where the password led, a page that asks for a code and lets its visitor sign out is a step of the sign-in. One that the
    /// agent wanted may ask for a code for another reason.
    /// </summary>
    private bool IsStepForCode(PageSeen seen) => PasswordSent && !_returning && seen is { Verdict: Verdict.Unsure, AsksForCodeAlone: true, CameBack: false };

    /// <summary>A page with one question is a step of a sign-in only after the password: sites ask questions for other reasons too.</summary>
    private static bool AsksAQuestion(PageSeen seen) => seen is { Kind: PageKind.SignIn, Verdict: not Verdict.SignedIn, Fields: [Further] };

    private static bool IsFurther(string field) => FieldName.NameOfFurther(field) is not null;
}
