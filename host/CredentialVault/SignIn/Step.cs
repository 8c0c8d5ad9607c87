namespace CredentialVault.SignIn;

/// <summary>What a sign-in does next.</summary>
public abstract record Step
{
    private Step()
    {
    }

    /// <summary>Fill these fields of the page that was just seen.</summary>
    /// <param name="Fields">See <see cref="Credentials.FieldName"/>; at least one.</param>
    public sealed record Fill(IReadOnlyList<string> Fields) : Step;

    /// <summary>Press what leads on from a page that has nothing to type, then look what it becomes.</summary>
    /// <param name="Way">See <see cref="WayOn"/>.</param>
    public sealed record Press(string Way) : Step
    {
        /// <summary>As for <see cref="Watch"/>.</summary>
        public TimeSpan Bound { get; init; } = SignInFlow.AnswerTime;
    }

    /// <summary>Look what the page becomes.</summary>
    /// <param name="Bound">After this long without a change, say that the time is up.</param>
    public sealed record Watch(TimeSpan Bound) : Step;

    /// <summary>Go to where a sign-in of the credential begins and look what that page is.</summary>
    /// <param name="Bound">As for <see cref="Watch"/>.</param>
    public sealed record GoToStart(TimeSpan Bound) : Step;

    /// <summary>Go to where the agent was and look whether that page is open now.</summary>
    /// <param name="Bound">As for <see cref="Watch"/>.</param>
    public sealed record Return(TimeSpan Bound) : Step;

    /// <summary>Ask the same again later.</summary>
    /// <param name="Time">After this long.</param>
    /// <param name="For">For what.</param>
    public sealed record Wait(TimeSpan Time, WaitingFor For) : Step;

    /// <summary>Ask for news: the sign-in goes on in a browser of the host's own.</summary>
    /// <param name="For">For what it waits, or null.</param>
    public sealed record Await(WaitingFor? For) : Step;

    /// <summary>Take the session over and say what the page becomes.</summary>
    /// <param name="Parts">In how many parts the session comes.</param>
    /// <param name="Clear">Whether cookies and storage of the session origins are removed first.</param>
    public sealed record HandOver(int Parts, bool Clear) : Step;

    /// <summary>It is over.</summary>
    /// <param name="Outcome">How it ended.</param>
    public sealed record Ended(Outcome Outcome) : Step;
}

/// <summary>What a sign-in waits for.</summary>
public enum WaitingFor
{
    /// <summary>The next time step of the one-time codes.</summary>
    NextCode,

    /// <summary>Another sign-in with the same credential.</summary>
    OtherSignIn,

    /// <summary>The end of the time within which the profile has asked too often.</summary>
    FewerRequests,

    /// <summary>The end of another sign-in browser, since only so many run at a time.</summary>
    Turn,
}
