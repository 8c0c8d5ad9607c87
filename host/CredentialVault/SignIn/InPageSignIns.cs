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
    SignInDoor door,
    Guard guard,
    CodeIssuer codes,
    ICredentialStore store,
    IKeySource keys,
    TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, InPageSignIn> _going = new(StringComparer.Ordinal);

    /// <summary>Begins a sign-in that was let in.</summary>
    /// <param name="admitted">The sign-in.</param>
    /// <param name="seen">What its page looks like.</param>
    /// <returns>What to do.</returns>
    /// <exception cref="VaultException"><c>fill-unexpected</c>: the credential's fill is another.</exception>
    public Task<Instruction> BeginAsync(AdmittedSignIn admitted, PageSeen seen)
    {
        if (admitted.Fill != Fill.InPage)
        {
            throw VaultError.FillUnexpected.AsException();
        }

        var signIn = new InPageSignIn(admitted);
        _going.Add(signIn.Id, signIn);
        return FollowAsync(signIn, admitted.Page, seen.AsksByHttp
            ? new Step.Ended(Outcome.NeedsOwner(Reason.AsksByHttp))
            : signIn.Flow.Next(admitted.Page.Document, seen, PageEvent.PageChanged, Submission.Unseen));
    }

    /// <summary>Ends the sign-in of a tab, if there is one.</summary>
    /// <param name="tab">The tab.</param>
    public async Task LeaveTabAsync(int tab)
    {
        if (_going.Values.FirstOrDefault(other => other.Tab == tab) is { } abandoned)
        {
            await EndAsync(abandoned, Outcome.TimedOut(Reason.TabClosed));
        }
    }

    /// <summary>The values for the fields of a page that <see cref="BeginAsync"/> or <see cref="ReportAsync"/> has just named.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="page">The page.</param>
    /// <param name="fields">Which fields.</param>
    /// <param name="recipient">The worker's key that the values are sealed to.</param>
    /// <returns>What goes into the form, nothing when something has to be waited for or it ended, and what to do.</returns>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>, <c>fill-unexpected</c>, <c>sealed-value-invalid</c>.</exception>
    public async Task<GivenForm> FillAsync(
        Caller caller, string signInId, PageIdentity page, IReadOnlyList<string> fields, SealingKey recipient)
    {
        var signIn = Find(caller, signInId);
        if (!signIn.Expects(page, fields))
        {
            throw VaultError.FillUnexpected.AsException();
        }

        if (page.RefusalFor(signIn.Overview) is { } mismatch)
        {
            return GivenForm.Nothing(await FollowAsync(signIn, page, new Step.Ended(mismatch)));
        }

        // Who let the lease run out may find another sign-in in its place.
        if (!await guard.TryLeaseAsync(signIn.Overview.Id, signIn.Id))
        {
            return GivenForm.Nothing(await FollowAsync(signIn, page, new Step.Ended(Outcome.TimedOut(Reason.NoAnswer))));
        }

        var code = fields.Contains(FieldName.OneTimeCode, StringComparer.Ordinal) ? await codes.IssueAsync(signIn.Overview) : null;
        if (code is { Code: null })
        {
            return GivenForm.Nothing(await FollowAsync(signIn, page, code.Refusal is { } none ? new Step.Ended(none) : new Step.Wait(code.Wait, WaitingFor.NextCode)));
        }

        using (code?.Code)
        {
            var secret = fields.Any(FieldName.IsSecret);
            if (secret && !signIn.AttemptBegun && await guard.BeginAttemptAsync(signIn.Overview.Id, signIn.Id, caller.Profile.Id) is { } refusal)
            {
                return GivenForm.Nothing(await FollowAsync(signIn, page, new Step.Ended(refusal)));
            }

            signIn.AttemptBegun |= secret;
            List<FilledValue> values = [];
            foreach (var field in fields)
            {
                using var value = await ValueAsync(signIn.Overview, field, code?.Code?.Value);
                values.Add(new FilledValue(field, recipient.Seal(value, SealingContext.OnTheWay(signIn.Id, field))));
            }

            signIn.ExpectNothing();
            return new GivenForm(values, signIn.Overview.RememberDevice, await FollowAsync(signIn, page, signIn.Flow.Give(page.Document, fields)));
        }
    }

    /// <summary>Takes note of what a page became.</summary>
    /// <param name="caller">Who reports.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="page">The page.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="submission">How the page took the last submission.</param>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>; <c>session-unexpected</c>: no session was offered.</exception>
    public async Task<Instruction> ReportAsync(Caller caller, string signInId, PageIdentity page, PageSeen seen, PageEvent happened, Submission submission)
    {
        var signIn = Find(caller, signInId);
        if (page.Tab != signIn.Tab)
        {
            throw VaultError.SignInUnknown.AsException();
        }

        if (happened == PageEvent.HandedOver)
        {
            throw VaultError.SessionUnexpected.AsException();
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
        else if (page.Frame == 0 && !page.IsOfApplication(signIn.Overview))
        {
            // An identity provider may know who is there, and yet have something to ask before it lets them through.
            seen = seen with { Verdict = seen.Verdict == Verdict.SignedIn ? Verdict.Unsure : seen.Verdict, IsOnTheWayIn = true };
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
        switch (step)
        {
            case Step.Fill when page.RefusalFor(signIn.Overview) is { } mismatch:
                step = new Step.Ended(mismatch);
                break;
            case Step.Press when page.RefusalFor(signIn.Overview) is { } elsewhere:
                step = new Step.Ended(elsewhere);
                break;
            case Step.Fill fill:
                signIn.Expect(page, fill.Fields);
                signIn.Deadline = now + SignInFlow.AnswerTime;
                break;
            case Step.Wait wait:
                signIn.Deadline += wait.Time;
                break;
            case Step.Watch or Step.Return or Step.GoToStart when now >= signIn.Deadline:
                step = new Step.Ended(Outcome.TimedOut(Reason.NoAnswer));
                break;
            case Step.Watch watch:
                step = new Step.Watch(Earlier(watch.Bound, signIn.Deadline - now));
                break;
        }

        signIn.Follow(step, now);
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
            await guard.EndAttemptAsync(signIn.Id, outcome, signIn.Flow.IsProven);
            if (outcome == Outcome.SignedIn && signIn.Flow.IsProven)
            {
                await store.RecordVerifiedAsync(signIn.Overview.Id, time.GetUtcNow());
            }
        }

        await door.EndAsync(signIn.Admitted, outcome, signIn.Waited, signIn.Trace);
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

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
