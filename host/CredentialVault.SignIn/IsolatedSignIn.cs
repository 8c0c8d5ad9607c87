using System.Text.RegularExpressions;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>One sign-in in the sign-in browser: does what <see cref="SignInFlow"/> says, until it has ended.</summary>
/// <param name="browser">A browser that was just started.</param>
/// <param name="values">The values to type.</param>
/// <param name="time">The clock.</param>
/// <param name="progress">Told how far it has come, or null.</param>
public sealed partial class IsolatedSignIn(SignInBrowser browser, SignInValues values, TimeProvider time, IProgress<SignInStep>? progress = null)
{
    /// <summary>How long a sign-in takes at most, a time step that is waited for not counted.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(25);

    private readonly SignInPage _page = new(browser, values.Overview, time);
    private readonly SignInFlow _flow = new(hasTotp: values.Overview.Totp is not null, canReturn: true, values.Overview.Fields, values.Overview.RememberDevice);

    private readonly List<string> _pressed = [];
    private FormSearch? _search;
    private string? _foundForm;
    private HttpChallenge? _asked;
    private bool _isAnswered;
    private bool _isProven = true;
    private bool _answeredInPlace;

    /// <summary>When it began, if something was done for it before that counts; null: when it is run.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>Whether the session is read. Where it is not, being signed in is all that is wanted.</summary>
    public bool ReadsSession { get; init; } = true;

    /// <summary>
    /// Whether the form is looked for where sites usually have it, when the site's first page shows no way to it. The owner is
    /// there and is told where it was found.
    /// </summary>
    public bool SeeksForm { get; init; }

    /// <summary>
    /// Whether it answers where a site asks by HTTP itself. Where the values are for the agent's own page, nothing can: the
    /// owner is told, and nothing is given.
    /// </summary>
    public bool AnswersChallenges { get; init; } = true;

    private FormSearch Search => _search ??= new FormSearch(_page, values.Overview, SeeksForm);

    /// <summary>Signs in and reads the session. Happens once.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="VaultException"><c>totp-missing</c>, <c>sealed-value-invalid</c>.</exception>
    public async Task<IsolatedResult> RunAsync(CancellationToken cancel)
    {
        _page.Deadline = (BeganAt ?? time.GetUtcNow()) + Bound;
        var result = new IsolatedResult(Outcome.TimedOut(Reason.NoAnswer), null);
        try
        {
            var outcome = await SignInAsync(cancel);
            var isAnswer = outcome == Outcome.SignedIn || outcome.RejectsPassword || outcome == Outcome.CodeRejected;
            if (browser.Gate.PageStopped || (browser.Gate.StoppedAt is not null && !isAnswer))
            {
                outcome = Outcome.NeedsOwner(Reason.SentElsewhere);
            }
            else if (outcome == Outcome.NeedsOwner(Reason.StillSignedOut) && _answeredInPlace && await KeepsNothingAsync(cancel))
            {
                // The page that was left held the session. Where the values are for the agent's own page, it is not left.
                (_isProven, outcome) = (false, ReadsSession ? Outcome.SessionNotPortable(Reason.NoSession) : Outcome.SignedIn);
            }

            result = outcome == Outcome.SignedIn ? await ReadAsync(cancel) : new IsolatedResult(outcome, null);
        }
        catch (DevToolsException)
        {
            // The browser is gone, by itself or because somebody ended it; it counts as no answer.
        }
        finally
        {
            await values.EndAsync(result.Outcome, IsProven);
        }

        return result with { IsProven = IsProven, Trace = new SignInTrace { Reflected = result.Session?.Reflected ?? [], Pressed = _pressed, StoppedAt = browser.Gate.StoppedAt } };
    }

    private bool IsProven => _isProven && _flow.IsProven;

    private string StartAddress => values.Overview.StartAddress;

