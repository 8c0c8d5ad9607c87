using System.Globalization;
using System.Text.RegularExpressions;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.SignIn.DevTools;
using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>
/// Tries a credential without an agent: signs in in one browser. With the fill <c>isolated</c> it then hands the session to a
/// second, clean one, and looks whether that one is signed in. With <c>in-page</c> no session is ever handed over, so none
/// is tried; and the agent's own page, where the values will be typed, is not there to be tried. Where the site asks by HTTP
/// itself there will be none, and it ends as it does for an agent.
/// </summary>
/// <param name="vault">The vault.</param>
/// <param name="turns">Lets only so many browsers run at a time.</param>
/// <param name="time">The clock.</param>
public sealed partial class Verification(Vault vault, SignInTurns turns, TimeProvider time)
{
    private const int ClockToleranceSeconds = 15;

    private static readonly TimeSpan LeasePoll = TimeSpan.FromSeconds(1);

    /// <summary>Longer than it takes, the wait for a code included.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Does all of it. A good end is remembered with the credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="options">What the browsers are started with.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>, <c>sign-in-browser-failed</c>, <c>totp-missing</c>, <c>sealed-value-invalid</c>.</exception>
    public async Task<VerificationResult> RunAsync(Credential credential, SignInBrowserOptions options, IProgress<VerificationStep> progress, CancellationToken cancel)
    {
        // What was learned before is learned again, from what the owner said.
        using var values = vault.ValuesForVerifying(credential.Overview with { Learned = null });
        using var turn = await turns.TakeAsync(() => progress.Report(new VerificationStep(VerificationStage.WaitingForTurn)), cancel);
        await LeaseAsync(values, progress, cancel);
        try
        {
            var kept = new KeptSteps(progress);
            var result = await TryAsync(values, credential.Fill, options, kept, cancel);
            if (result.Outcome == Outcome.SignedIn)
            {
                await vault.Credentials.RecordVerifiedAsync(credential.Id);
                await vault.Credentials.LearnAsync(credential.Id, result.Learned);
                return result with { Remarks = Remarks.Of(credential.Overview, kept.Steps, result) };
            }

            return result;
        }
        finally
        {
            await vault.Guard.ReleaseLeaseAsync(values.SignInId);
        }
    }

    private async Task LeaseAsync(SignInValues values, IProgress<VerificationStep> progress, CancellationToken cancel)
    {
        for (var told = false; !await vault.Guard.TryLeaseAsync(values.Overview.Id, values.SignInId, LeaseTime); told = true)
        {
            if (!told)
            {
                progress.Report(new VerificationStep(VerificationStage.WaitingForOtherSignIn));
            }

            await Task.Delay(LeasePoll, time, cancel);
        }
    }

    private async Task<VerificationResult> TryAsync(SignInValues values, Fill fill, SignInBrowserOptions options, IProgress<VerificationStep> progress, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var result = await vault.Guard.RefusalAsync(values.Overview.Id) is { } refusal
            ? new VerificationResult(refusal)
            : await SignInAndHandOverAsync(values, handsOver: fill == Fill.Isolated, options, progress, cancel);
        await vault.Audit.WriteAsync(AuditEvent.Verify, new AuditDetail
        {
            Site = values.Overview.SessionOrigins[0],
            Credential = values.Overview.Id,
            Label = values.Overview.Label,
            Outcome = result.Outcome.Code,
            Reason = result.Outcome.Reason,
            Milliseconds = (long)time.GetElapsedTime(began).TotalMilliseconds,
        }.With(result.Trace));
        return result;
    }

    private async Task<VerificationResult> SignInAndHandOverAsync(SignInValues values, bool handsOver, SignInBrowserOptions options, IProgress<VerificationStep> progress, CancellationToken cancel)
    {
        IsolatedResult signedIn;
        string? picture = null;
        TimeSpan? ahead;
        progress.Report(new VerificationStep(VerificationStage.StartingBrowser));
        await using (var browser = await SignInBrowser.StartAsync(options, time, cancel))
        {
            signedIn = await new IsolatedSignIn(browser, values, time, new SignInProgress(progress)) { ReadsSession = handsOver, AnswersChallenges = handsOver, SeeksForm = true }.RunAsync(cancel);
            ahead = browser.Traffic.SiteClockAhead;
            if (signedIn.Outcome != Outcome.SignedIn)
            {
                picture = await new LastPage(browser, values).PictureAsync(cancel);
            }
        }

        var doubt = values.Overview.Totp is null ? null : ClockDoubtOf(ahead, signedIn.Outcome);
        if (signedIn.Session is not { } session)
        {
            return new VerificationResult(signedIn.Outcome) { Learned = signedIn.Learned, IsProven = signedIn.IsProven, Picture = picture, ClockDoubt = doubt, Trace = signedIn.Trace };
        }

        progress.Report(new VerificationStep(VerificationStage.StartingSecondBrowser));
        await using var second = await SignInBrowser.StartAsync(options, time, cancel);
        try
        {
            progress.Report(new VerificationStep(VerificationStage.HandingOver));
            var detector = new PageDetector(second, time);
            await new SessionWriter(second, detector).WriteAsync(session.Session, cancel);
            progress.Report(new VerificationStep(VerificationStage.Checking, values.Overview.SessionOrigins[0]));
            var (isThere, shownAt) = await IsSignedInAsync(new SignedInCheck(second, detector, time), values.Overview, signedIn.ShownAt, cancel);
            var learned = signedIn.Learned! with { SignedInUrl = shownAt };
            return new VerificationResult(isThere ? Outcome.SignedIn : Outcome.SessionNotPortable(Reason.StillSignedOut))
            {
                Learned = isThere ? learned : null,
                IsProven = signedIn.IsProven || shownAt is not null,
                Picture = isThere ? null : await new LastPage(second, values).PictureAsync(cancel),
                ClockDoubt = doubt,
                Trace = signedIn.Trace,
            };
        }
        catch (DevToolsException)
        {
            return new VerificationResult(Outcome.SessionNotPortable(Reason.StorageNotReadable)) { Trace = signedIn.Trace };
        }
    }

