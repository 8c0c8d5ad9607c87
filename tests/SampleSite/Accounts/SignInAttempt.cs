namespace SampleSite.Accounts;

/// <summary>One sign-in form that really arrived, without what was in it.</summary>
/// <param name="At">When.</param>
/// <param name="Email">The account, or null when there is none of that name.</param>
/// <param name="Step">What was sent.</param>
/// <param name="Answer">What the site made of it.</param>
public sealed record SignInAttempt(DateTimeOffset At, string? Email, SignInStep Step, SignInAnswer Answer);

/// <summary>What a sign-in form sends.</summary>
public enum SignInStep
{
    /// <summary>Email and password.</summary>
    Password,

    /// <summary>A one-time code.</summary>
    Code,
}

/// <summary>What the site made of a sign-in form.</summary>
public enum SignInAnswer
{
    /// <summary>The user is signed in.</summary>
    Succeeded,

    /// <summary>The password or the code was wrong.</summary>
    Rejected,

    /// <summary>The account is locked after too many wrong ones.</summary>
    LockedOut,

    /// <summary>The password was right and a code is needed.</summary>
    CodeRequired,

    /// <summary>The field came empty, and nothing was checked.</summary>
    Empty,
}
