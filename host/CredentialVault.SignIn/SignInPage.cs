using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>The page of a sign-in browser as the rules of a sign-in see it: one look at a time, from the frame that matters.</summary>
/// <param name="browser">The browser.</param>
/// <param name="overview">The credential.</param>
/// <param name="time">The clock.</param>
internal sealed class SignInPage(SignInBrowser browser, Overview overview, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>A page that never ends to load is looked at as it is, after this long.</summary>
    private static readonly TimeSpan UnparsedTime = TimeSpan.FromSeconds(4);

    /// <summary>A form that is still on its way to where it is to be is filled as it is, after this long.</summary>
    private static readonly TimeSpan MovingTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(2);

    /// <summary>A page that shows no way in, asks for nothing and stays as it is for so long will not show one. Some draw their form after five seconds.</summary>
    private static readonly TimeSpan RestTime = TimeSpan.FromSeconds(8);

    /// <summary>A page that shows what was just filled, and has nothing on its way for so long, will not become something else.</summary>
    private static readonly TimeSpan SettledRest = TimeSpan.FromSeconds(1);

    /// <summary>Some pages always have something on its way.</summary>
    private static readonly TimeSpan MostSettling = TimeSpan.FromSeconds(15);

    private FrameLook? _submitted;
    private string? _told;
    private string? _beganAt;
    private bool _awaitsAnswer;

    /// <summary>Runs in the page's frames.</summary>
    public PageDetector Detector { get; } = new(browser, time);

    /// <summary>When all must have ended.</summary>
    public DateTimeOffset Deadline { get; set; }

    /// <summary>Where a signed-in visitor is known as such, as far as it was learned; else where it started.</summary>
    public string ReturnAddress => overview.Learned?.SignedInUrl ?? overview.StartAddress;

    /// <summary>The frame that matters, as it was last seen.</summary>
    public FrameLook? Current { get; private set; }

    /// <summary>The document of that frame.</summary>
    public string Document => Current?.Document ?? "";

    /// <summary>How the page took the last submission.</summary>
    public Submission Submission =>
        _submitted is null ? Submission.Unseen
        : !browser.Traffic.Sent ? (browser.Traffic.LeftUnanswered && _submitted.Document != Document ? Submission.Interrupted : Submission.Unseen)
        : browser.Traffic.Failed ? Submission.Failed
        : browser.Traffic.Refused ? Submission.Refused
        : _submitted.Document != Document ? Submission.Navigated
        : Submission.Sent;

    /// <summary>What can be asked of that frame.</summary>
    public FrameCalls Calls => new(Current!);

    /// <summary>Where links may lead.</summary>
    private string[] Origins => [.. overview.SignInOrigins.Union(overview.SessionOrigins, StringComparer.Ordinal)];

    /// <summary>What it looked like, as far as that is believed.</summary>
    public PageSeen Seen => Current is { } look ? Believed(look) : new PageSeen(Verdict.Unsure, PageKind.Other, []);

    /// <summary>The current form is about to be filled and submitted.</summary>
    public void BeginSubmission()
    {
        _submitted = Current;
        _told = Current?.Likeness;
        _awaitsAnswer = true;
        browser.Traffic.Begin();
    }

    /// <summary>Goes to an address.</summary>
    /// <param name="address">Where.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>False when nothing answers there, or not in time.</returns>
    public async Task<bool> GoAsync(string address, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromTicks(Math.Max(1, (Deadline - time.GetUtcNow()).Ticks)));
        try
        {
            return await browser.GoAsync(address, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Whether the site itself has led the page to where it would be sent, so that it need not be.</summary>
    /// <param name="cancel">Ends the call.</param>
    public async Task<bool> CameBackAsync(CancellationToken cancel) =>
        Current is { } look && CameBack(look) && Uri.TryCreate(await AddressAsync(cancel), UriKind.Absolute, out var there) && there.AbsoluteUri == new Uri(ReturnAddress).AbsoluteUri;

    /// <summary>Looks once.</summary>
    /// <param name="cancel">Ends the look.</param>
    public async Task<PageSeen> LookAsync(CancellationToken cancel)
    {
        Current = Choose(await Detector.LookAsync(cancel)) ?? Current;
        _told = Current?.Likeness;
        return Seen;
    }

    /// <summary>Waits until the page that was gone to shows something.</summary>
    /// <param name="askedFor">Its address.</param>
    /// <param name="returning">Whether the question is if it is signed in.</param>
    /// <param name="cameBack">Whether the site has led there, and nothing was waited for yet.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<(PageSeen Seen, PageEvent Happened)> ArriveAsync(string askedFor, bool returning, bool cameBack, CancellationToken cancel)
    {
        _told = null;
        _beganAt ??= askedFor;
        var stoppedAt = Current;
        var arrived = await WatchAsync(SignInFlow.AnswerTime, cancel);
        if (!returning || arrived.Happened == PageEvent.TimeIsUp)
        {
            return arrived;
        }

        return (await new SignedInProof(this, overview, time).LookAsync(askedFor, isWhereItBegan: askedFor == _beganAt, cameBack ? null : stoppedAt, cancel), PageEvent.PageChanged);
    }

    /// <summary>How long nothing has been on its way that may change what the page shows.</summary>
    public TimeSpan LoadingRest => browser.Loading.Rest;

    /// <summary>Whether the page has a control that leads to a sign-in form, and none was filled yet.</summary>
    public bool OffersWayIn => _submitted is null && Current is { IsTop: true, Report: { Fields.Count: 0, Verdict: not "signed-out" } } look && (look.OffersToSignIn || FoldsAwayWayIn(look));

    /// <summary>Whether the page is there, and shows neither a form nor anything that leads to one; nothing was filled yet.</summary>
    public bool ShowsNoWayIn => _submitted is null && !OffersWayIn && Current is { IsTop: true, Report: { Parsed: true, Fields.Count: 0, Verdict: not "signed-out" } look } && WayOn.In(look.Evidence).Count == 0;

    /// <summary>Presses that control, if it leads to the page's own or a sign-in origin.</summary>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>False when there are several, which lead to different pages: none was pressed.</returns>
    public async Task<bool> GoInAsync(CancellationToken cancel) =>
        !Origins.Contains(Current!.Report.Origin, StringComparer.Ordinal) || await Calls.GoInAsync(overview.SignInOrigins, cancel);

    /// <summary>The whole address of the frame that matters.</summary>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>Null when it is gone.</returns>
    public Task<string?> AddressAsync(CancellationToken cancel) => Calls.AddressAsync(cancel);

    /// <summary>Those of the fields that the form has a place for.</summary>
    /// <param name="fields">See <see cref="FieldName"/>; only the further ones are asked for.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<IReadOnlyList<string>> PlacedAsync(IReadOnlyList<string> fields, CancellationToken cancel) => Calls.PlacedAsync(fields, cancel);

    /// <summary>Presses a way on, unless it leads away from the credential's origins.</summary>
    /// <param name="way">See <see cref="WayOn"/>.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>Whether it was pressed.</returns>
    public Task<bool> PressAsync(string way, CancellationToken cancel) => Calls.PressAsync(way, way == WayOn.Account ? overview.Username : "", Origins, cancel);

    /// <summary>Waits until the page looks different than was told before, or the bound has passed.</summary>
    /// <param name="bound">How long.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<(PageSeen Seen, PageEvent Happened)> WatchAsync(TimeSpan bound, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var (last, since) = ("", began);
        while (true)
        {
            var look = Choose(await Detector.LookAsync(cancel));
            if (await GoToChallengeAsync(look, cancel))
            {
                continue;
            }

            var late = time.GetUtcNow() >= Deadline;
            var ready = look is not null && (look.Report.Parsed || time.GetElapsedTime(began) > UnparsedTime);
            var moves = look is { Report.Moving: true } && time.GetElapsedTime(since) < MovingTime;
            if (ready && !moves && look!.Likeness == last && IsNews(look) && !IsTooEarly(look))
            {
                (Current, _told) = (look, last);
                _awaitsAnswer = false;
                return (Seen, PageEvent.PageChanged);
            }

            if (look?.Likeness != last)
            {
                since = time.GetTimestamp();
            }

            var isAtRest = look?.Likeness == _told && ShowsNoWayIn && time.GetElapsedTime(since) >= RestTime && browser.Loading.Rest >= RestTime;
            var isUp = time.GetElapsedTime(began) >= bound && (look is null || !IsTooEarly(look)) && !IsBusy(bound, time.GetElapsedTime(began));
            if (browser.Gate.PageStopped || late || isAtRest || isUp)
            {
                Current = look ?? Current;
                return (Seen, PageEvent.TimeIsUp);
            }

            last = ready ? look!.Likeness : "";
            await Task.Delay(Pause, time, cancel);
        }
    }

    /// <summary>Goes again to where a link, a button or a script led and where the site asked by HTTP itself, so that it can be answered.</summary>
    private async Task<bool> GoToChallengeAsync(FrameLook? look, CancellationToken cancel)
    {
        if (_submitted is not null || browser.Gate.TellsOfChallenges || look is not { IsTop: true, Report.Fields.Count: 0 }
            || browser.Challenges.UntoldAt(look.World.LoaderId) is not { } address)
        {
            return false;
        }

        await browser.Gate.TellOfChallengesAsync(cancel);
        await GoAsync(address, cancel);
        return true;
    }

    /// <summary>Waits, not for long, until a page that is signed in has loaded to the end and its requests are answered.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task SettleAsync(CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < SettleTime)
        {
            var looks = await Detector.LookAsync(cancel);
            if (looks.FirstOrDefault(look => look.IsTop) is { Report.Loaded: true })
            {
                return;
            }

            await Task.Delay(Pause, time, cancel);
        }
    }

    /// <summary>A page that looks as before is news too, once, when the site has answered.</summary>
    private bool IsNews(FrameLook look) => look.Likeness != _told || (_awaitsAnswer && look.Form == _submitted?.Form);

    /// <summary>The page still shows the form that was submitted, and the site has not answered: what changed may be the page being busy.</summary>
    private bool IsTooEarly(FrameLook look) => _submitted is { } submitted && look.Form == submitted.Form && !browser.Traffic.IsAnswered;

    /// <summary>A large application may load for seconds after a right password, and show the form until it is there.</summary>
    private bool IsBusy(TimeSpan bound, TimeSpan waited) =>
        bound == SignInFlow.SettleTime && waited < MostSettling && browser.Loading.Rest < SettledRest;

    /// <summary>The frame that matters: the one with a form at a place where it may be filled, else the page itself.</summary>
    private FrameLook? Choose(IReadOnlyList<FrameLook> looks) =>
        looks.FirstOrDefault(look => look.Seen.Fields.Count > 0 && look.Identity.RefusalFor(overview) is null)
        ?? looks.FirstOrDefault(look => look.Seen.WaysOn.Count > 0 && look.Identity.RefusalFor(overview) is null)
        ?? looks.FirstOrDefault(look => look.IsTop);

    /// <summary>A page of somebody signed in may hold such a link too, so it says nothing against being signed in.</summary>
    private static bool FoldsAwayWayIn(FrameLook look) => look.Report.Evidence.Contains("folded-sign-in-link", StringComparer.Ordinal);

    /// <summary>What a form was answered with is no page that can be had again.</summary>
    private bool CameBack(FrameLook look) =>
        look.IsTop && Submission == Submission.Navigated && browser.Traffic.IsFetched(look.World.LoaderId)
        && new Uri(ReturnAddress).GetLeftPart(UriPartial.Path) == look.Address;

    /// <summary>Signed in is what a page of a session origin says of itself; a page that shows it before anything was typed is not believed.</summary>
    private PageSeen Believed(FrameLook look) =>
        look.Seen.Verdict == Verdict.SignedIn && (_submitted is null || !look.IsTop || !overview.SessionOrigins.Contains(look.Report.Origin, StringComparer.Ordinal))
            ? look.Seen with { Verdict = Verdict.Unsure }
            : look.Seen with { CameBack = CameBack(look) };
}
