namespace CredentialVault.SignIn;

/// <summary>What a verification begins to do.</summary>
public enum VerificationStage
{
    /// <summary>As many sign-in browsers run as may.</summary>
    WaitingForTurn,

    /// <summary>Another sign-in with the same credential goes on.</summary>
    WaitingForOtherSignIn,

    /// <summary>The browser that signs in is started.</summary>
    StartingBrowser,

    /// <summary>The page where signing in starts is opened.</summary>
    OpeningPage,

    /// <summary>Values are given to the site, and its answer is waited for.</summary>
    Filling,

    /// <summary>The next time step of the one-time codes is waited for.</summary>
    WaitingForCode,

    /// <summary>The site shows that it is signed in: cookies and storage are read.</summary>
    ReadingSession,

    /// <summary>The clean browser is started.</summary>
    StartingSecondBrowser,

    /// <summary>It is given the session.</summary>
    HandingOver,

    /// <summary>It is looked whether it is signed in.</summary>
    Checking,
}

/// <summary>A step of a verification that begins. The one before has ended then, and ended well.</summary>
/// <param name="Stage">What is begun.</param>
/// <param name="Site">At which origin, with <see cref="VerificationStage.OpeningPage"/> at which page, without its query; null where it is at none.</param>
/// <param name="Fields">With <see cref="VerificationStage.Filling"/>: what is given, see <see cref="Credentials.FieldName"/>.</param>
public sealed record VerificationStep(VerificationStage Stage, string? Site, IReadOnlyList<string> Fields)
{
    /// <summary>One that gives nothing.</summary>
    /// <param name="stage">What is begun.</param>
    /// <param name="site">At which origin, or null.</param>
    public VerificationStep(VerificationStage stage, string? site = null)
        : this(stage, site, [])
    {
    }

    /// <summary>With <see cref="VerificationStage.WaitingForCode"/>: how long it is waited.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>The step that a sign-in begins, as one of the verification that it is for.</summary>
    /// <param name="step">The step.</param>
    internal static VerificationStep Of(SignInStep step) => new(
        step.Stage switch
        {
            SignInStage.Opening => VerificationStage.OpeningPage,
            SignInStage.Filling => VerificationStage.Filling,
            SignInStage.WaitingForCode => VerificationStage.WaitingForCode,
            _ => VerificationStage.ReadingSession,
        },
        step.Site,
        step.Fields)
    {
        Wait = step.Wait,
    };
}
