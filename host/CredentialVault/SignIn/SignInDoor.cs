using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Profiles;

namespace CredentialVault.SignIn;

/// <summary>
/// Where every sign-in for an agent begins and ends, whatever its fill: the credential is matched, the guard asked, the
/// lease taken, and at the end given back and an audit record written. Wishes come one at a time.
/// </summary>
/// <param name="matcher">Finds the credential.</param>
/// <param name="guard">Says whether it may be tried.</param>
/// <param name="audit">Is told of refusals and ends.</param>
/// <param name="time">The clock.</param>
public sealed class SignInDoor(CredentialMatcher matcher, Guard guard, AuditLog audit, TimeProvider time)
{
    private static readonly TimeSpan OtherSignInPoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RefusalRepeat = TimeSpan.FromMinutes(10);

    private readonly Dictionary<(string Origin, Outcome Outcome), DateTimeOffset> _refusals = [];

    /// <summary>Lets a sign-in begin for a signed-out page, or says why not.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">The page.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="wanted">Where the agent was or wanted to go, or null.</param>
    /// <param name="afterWait">Whether the caller has waited for another sign-in before.</param>
    /// <param name="leaveTab">Ends an in-page sign-in that still goes on in the tab: a new one takes its place.</param>
    /// <exception cref="VaultException"><c>page-not-signed-out</c>, <c>caller-unknown</c>.</exception>
    public async Task<Admission> AdmitAsync(Caller caller, PageIdentity page, PageSeen seen, string? wanted, bool afterWait, Func<int, Task> leaveTab)
    {
        if (seen.Verdict != Verdict.SignedOut)
        {
            throw VaultError.PageNotSignedOut.AsException();
        }

        // Whoever did not bring the flood about is not left standing when it is over.
        if (await guard.CountRequestAsync(caller.Profile.Id) is { } tooMany)
        {
            await WriteRefusalAsync(caller, page, null, tooMany);
            return new Admission(null, Instruction.For(new Step.Wait(GuardLimits.RequestPeriod, WaitingFor.FewerRequests), null, returnTo: null));
        }

        var match = await matcher.FindAsync(caller, page, seen.Names);
        if (match.Credential is not { } overview || match.Refusal is not null)
        {
            return await RefuseAsync(caller, page, match.Credential, match.Refusal!);
        }

        await leaveTab(page.Tab);
        var signIn = new AdmittedSignIn(Identifier.NewLong(), caller, overview, overview.Fill ?? Fill.Isolated, page, ReturnAddress(wanted, overview), time.GetUtcNow());
        if (!await guard.TryLeaseAsync(overview.Id, signIn.Id))
        {
            return new Admission(null, Instruction.For(new Step.Wait(OtherSignInPoll, WaitingFor.OtherSignIn), overview, signIn.ReturnTo));
        }

        // Only who has the lease can tell: until then the other sign-in may still be handing its session over.
        if (afterWait && await guard.WasJustSignedInAsync(overview.Id, caller.Profile.Id))
        {
            await guard.ReleaseLeaseAsync(signIn.Id);
            return new Admission(null, Instruction.For(new Step.Ended(Outcome.SignedIn), overview, signIn.ReturnTo));
        }

        if (await guard.RefusalAsync(overview.Id) is { } refusal)
        {
            await guard.ReleaseLeaseAsync(signIn.Id);
            return await RefuseAsync(caller, page, overview, refusal);
        }

        return new Admission(signIn, null);
    }

    /// <summary>Gives the lease back and writes down how the sign-in ended.</summary>
    /// <param name="signIn">The sign-in.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="waited">How much of its time it waited for a one-time code or a turn.</param>
    /// <param name="trace">What it met with.</param>
    public async Task EndAsync(AdmittedSignIn signIn, Outcome outcome, TimeSpan waited, SignInTrace trace)
    {
        await guard.ReleaseLeaseAsync(signIn.Id);
        await audit.WriteAsync(AuditEvent.SignIn, Detail(signIn.Caller, signIn.Page.Origin, signIn.Overview, outcome).With(trace) with
        {
            Milliseconds = (long)(time.GetUtcNow() - signIn.BeganAt).TotalMilliseconds,
            WaitedMilliseconds = (long)waited.TotalMilliseconds,
        });
    }

    private async Task<Admission> RefuseAsync(Caller caller, PageIdentity page, Overview? overview, Outcome outcome)
    {
        await WriteRefusalAsync(caller, page, overview, outcome);
        return new Admission(null, Instruction.For(new Step.Ended(outcome), overview, returnTo: null));
    }

    private async Task WriteRefusalAsync(Caller caller, PageIdentity page, Overview? overview, Outcome outcome)
    {
        // A page that asks again and again makes one record, not a flood; nor do many origins beyond the limit.
        var now = time.GetUtcNow();
        var key = (outcome.Reason == Reason.TooManyRequests ? "" : page.Origin, outcome);
        if (!_refusals.TryGetValue(key, out var last) || now - last >= RefusalRepeat)
        {
            _refusals[key] = now;
            await audit.WriteAsync(AuditEvent.Refusal, Detail(caller, page.Origin, overview, outcome));
        }
    }

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
}