    private async Task<Outcome> SignInAsync(CancellationToken cancel)
    {
        Step step = new Step.Return(SignInFlow.AnswerTime);
        progress?.Report(new SignInStep(SignInStage.Opening, PageOf(StartAddress)));
        for (var returns = 0; ;)
        {
            if (browser.Gate.PageStopped)
            {
                return Outcome.NeedsOwner(Reason.SentElsewhere);
            }

            if (Search.FoundSeveralWays)
            {
                return Outcome.NeedsOwner(Reason.SeveralWaysIn);
            }

            switch (step)
            {
                case Step.Ended(var outcome):
                    if (outcome.Reason is Reason.NoTotpSeed or Reason.CodeWasSent)
                    {
                        // What was given before was taken: it is the code that cannot be given.
                        progress?.Report(new SignInStep(SignInStage.Filling, _page.Current?.Report.Origin, [FieldName.OneTimeCode]));
                    }

                    return outcome == Outcome.TimedOut(Reason.NoAnswer) && _page.ShowsNoWayIn ? Outcome.NeedsOwner(Reason.NoWayIn) : outcome;
                case Step.Fill fill:
                    step = await FillAsync(fill.Fields, cancel);
                    break;
                case Step.Return:
                    // It begins like the way back: at the credential's own address, never at one that the agent chose.
                    var address = returns == 0 ? StartAddress : _page.ReturnAddress;
                    _answeredInPlace = _page.Submission == Submission.Sent;
                    // Where it was looked whether it is signed in already, the form is there.
                    var cameBack = returns > 0 && await _page.CameBackAsync(cancel);
                    var isThere = cameBack || (returns == 0 && browser.WentTo == address);
                    if (!isThere && !await _page.GoAsync(address, cancel))
                    {
                        return browser.CertificateRefused
                            ? Outcome.NeedsOwner(Reason.CertificateNotTrusted)
                            : Outcome.TimedOut(browser.NothingAnswers ? Reason.NotReachable : Reason.NoAnswer);
                    }

                    step = Next(await _page.ArriveAsync(address, returning: returns++ > 0, cameBack, cancel));
                    break;
                case Step.Press press:
                    step = await PressAsync(press.Way, cancel);
                    break;
                case Step.Watch watch:
                    step = Next(await Search.WatchAsync(watch.Bound, cancel));
                    break;
                default:
                    throw new InvalidOperationException($"{step} is no step of an isolated sign-in.");
            }
        }
    }

    /// <summary>The page of an address, without what may be a secret of it; of a site's first page, the origin.</summary>
    private static string? PageOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') : null;

    private Step Next((PageSeen Seen, PageEvent Happened) what) => _flow.Next(_page.Document, what.Seen, what.Happened, _page.Submission);

    private async Task<Step> PressAsync(string way, CancellationToken cancel)
    {
        if (_page.Current!.Identity.RefusalFor(values.Overview) is { } mismatch)
        {
            return new Step.Ended(mismatch);
        }

        if (!await _page.PressAsync(way, cancel))
        {
            return Next((await _page.LookAsync(cancel), PageEvent.PageChanged));
        }

        _pressed.Add(way);
        return Next(await _page.WatchAsync(SignInFlow.AnswerTime, cancel));
    }

    private async Task<Step> FillAsync(IReadOnlyList<string> fields, CancellationToken cancel)
    {
        var look = _page.Current!;
        if (look.Identity.RefusalFor(values.Overview) is { } mismatch)
        {
            return new Step.Ended(mismatch);
        }

        if (look.Challenge is not null && !AnswersChallenges)
        {
            return new Step.Ended(Outcome.NeedsOwner(Reason.AsksByHttp));
        }

        // What was asked for first, now or when it was verified, is what is answered: no other realm, and no other scheme.
        _asked ??= look.Challenge;
        if (look.Challenge is { } asked && (!asked.IsSamePlaceAs(_asked!) || (values.Overview.Learned is { } learned && learned.Realm != asked.Realm)))
        {
            return new Step.Ended(Outcome.OriginMismatch(Reason.ForeignRealm));
        }

        fields = await _page.PlacedAsync(fields, cancel);
        if (fields.Count == 0)
        {
            return Next((await _page.LookAsync(cancel), PageEvent.NotFilled));
        }

        if (fields.Any(FieldName.IsSecret))
        {
            await browser.Gate.CloseAsync(values, cancel);
        }

        using var taken = await values.TakeAsync(fields);
        if (taken.Refusal is { } refusal)
        {
            return new Step.Ended(refusal);
        }

        if (taken.Values.Count == 0)
        {
            progress?.Report(new SignInStep(SignInStage.WaitingForCode) { Wait = taken.Wait });
            _page.Deadline += taken.Wait;
            await Task.Delay(taken.Wait, time, cancel);
            return Next((await _page.LookAsync(cancel), PageEvent.PageChanged));
        }

        progress?.Report(new SignInStep(SignInStage.Filling, look.Report.Origin, fields));
        _foundForm ??= look.IsTop && !IsForOnce(await _page.AddressAsync(cancel)) ? look.Address : "";
        _flow.Give(look.Document, fields);
        _page.BeginSubmission();
        var given = look.Challenge is { } challenge ? await AnswerAsync(challenge, taken, cancel) : await TypeAsync(look, taken, cancel);
        var happened = given ? PageEvent.Filled : PageEvent.NotFilled;
        if (happened == PageEvent.Filled)
        {
            return Next((look.Seen, happened));
        }

        return Next((await _page.LookAsync(cancel), happened));
    }

