using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.Storage;

namespace CredentialVault.SignIn;

/// <summary>
/// Sign-ins in the agent's own pages, for credentials whose fill is <c>in-page</c>. One instance serves
/// one extension and is called by one message at a time.
/// </summary>
public sealed class InPageSignIns(
    CredentialMatcher matcher,
    Guard guard,
    CodeIssuer codes,
    ICredentialStore store,
    IKeySource keys,
    AuditLog audit,
    TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan OtherSignInPoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RefusalRepeat = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, InPageSignIn> _going = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Origin, Outcome Outcome), DateTimeOffset> _refusals = [];

    /// <summary>Begins a sign-in for a signed-out page, or says why not.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">The page.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="wanted">Where the agent was or wanted to go, or null.</param>
    /// <param name="afterWait">Whether the caller has waited for another sign-in before.</param>
    /// <returns>The sign-in's id, null when none was begun, and what to do.</returns>
    /// <exception cref="VaultException"><c>page-not-signed-out</c>, <c>caller-unknown</c>.</exception>
    public async Task<(string? SignIn, Instruction Instruction)> BeginAsync(Caller caller, PageIdentity page, PageSeen seen, string? wanted, bool afterWait)
    {
        if (seen.Verdict != Verdict.SignedOut)
        {
            throw VaultError.PageNotSignedOut.AsException();
        }

        if (await guard.CountRequestAsync(caller.Profile.Id) is { } tooMany)
        {
            return await RefuseAsync(caller, page, null, tooMany);
        }

        var match = await matcher.FindAsync(caller, page);
        if (match.Credential is not { } credential || match.Refusal is not null)
        {
            return await RefuseAsync(caller, page, match.Credential?.Overview, match.Refusal!);
        }

        var overview = credential.Overview;
        if (credential.Fill != Fill.InPage)
        {
            return await RefuseAsync(caller, page, overview, Outcome.NeedsOwner(Reason.FillUnsupported));
        }

        if (_going.Values.FirstOrDefault(other => other.Tab == page.Tab) is { } abandoned)
        {
            await EndAsync(abandoned, Outcome.TimedOut(Reason.TabClosed));
        }

        var returnTo = ReturnAddress(wanted, overview);
        if (afterWait && await guard.WasJustSignedInAsync(overview.Id, caller.Profile.Id))
        {
            return (null, Instruction.For(new Step.Ended(Outcome.SignedIn), overview, returnTo));
        }

        if (await guard.RefusalAsync(overview.Id) is { } refusal)
        {
            return await RefuseAsync(caller, page, overview, refusal);
        }

        var signIn = new InPageSignIn(Identifier.NewLong(), caller, overview, page, returnTo, time.GetUtcNow());
        if (!await guard.TryLeaseAsync(overview.Id, signIn.Id))
        {
            return (null, Instruction.For(new Step.Wait(OtherSignInPoll, WaitingFor.OtherSignIn), overview, returnTo));
        }

        _going.Add(signIn.Id, signIn);
        var step = signIn.Flow.Next(page.Document, seen, PageEvent.PageChanged, Submission.Unseen);
        return (signIn.Id, await FollowAsync(signIn, page, step));
    }

    /// <summary>The values for the fields of a page that <see cref="BeginAsync"/> or <see cref="ReportAsync"/> has just named.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="page">The page.</param>
    /// <param name="fields">Which fields.</param>
    /// <param name="recipient">The worker's key that the values are sealed to.</param>
    /// <returns>The values, none when something has to be waited for or it ended, and what to do.</returns>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>, <c>fill-unexpected</c>, <c>sealed-value-invalid</c>.</exception>
    public async Task<(IReadOnlyList<FilledValue> Values, Instruction Instruction)> FillAsync(
        Caller caller, string signInId, PageIdentity page, IReadOnlyList<string> fields, SealingKey recipient)
    {
        var signIn = Find(caller, signInId);
        if (!signIn.Expects(page, fields))
        {
            throw VaultError.FillUnexpected.AsException();
        }

        if (page.RefusalFor(signIn.Overview) is { } mismatch)
        {
            return ([], await FollowAsync(signIn, page, new Step.Ended(mismatch)));
        }

        // Who let the lease run out may find another sign-in in its place.
        if (!await guard.TryLeaseAsync(signIn.Overview.Id, signIn.Id))
        {
            return ([], await FollowAsync(signIn, page, new Step.Ended(Outcome.TimedOut(Reason.NoAnswer))));
        }

        var code = fields.Contains(FieldName.OneTimeCode, StringComparer.Ordinal) ? await codes.IssueAsync(signIn.Overview) : null;
        if (code is { Code: null })
        {
            return ([], await FollowAsync(signIn, page, code.Refusal is { } none ? new Step.Ended(none) : new Step.Wait(code.Wait, WaitingFor.NextCode)));
        }

        using (code?.Code)
        {
            var secret = code is not null || fields.Contains(FieldName.Password, StringComparer.Ordinal);
            if (secret && !signIn.AttemptBegun && await guard.BeginAttemptAsync(signIn.Overview.Id, signIn.Id, caller.Profile.Id) is { } refusal)
            {
                return ([], await FollowAsync(signIn, page, new Step.Ended(refusal)));
            }

            signIn.AttemptBegun |= secret;
            List<FilledValue> values = [];
            foreach (var field in fields)
            {
                using var value = await ValueAsync(signIn.Overview, field, code?.Code?.Value);
                values.Add(new FilledValue(field, recipient.Seal(value, SealingContext.OnTheWay(signIn.Id, field))));
            }

            signIn.ExpectNothing();
            return (values, await FollowAsync(signIn, page, signIn.Flow.Give(page.Document)));
        }
    }

    /// <summary>Takes note of what a page became.</summary>
    /// <param name="caller">Who reports.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="page">The page.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="submission">How the page took the last submission.</param>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>.</exception>
    public async Task<Instruction> ReportAsync(Caller caller, string signInId, PageIdentity page, PageSeen seen, PageEvent happened, Submission submission)
    {
        var signIn = Find(caller, signInId);
        if (page.Tab != signIn.Tab)
        {
            throw VaultError.SignInUnknown.AsException();
        }

        // Other frames say nothing of the sign-in, nor do pages of other sites that it passes through.
        var beside = page.Frame != 0 && page.Frame != signIn.FilledFrame;
        var elsewhere = !page.IsOfSite(signIn.Overview);
        if ((beside && happened == PageEvent.PageChanged) || (elsewhere && happened is PageEvent.PageChanged or PageEvent.TimeIsUp))
        {
            return await FollowAsync(signIn, page, new Step.Watch(SignInFlow.AnswerTime));
        }

        if (elsewhere)
        {
            seen = new PageSeen(Verdict.Unsure, PageKind.Other, []);
        }

        return await FollowAsync(signIn, page, signIn.Flow.Next(page.Document, seen, happened, submission));
    }

    /// <summary>Ends every sign-in that still goes on, because the browser or its extension is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var signIn in _going.Values.ToArray())
        {
            await EndAsync(signIn, Outcome.TimedOut(Reason.TabClosed));
        }
    }

    private async Task<Instruction> FollowAsync(InPageSignIn signIn, PageIdentity page, Step step)
    {
        var now = time.GetUtcNow();
        signIn.Follow(step, now);
        switch (step)
        {
            case Step.Fill when page.RefusalFor(signIn.Overview) is { } mismatch:
                step = new Step.Ended(mismatch);
                break;
            case Step.Fill fill:
                signIn.Expect(page, fill.Fields);
                signIn.Deadline = now + SignInFlow.AnswerTime;
                break;
            case Step.Wait wait:
                signIn.Deadline += wait.Time;
                break;
            case Step.Watch or Step.Return when now >= signIn.Deadline:
                step = new Step.Ended(Outcome.TimedOut(Reason.NoAnswer));
                break;
            case Step.Watch watch:
                step = new Step.Watch(Earlier(watch.Bound, signIn.Deadline - now));
                break;
        }

        if (step is Step.Ended(var outcome))
        {
            await EndAsync(signIn, outcome);
        }
        else
        {
            await guard.TryLeaseAsync(signIn.Overview.Id, signIn.Id, longer: step is Step.Wait(var longer, _) ? longer : default);
        }

        return Instruction.For(step, signIn.Overview, signIn.ReturnTo);
    }

    private async Task EndAsync(InPageSignIn signIn, Outcome outcome)
    {
        _going.Remove(signIn.Id);
        if (signIn.AttemptBegun)
        {
            await guard.EndAttemptAsync(signIn.Id, outcome);
        }

        await guard.ReleaseLeaseAsync(signIn.Id);
        await audit.WriteAsync(AuditEvent.SignIn, Detail(signIn.Caller, signIn.Origin, signIn.Overview, outcome) with
        {
            Milliseconds = (long)(time.GetUtcNow() - signIn.BeganAt).TotalMilliseconds,
            WaitedMilliseconds = (long)signIn.Waited.TotalMilliseconds,
        });
    }

    private async Task<(string? SignIn, Instruction Instruction)> RefuseAsync(Caller caller, PageIdentity page, Overview? overview, Outcome outcome)
    {
        // A page that asks again and again makes one record, not a flood; nor do many origins beyond the limit.
        var now = time.GetUtcNow();
        var key = (outcome.Reason == Reason.TooManyRequests ? "" : page.Origin, outcome);
        if (!_refusals.TryGetValue(key, out var last) || now - last >= RefusalRepeat)
        {
            _refusals[key] = now;
            await audit.WriteAsync(AuditEvent.Refusal, Detail(caller, page.Origin, overview, outcome));
        }

        return (null, Instruction.For(new Step.Ended(outcome), overview, returnTo: null));
    }

    private async Task<Secret> ValueAsync(Overview overview, string field, Secret? code)
    {
        switch (field)
        {
            case FieldName.Username:
                return Secret.FromText(overview.Username);
            case FieldName.OneTimeCode when code is not null:
                return code.Copy();
            default:
                var value = await store.ReadSecretAsync(overview.Id, field) ?? throw VaultError.FillUnexpected.AsException();
                using (var key = keys.ReadOpeningKey())
                {
                    return key.Open(value, SealingContext.AtRest(overview.Id, field, overview.SignInOrigins));
                }
        }
    }

    private InPageSignIn Find(Caller caller, string signInId) =>
        _going.TryGetValue(signInId, out var signIn) && signIn.Caller.Profile.Id == caller.Profile.Id
            ? signIn
            : throw VaultError.SignInUnknown.AsException();

    private static AuditDetail Detail(Caller caller, string origin, Overview? overview, Outcome outcome) => new()
    {
        Profile = caller.Profile.Name,
        Automation = caller.Automation?.Name,
        Site = origin,
        Credential = overview?.Id,
        Label = overview?.Label,
        Outcome = outcome.Code,
        Reason = outcome.Reason,
    };

    private static string? ReturnAddress(string? wanted, Overview overview) =>
        wanted is not null && SiteOrigin.TryOfAddress(wanted, out var origin) && overview.SessionOrigins.Contains(origin.ToString(), StringComparer.Ordinal)
            ? wanted
            : null;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
