namespace CredentialVault.SignIn;

/// <summary>How much the guard lets through.</summary>
public static class GuardLimits
{
    /// <summary>Attempts in a row that sent the password and did not end signed in.</summary>
    public const int UnfinishedAttempts = 2;

    /// <summary>Successful sign-ins of one credential within <see cref="SuccessPeriod"/>, unless the owner has set another number.</summary>
    public const int Successes = 6;

    /// <summary>
    /// For how many successes a sign-in counts that nothing showed to be one, or whose session was of no use to the agent: whatever
    /// the limit, at most twice within the hour may a wrong password look like a right one, or a site be signed in at in vain.
    /// </summary>
    /// <param name="most">The limit of successes, at least 1.</param>
    /// <returns>At least 2, since 1 is a sign-in that was shown to be one.</returns>
    public static int UnprovenWeight(int most) => Math.Max(2, (most + 1) / 2);

    /// <summary>The period that <see cref="Successes"/> counts over.</summary>
    public static readonly TimeSpan SuccessPeriod = TimeSpan.FromHours(1);

    /// <summary>Sign-in requests of one profile within <see cref="RequestPeriod"/>.</summary>
    public const int Requests = 60;

    /// <summary>The period that <see cref="Requests"/> counts over.</summary>
    public static readonly TimeSpan RequestPeriod = TimeSpan.FromMinutes(1);

    /// <summary>How long a lease lasts beyond the last message of its sign-in.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    /// <summary>A one-time code is given only if it stays valid for at least this long, or for half of its time step where that is shorter.</summary>
    public static readonly TimeSpan CodeMargin = TimeSpan.FromSeconds(5);
}
