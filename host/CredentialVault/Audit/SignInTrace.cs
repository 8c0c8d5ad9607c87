namespace CredentialVault.Audit;

/// <summary>What a sign-in met with on its way that its owner should know.</summary>
public sealed record SignInTrace
{
    /// <summary>Nothing.</summary>
    public static SignInTrace None { get; } = new();

    /// <summary>Where the site had stored a secret, which was therefore withheld.</summary>
    public IReadOnlyList<string> Reflected { get; init; } = [];

    /// <summary>What was pressed to go on, in order; see <see cref="SignIn.WayOn"/>.</summary>
    public IReadOnlyList<string> Pressed { get; init; } = [];

    /// <summary>The origin that the site would have had a secret sent to although it may not be typed there, or null.</summary>
    public string? StoppedAt { get; init; }
}