    /// <summary>
    /// The page that had shown it in the first browser tells, and comes first: some sites end the session of whoever opens
    /// their first page. One whose address may be good for once comes last. Where none had shown it, a first page that
    /// asks nothing leaves it to the page where signing in starts, which sends on whoever is signed in.
    /// </summary>
    /// <returns>Whether it is signed in, and where that is shown; an address with a query is not told.</returns>
    private static async Task<(bool IsThere, string? ShownAt)> IsSignedInAsync(SignedInCheck check, Overview overview, string? shownBefore, CancellationToken cancel)
    {
        Task<Verdict> LookAsync(string address) => check.LookAsync(address, overview.SessionOrigins, cancel);
        var isLasting = shownBefore is not null && Lasting().IsMatch(new Uri(shownBefore).Query);
        var shown = isLasting ? await LookAsync(shownBefore!) : Verdict.SignedOut;
        if (shown == Verdict.SignedIn)
        {
            return (true, WithoutQuery(shownBefore!));
        }

        var home = overview.SessionOrigins[0] + "/";
        var verdict = await LookAsync(home);
        if (verdict == Verdict.SignedIn)
        {
            return (true, home);
        }

        if (!isLasting && (shownBefore ?? (verdict == Verdict.Unsure ? overview.SignInUrl : null)) is { } more)
        {
            verdict = await LookAsync(more);
            return (verdict != Verdict.SignedOut, verdict == Verdict.SignedIn ? WithoutQuery(more) : null);
        }

        return (verdict != Verdict.SignedOut || shown != Verdict.SignedOut, null);

        static string? WithoutQuery(string address) => address.Contains('?', StringComparison.Ordinal) ? null : address;
    }

    /// <summary>A query of short words and numbers says what is to be shown; a longer value may be good for once.</summary>
    [GeneratedRegex(@"^(\?([\w\-.\[\]%]{1,40}(=([A-Za-z_\-]{0,16}|[0-9]{1,4}))?(&|$))*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lasting();

    /// <summary>Sites take a code of the step before or after, which are half a minute long for most. Where one was refused and the clocks agree, it is the key.</summary>
    private static string? ClockDoubtOf(TimeSpan? ahead, Outcome outcome) => ahead switch
    {
        { TotalSeconds: var seconds } when Math.Abs(seconds) >= ClockToleranceSeconds => string.Create(
            CultureInfo.InvariantCulture,
            $"The site's clock is {Math.Abs(seconds):0} s {(seconds > 0 ? "ahead of" : "behind")} this machine's, so it may refuse the codes that this machine makes; 'timedatectl set-ntp true' sets a clock right."),
        _ when outcome != Outcome.CodeRejected => null,
        null => "The site does not tell its time, so this may be the key or the clock: compare the machine's clock with another one, and if it is right, give the authenticator key again.",
        _ => "The site's clock agrees with this machine's, so it is the authenticator key that the site does not know: give it again, as the site shows it now.",
    };

    private sealed class SignInProgress(IProgress<VerificationStep> progress) : IProgress<SignInStep>
    {
        public void Report(SignInStep value) => progress.Report(VerificationStep.Of(value));
    }
}

/// <summary>What came of it.</summary>
/// <param name="Outcome">Signed in when, with the fill <c>isolated</c>, the second browser was signed in by the session alone; with <c>in-page</c>, when the first one was.</param>
public sealed record VerificationResult(Outcome Outcome)
{
    /// <summary>What it met with.</summary>
    public SignInTrace Trace { get; init; } = SignInTrace.None;

    /// <summary>What was learned of the site, or null.</summary>
    public Learned? Learned { get; init; }

    /// <summary>Whether a page showed that it is signed in; else a sign-in that the site did not take would have looked the same.</summary>
    public bool IsProven { get; init; }

    /// <summary>Sentences about what it did not come by and what the site was told, when it ended signed in.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>A JPEG, in base64, of the last page when it did not end signed in; null when there is none that may be shown. What its fields held is not in it.</summary>
    public string? Picture { get; init; }

    /// <summary>A sentence for an owner whose machine's clock is so far from the site's that codes may be refused, or whose code was refused: whether it is the clock; else null.</summary>
    public string? ClockDoubt { get; init; }
}
