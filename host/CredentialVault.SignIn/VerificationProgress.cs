namespace CredentialVault.SignIn;

/// <summary>How far a verification has come.</summary>
/// <param name="Steps">The steps so far.</param>
/// <param name="End">How it ended, or null.</param>
public sealed record VerificationProgress(IReadOnlyList<VerificationStepNow> Steps, VerificationEnd? End);

/// <summary>A step, and how it stands with it.</summary>
/// <param name="Step">The step.</param>
/// <param name="State">How it stands.</param>
/// <param name="Took">How long it took by itself; null while it goes on.</param>
public sealed record VerificationStepNow(VerificationStep Step, StepState State, TimeSpan? Took);

/// <summary>How it stands with a step.</summary>
public enum StepState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It has ended, and what came after it began.</summary>
    Done,

    /// <summary>The site refused the one-time code that it gave, and is given the next one.</summary>
    Refused,

    /// <summary>The verification ended badly in it.</summary>
    Failed,
}

/// <summary>The words for <see cref="StepState"/>.</summary>
public static class StepStateNames
{
    /// <summary>The word for programs.</summary>
    /// <param name="state">The state.</param>
    public static string ToName(this StepState state) => state switch
    {
        StepState.Running => "running",
        StepState.Done => "done",
        StepState.Refused => "refused",
        _ => "failed",
    };
}

/// <summary>How a verification ended.</summary>
/// <param name="Works">Whether it is shown that the credential works, as far as its fill lets that be tried: see <see cref="VerificationWords.Proof"/>.</param>
/// <param name="Code">Of the outcome, or of the error.</param>
/// <param name="Reason">Of the outcome, or null.</param>
/// <param name="Sentence">For a person.</param>
/// <param name="After">How long it took.</param>
/// <param name="Remarks">See <see cref="VerificationResult.Remarks"/>.</param>
/// <param name="Reflected">Where the site stores a secret.</param>
/// <param name="ClockDoubt">See <see cref="VerificationResult.ClockDoubt"/>.</param>
/// <param name="PictureParts">In how many parts the picture of the last page comes; 0: there is none.</param>
public sealed record VerificationEnd(
    bool Works, string Code, string? Reason, string Sentence, TimeSpan After, IReadOnlyList<string> Remarks, IReadOnlyList<string> Reflected, string? ClockDoubt, int PictureParts);
