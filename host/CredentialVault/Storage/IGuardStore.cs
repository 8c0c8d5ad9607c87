using CredentialVault.Errors;

namespace CredentialVault.Storage;

/// <summary>The part of the store that the guard's rules live in. Each call is atomic over all hosts that share the vault.</summary>
public interface IGuardStore
{
    /// <summary>What the guard knows of a credential.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="successesSince">Successful sign-ins are counted from here on.</param>
    Task<GuardRow> ReadGuardAsync(string credentialId, DateTimeOffset successesSince);

    /// <summary>Takes the credential's lease, or prolongs it for the sign-in that has it.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="now">A lease that ended before this is free.</param>
    /// <param name="until">When the lease ends by itself.</param>
    /// <returns>False while another sign-in has it, or when the credential is gone.</returns>
    Task<bool> TryLeaseAsync(string credentialId, string signInId, DateTimeOffset now, DateTimeOffset until);

    /// <summary>Gives a lease back, if the sign-in has one.</summary>
    /// <param name="signInId">The sign-in.</param>
    Task ReleaseLeaseAsync(string signInId);

    /// <summary>Records an attempt, unless the credential is stopped, has <paramref name="mostUnfinished"/> unfinished ones, or <paramref name="mostSuccesses"/> successes.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="profileId">The profile it is for.</param>
    /// <param name="now">When.</param>
    /// <param name="mostUnfinished">Unfinished attempts in a row that stop.</param>
    /// <param name="mostSuccesses">Successes that stop.</param>
    /// <param name="successesSince">Successes are counted from here on.</param>
    /// <returns>False when it was not recorded.</returns>
    Task<bool> TryBeginAttemptAsync(string credentialId, string signInId, string profileId, DateTimeOffset now, int mostUnfinished, int mostSuccesses, DateTimeOffset successesSince);

    /// <summary>Records how an attempt ended. With one success the unfinished ones are forgotten, with more only this one is; with a stop, the credential is stopped.</summary>
    /// <param name="signInId">The sign-in; nothing happens when it has no attempt.</param>
    /// <param name="now">When.</param>
    /// <param name="successes">How many successes it counts for; 0: it did not end signed in.</param>
    /// <param name="stop">Why the credential is stopped from now on, or null.</param>
    Task EndAttemptAsync(string signInId, DateTimeOffset now, int successes, string? stop);

    /// <summary>Lets an attempt that ended signed in count for another number of successes.</summary>
    /// <param name="signInId">The sign-in; nothing happens when it has no such attempt.</param>
    /// <param name="successes">How many.</param>
    Task WeighAttemptAsync(string signInId, int successes);

    /// <summary>Uses a time step of a credential's codes, if no later or equal one was used.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="validUntil">End of the time step.</param>
    /// <returns>False when it was used before.</returns>
    Task<bool> TryUseCodeAsync(string credentialId, DateTimeOffset validUntil);

    /// <summary>Forgets stops and unfinished attempts. Used time steps stay used.</summary>
    /// <param name="credentialId">The credential.</param>
    Task UnlockAsync(string credentialId);

    /// <summary>The owner's own limits.</summary>
    Task<OwnersLimits> ReadLimitsAsync();

    /// <summary>Puts other limits in their place.</summary>
    /// <param name="limits">Each from 1 to <see cref="OwnersLimits.Most"/>, or null.</param>
    Task WriteLimitsAsync(OwnersLimits limits);

    /// <summary>Counts a request of a profile.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="now">When.</param>
    /// <param name="period">How long a count lasts.</param>
    /// <returns>The requests of this period, this one included.</returns>
    /// <exception cref="VaultException"><c>caller-unknown</c>: the profile was removed.</exception>
    Task<int> CountRequestAsync(string profileId, DateTimeOffset now, TimeSpan period);
}

/// <summary>What the guard knows of a credential.</summary>
/// <param name="StoppedReason">Why it is stopped, or null.</param>
/// <param name="Unfinished">Attempts in a row that did not end signed in.</param>
/// <param name="Successes">Successful sign-ins since the asked time.</param>
/// <param name="CodeUsedUntil">End of the latest time step used, or null.</param>
/// <param name="LastSignIn">The latest sign-in that ended signed in, or null.</param>
public sealed record GuardRow(string? StoppedReason, int Unfinished, int Successes, DateTimeOffset? CodeUsedUntil, LastSignIn? LastSignIn);

/// <summary>Limits that an owner has set; null: as built in.</summary>
/// <param name="SignInsPerHour">Successful sign-ins of one credential within an hour.</param>
/// <param name="SignInBrowsers">Sign-in browsers at a time, over all hosts.</param>
public sealed record OwnersLimits(int? SignInsPerHour, int? SignInBrowsers)
{
    /// <summary>The largest of each.</summary>
    public const int Most = 1000;
}

/// <summary>A sign-in that ended signed in.</summary>
/// <param name="ProfileId">The profile it was for.</param>
/// <param name="At">When.</param>
public sealed record LastSignIn(string ProfileId, DateTimeOffset At);
