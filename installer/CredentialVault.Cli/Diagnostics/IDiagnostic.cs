namespace CredentialVault.Cli.Diagnostics;

/// <summary>One thing that doctor checks.</summary>
internal interface IDiagnostic
{
    /// <summary>What is checked, in a few words.</summary>
    string Name { get; }

    /// <summary>Checks it.</summary>
    /// <param name="cancel">Ends the check; what it started is ended too.</param>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel);
}

/// <summary>What a check found.</summary>
/// <param name="State">How it is.</param>
/// <param name="Sentence">One sentence for the owner.</param>
/// <param name="Mend">The command that mends it, or null.</param>
internal sealed record Finding(FindingState State, string Sentence, string? Mend = null)
{
    /// <summary>As it should be.</summary>
    public static Finding Good(string sentence) => new(FindingState.Good, sentence);

    /// <summary>To be known.</summary>
    public static Finding Note(string sentence) => new(FindingState.Note, sentence);

    /// <summary>Wrong.</summary>
    public static Finding Problem(string sentence, string? mend = null) => new(FindingState.Problem, sentence, mend);
}

/// <summary>How what was checked is.</summary>
internal enum FindingState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not wrong, but to be known.</summary>
    Note,

    /// <summary>Wrong.</summary>
    Problem,
}
