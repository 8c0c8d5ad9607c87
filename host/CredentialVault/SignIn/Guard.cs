using CredentialVault.Storage;

namespace CredentialVault.SignIn;

/// <summary>Decides whether a credential may be tried, over all hosts that share the vault, so that no loop can lock an account.</summary>
/// <param name="store">Where its rules live.</param>
/// <param name="time">The clock.</param>
public sealed class Guard(IGuardStore store, TimeProvider time)
{
    /// <summary>The owner's own limits.</summary>
    public Task<OwnersLimits> LimitsAsync() => store.ReadLimitsAsync();

    /// <summary>Puts other limits in their place.</summary>
    /// <param name="limits">Each from 1 to <see cref="OwnersLimits.Most"/>, or null for what is built in.</param>
    public Task SetLimitsAsync(OwnersLimits limits) => store.WriteLimitsAsync(limits);

    /// <summary>Counts a sign-in request, which costs no attempt, against the profile's limit.</summary>
    /// <param name="profileId">The profile.</param>
    /// <returns>Null, or the outcome that refuses it.</returns>
    public async Task<Outcome?> CountRequestAsync(string profileId) =>
        await store.CountRequestAsync(profileId, time.GetUtcNow(), GuardLimits.RequestPeriod) > GuardLimits.Requests
            ? Outcome.BlockedByGuard(Reason.TooManyRequests)
            : null;

    /// <summary>Whether an attempt with this credential would be let through now.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <returns>Null, or the outcome that refuses it.</returns>
    public async Task<Outcome?> RefusalAsync(string credentialId)
    {
        var known = await store.ReadGuardAsync(credentialId, SuccessesSince());
        var most = await MostSuccessesAsync();
        return known switch
        {
            { StoppedReason: { } reason } => Outcome.BlockedByGuard(reason),
            { Unfinished: >= GuardLimits.UnfinishedAttempts } => Outcome.BlockedByGuard(Reason.TwoUnfinished),
            _ when known.Successes >= most => Outcome.BlockedByGuard(Reason.SignedInTooOften),
            _ => null,
        };
    }

    /// <summary>Records an attempt, before the first secret goes out.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="profileId">The profile it is for.</param>
    /// <returns>Null when it is recorded, else the outcome that refuses it.</returns>
    public async Task<Outcome?> BeginAttemptAsync(string credentialId, string signInId, string profileId) =>
        await store.TryBeginAttemptAsync(credentialId, signInId, profileId, time.GetUtcNow(), GuardLimits.UnfinishedAttempts, await MostSuccessesAsync(), SuccessesSince())
            ? null
            : await RefusalAsync(credentialId) ?? Outcome.BlockedByGuard(Reason.TwoUnfinished);

    /// <summary>Records how an attempt ended.</summary>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="outcome">How.</param>
    /// <param name="proven">Whether a page showed that it is signed in. If not, earlier unfinished attempts still count, and it counts for more against the limit of successes.</param>
    public async Task EndAttemptAsync(string signInId, Outcome outcome, bool proven) => await store.EndAttemptAsync(
        signInId,
        time.GetUtcNow(),
        successes: outcome != Outcome.SignedIn ? 0 : proven ? 1 : GuardLimits.UnprovenWeight(await MostSuccessesAsync()),
        stop: outcome.RejectsPassword ? Reason.PasswordWasRejected : null);

    /// <summary>Records that a session which was handed over left the agent's page signed out: it counts for more against the limit of successes, so that no site is signed in at over and over.</summary>
    /// <param name="signInId">The sign-in, whose attempt has ended signed in.</param>
    public async Task NoteInVainAsync(string signInId) =>
        await store.WeighAttemptAsync(signInId, GuardLimits.UnprovenWeight(await MostSuccessesAsync()));

    /// <summary>Takes or prolongs the credential's lease: one sign-in at a time.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="longer">How much longer than usual, because the sign-in waits for something.</param>
    /// <returns>False while another sign-in has it.</returns>
    public Task<bool> TryLeaseAsync(string credentialId, string signInId, TimeSpan longer = default)
    {
        var now = time.GetUtcNow();
        return store.TryLeaseAsync(credentialId, signInId, now, now + GuardLimits.Lease + longer);
    }

    /// <summary>Gives the lease back.</summary>
    /// <param name="signInId">The sign-in.</param>
    public Task ReleaseLeaseAsync(string signInId) => store.ReleaseLeaseAsync(signInId);

    /// <summary>Lifts every stop of a credential, because the owner looked at it.</summary>
    /// <param name="credentialId">The credential.</param>
    public Task UnlockAsync(string credentialId) => store.UnlockAsync(credentialId);

    /// <summary>Whether this profile was signed in with the credential within the last minute.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    public async Task<bool> WasJustSignedInAsync(string credentialId, string profileId)
    {
        var last = (await store.ReadGuardAsync(credentialId, SuccessesSince())).LastSignIn;
        return last?.ProfileId == profileId && time.GetUtcNow() - last.At < TimeSpan.FromMinutes(1);
    }

    private async Task<int> MostSuccessesAsync() => (await store.ReadLimitsAsync()).SignInsPerHour ?? GuardLimits.Successes;

    private DateTimeOffset SuccessesSince() => time.GetUtcNow() - GuardLimits.SuccessPeriod;
}
