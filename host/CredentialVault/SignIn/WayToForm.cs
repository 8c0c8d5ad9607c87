namespace CredentialVault.SignIn;

/// <summary>
/// How an agent's page comes to a form that says its session is over and shows none: it is loaded anew, since many
/// applications ask to sign in only then, unless it was just loaded and offers to sign in; what opens the form there is
/// pressed; and after that it is left for the page where a sign-in begins, where what opens the form is pressed too. Each
/// is done once.
/// </summary>
/// <param name="isOpen">Whether there is such a way: the page is the agent's, and it is known how to come back.</param>
/// <param name="knowsForm">Whether it is known where the form is: only then is a page left that may be one that anybody reads.</param>
internal sealed class WayToForm(bool isOpen, bool knowsForm)
{
    /// <summary>How long a page whose session is over may take to ask to sign in by itself.</summary>
    public static readonly TimeSpan OwnFormTime = TimeSpan.FromSeconds(2);

    /// <summary>How long the page where a sign-in begins may take to show its form.</summary>
    public static readonly TimeSpan StartTime = TimeSpan.FromSeconds(8);

    /// <summary>How long a page may take to show its form, or the session, by itself where what opens the form is pressed after that.</summary>
    public static readonly TimeSpan OfferTime = TimeSpan.FromSeconds(1);

    private bool _wasSeen;
    private bool _wasLoadedAnew;
    private bool _wasOpened;
    private bool _isAtStart;
    private bool _wasOpenedAtStart;
    private bool _doubted;

    /// <summary>Whether the page was left, or may have been: by what was pressed in it or for the one where a sign-in begins.</summary>
    public bool WasLeft => _wasOpened || _isAtStart;

    /// <summary>Whether there was a session where it was left for.</summary>
    public bool LedToSession { get; private set; }

    /// <summary>Takes note of a page that was seen.</summary>
    public void See(PageSeen seen)
    {
        if (_wasSeen)
        {
            return;
        }

        (_wasSeen, _doubted) = (true, seen.IsDoubted);

        // Loaded anew it would be what it is. What is only doubted is left alone where it is not known where the form is.
        _wasLoadedAnew = seen.CameSignedOut && seen.OffersToSignIn && (!_doubted || knowsForm);
    }

    /// <summary>Takes note that the page that it was left for is signed in.</summary>
    /// <param name="certain">Whether that is so whatever has become of a password.</param>
    public void SeeSession(bool certain) => LedToSession = certain;

    /// <summary>The step for a page that was just seen and shows no form.</summary>
    public Step Await(PageSeen seen)
    {
        // What was loaded anew is spoken of when it is at rest; one that asks is waited for, since it may ask with a form yet.
        if (seen.Verdict == Verdict.Unsure && !WasLeft && MayLeave(seen))
        {
            return Leave();
        }

        return new Step.Watch(
            MayOpen(seen) ? OfferTime
            : WasLeft ? StartTime
            : MayLoadAnew(seen) || MayLeave(seen) ? OwnFormTime
            : SignInFlow.AnswerTime);
    }

    /// <summary>The step for a page that shows no form after that time either; null when nothing is left to be tried.</summary>
    public Step? GoOn(PageSeen seen)
    {
        if (MayLoadAnew(seen))
        {
            _wasLoadedAnew = true;
            return new Step.Return(SignInFlow.AnswerTime);
        }

        return MayOpen(seen) ? Open() : MayLeave(seen) ? Leave() : null;
    }

    private bool MayLoadAnew(PageSeen seen) => isOpen && !_wasLoadedAnew && seen.Verdict == Verdict.SignedOut;

    /// <summary>Nothing of the agent is left to be lost in a page that was loaded anew and says that the session is over, nor where it was led.</summary>
    private bool MayOpen(PageSeen seen) =>
        seen.OffersToSignIn && (_isAtStart ? !_wasOpenedAtStart : _wasLoadedAnew && !_wasOpened && seen.Verdict == Verdict.SignedOut);

    /// <summary>What was doubted, loaded anew, says no more by itself than it did before.</summary>
    private bool MayLeave(PageSeen seen) => _wasLoadedAnew && !_isAtStart
        && (_wasOpened || (_doubted && seen.Verdict == Verdict.Unsure ? knowsForm : seen.Verdict == Verdict.SignedOut));

    private Step.Press Open()
    {
        (_wasOpened, _wasOpenedAtStart) = (_wasOpened || !_isAtStart, _isAtStart);
        return new Step.Press(WayOn.Form) { Bound = StartTime };
    }

    private Step.GoToStart Leave()
    {
        _isAtStart = true;
        return new Step.GoToStart(SignInFlow.AnswerTime);
    }
}
