namespace DetectorScore;

/// <summary>What the detector said of a page, each element compared with the label by identity.</summary>
public sealed record SeenPage
{
    public required string Kind { get; init; }

    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>Whether the field found is the labelled one, or neither exists.</summary>
    public bool UsernameRight { get; init; }

    public bool PasswordRight { get; init; }

    public bool OneTimeCodeRight { get; init; }

    public bool SubmitRight { get; init; }

    public bool FoundUsername { get; init; }

    public bool FoundPassword { get; init; }

    /// <summary>Whether the password would go into a field labelled as one for a new password.</summary>
    public bool FillsNewPassword { get; init; }

    public string? Said { get; init; }

    /// <summary>Median time of a run, in milliseconds.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Time of the first run in the document, in milliseconds.</summary>
    public double FirstMilliseconds { get; init; }
}
