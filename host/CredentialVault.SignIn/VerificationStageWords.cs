namespace CredentialVault.SignIn;

/// <summary>The words for <see cref="VerificationStage"/>.</summary>
public static class VerificationStageWords
{
    /// <summary>The word for programs.</summary>
    /// <param name="stage">The stage.</param>
    public static string ToName(this VerificationStage stage) => stage switch
    {
        VerificationStage.WaitingForTurn => "waiting-for-turn",
        VerificationStage.WaitingForOtherSignIn => "waiting-for-other-sign-in",
        VerificationStage.BrowserStarted => "browser-started",
        VerificationStage.FormSeen => "form-seen",
        VerificationStage.Submitted => "submitted",
        VerificationStage.WaitingForCode => "waiting-for-code",
        VerificationStage.SignedIn => "signed-in",
        VerificationStage.SessionRead => "session-read",
        VerificationStage.SecondBrowserStarted => "second-browser-started",
        _ => "handed-over",
    };

    /// <summary>What a person reads.</summary>
    /// <param name="stage">The stage.</param>
    public static string ToSentence(this VerificationStage stage) => stage switch
    {
        VerificationStage.WaitingForTurn => "waiting: as many sign-in browsers run as may",
        VerificationStage.WaitingForOtherSignIn => "waiting for another sign-in with this credential to end",
        VerificationStage.BrowserStarted => "the sign-in browser is there",
        VerificationStage.FormSeen => "a form is there",
        VerificationStage.Submitted => "its values are submitted",
        VerificationStage.WaitingForCode => "waiting for the next one-time code",
        VerificationStage.SignedIn => "signed in",
        VerificationStage.SessionRead => "the session is read",
        VerificationStage.SecondBrowserStarted => "a second, clean browser is there",
        _ => "it has the session",
    };
}
