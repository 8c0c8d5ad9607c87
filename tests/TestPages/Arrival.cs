namespace TestPages;

/// <summary>What arrived in one field of a sign-in, without the value.</summary>
public enum Given
{
    /// <summary>The field was not sent.</summary>
    Absent,

    /// <summary>It was sent without a value.</summary>
    Empty,

    /// <summary>It had the account's value.</summary>
    Right,

    /// <summary>It had another value.</summary>
    Wrong,
}

/// <summary>One attempt to sign in that arrived at a site.</summary>
/// <param name="Username">The username.</param>
/// <param name="Password">The password, or its hash.</param>
/// <param name="Code">The one-time code; one that was used before is wrong.</param>
public sealed record Arrival(Given Username, Given Password, Given Code);