    /// <summary>Asks for the page again, and answers its challenge, once.</summary>
    private async Task<bool> AnswerAsync(HttpChallenge challenge, ValuesForFields taken, CancellationToken cancel)
    {
        var password = taken.Values.First(value => value.Field == FieldName.Password).Value;
        if (!await browser.Challenges.AnswerAsync(challenge, values.Overview.Username, password, () => _page.GoAsync(challenge.Address, cancel)))
        {
            return false;
        }

        browser.Traffic.NoteAnswered();
        return _isAnswered = true;
    }

    private async Task<bool> TypeAsync(FrameLook look, ValuesForFields taken, CancellationToken cancel)
    {
        var typing = new FieldTyping(look, values.Overview.SignInOrigins);
        // Before the first value: a page may render its form anew for it.
        if (values.Overview.RememberDevice && await typing.RememberDeviceAsync(cancel) && !_pressed.Contains(WayOn.RememberDevice))
        {
            _pressed.Add(WayOn.RememberDevice);
        }

        foreach (var (field, value) in taken.Values)
        {
            if (!await typing.TypeAsync(field, value, isName: field == FieldName.Username, cancel))
            {
                return false;
            }
        }

        // Some pages take the last character for the end, and are on their way before they are told.
        return await typing.SubmitAsync(cancel) || (typing.IsGone && browser.Traffic.Sent);
    }

    /// <summary>Whether the site has left nothing in this browser by which it would know it again.</summary>
    private async Task<bool> KeepsNothingAsync(CancellationToken cancel) =>
        await new SessionReader(browser, _page.Detector).ReadAsync(values.Overview.SessionOrigins, cancel) is { Session.IsEmpty: true };

    private async Task<IsolatedResult> ReadAsync(CancellationToken cancel)
    {
        var learned = Learn();
        if (!ReadsSession)
        {
            return new IsolatedResult(Outcome.SignedIn, null) { Learned = learned };
        }

        progress?.Report(new SignInStep(SignInStage.Reading));
        await _page.SettleAsync(cancel);
        var (session, refusal) = await new SessionReader(browser, _page.Detector).ReadAsync(values.Overview.SessionOrigins, cancel);
        if (session is null)
        {
            return new IsolatedResult(refusal!, null);
        }

        var withheld = await values.WithholdAsync(session);
        return withheld.Session.IsEmpty
            ? new IsolatedResult(_isAnswered || IsProven ? Outcome.SessionNotPortable(Reason.NoSession) : Outcome.NeedsOwner(Reason.UnknownStep), null)
            : new IsolatedResult(Outcome.SignedIn, withheld) { Learned = learned, ShownAt = await ShownAtAsync(learned, cancel) };
    }

    /// <summary>Where the page shows that it is signed in, with its query, unless a form has put a secret there.</summary>
    private async Task<string?> ShownAtAsync(Learned learned, CancellationToken cancel) =>
        learned.SignedInUrl is { } shown && await _page.AddressAsync(cancel) is { } address
            && address.StartsWith(shown, StringComparison.Ordinal) && !await values.AreInAsync([address])
                ? address
                : learned.SignedInUrl;

    /// <summary>Whether an address holds a long value that is no other address: a form may be there for whoever has that, once.</summary>
    private static bool IsForOnce(string? address) =>
        address is not null && LongValue().IsMatch(Uri.UnescapeDataString(new Uri(address).Query));

    [GeneratedRegex(@"=[\w\-.+=]{20,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongValue();

    /// <summary>What this sign-in shows of the site. An identity provider is no place to start at: it is the application that sends there.</summary>
    private Learned Learn()
    {
        var origins = values.Overview.SessionOrigins;
        var form = Search.HasLedOn && _foundForm is { } found && origins.Any(origin => found.StartsWith(origin + "/", StringComparison.Ordinal)) ? found : null;
        return new Learned(form, _page.Current is { IsTop: true, Seen.Verdict: Verdict.SignedIn } there ? there.Address : null, _asked?.Realm);
    }
}

/// <summary>How an isolated sign-in ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Session">The session, without what holds a secret; null unless it ended signed in and the session was to be read.</param>
public sealed record IsolatedResult(Outcome Outcome, WithheldSession? Session)
{
    /// <summary>Where the form was that a link led to, and where the page showed that it is signed in; null unless it ended so.</summary>
    public Learned? Learned { get; init; }

    /// <summary>Whether a page showed that it is signed in, or one that had asked to sign in did not any more.</summary>
    public bool IsProven { get; init; }

    /// <summary>Where the page showed that it is signed in, with its query; null where none did. It is kept nowhere.</summary>
    public string? ShownAt { get; init; }

    /// <summary>What it met with.</summary>
    public SignInTrace Trace { get; init; } = SignInTrace.None;
}
