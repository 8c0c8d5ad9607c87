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

    /// <summary>Look what the page becomes.</summary>
    /// <param name="Bound">After this long without a change, say that the time is up.</param>
    public sealed record Watch(TimeSpan Bound) : Step;

    /// <summary>Go to where the agent was and look whether that page is open now.</summary>
    /// <param name="Bound">As for <see cref="Watch"/>.</param>
    public sealed record Return(TimeSpan Bound) : Step;

    /// <summary>Ask the same again later.</summary>
    /// <param name="Time">After this long.</param>
    /// <param name="For">For what.</param>
    public sealed record Wait(TimeSpan Time, WaitingFor For) : Step;

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
}
