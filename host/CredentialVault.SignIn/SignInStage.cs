namespace CredentialVault.SignIn;

/// <summary>What an isolated sign-in begins to do.</summary>
public enum SignInStage
{
    /// <summary>The page where signing in starts is opened.</summary>
    Opening,

    /// <summary>Values are given to the site, and its answer is waited for.</summary>
    Filling,

    /// <summary>The next time step of the one-time codes is waited for.</summary>
    WaitingForCode,

    /// <summary>The site shows that it is signed in: cookies and storage are read.</summary>
    Reading,
}

/// <summary>A step of an isolated sign-in that begins.</summary>
/// <param name="Stage">What is begun.</param>
/// <param name="Site">At which origin, with <see cref="SignInStage.Opening"/> at which page, without its query; null where it is at none.</param>
/// <param name="Fields">With <see cref="SignInStage.Filling"/>: what is given, see <see cref="Credentials.FieldName"/>.</param>
public sealed record SignInStep(SignInStage Stage, string? Site, IReadOnlyList<string> Fields)
{
    /// <summary>One that gives nothing.</summary>
    /// <param name="stage">What is begun.</param>
    /// <param name="site">At which origin, or null.</param>
    public SignInStep(SignInStage stage, string? site = null)
        : this(stage, site, [])
    {
    }

    /// <summary>With <see cref="SignInStage.WaitingForCode"/>: how long it is waited.</summary>
    public TimeSpan Wait { get; init; }
}
