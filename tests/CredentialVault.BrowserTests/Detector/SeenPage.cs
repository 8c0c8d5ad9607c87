namespace CredentialVault.BrowserTests.Detector;

/// <summary>What the detector says of a page, its elements given by what the page itself marks them as.</summary>
public sealed record SeenPage
{
    public required string Kind { get; init; }

    public required string Verdict { get; init; }

    /// <summary>
    /// For each element found its name and, after a colon, what the page marks it as: <c>password:password</c>
    /// when the right one was found, <c>password:nothing</c> when an unmarked one was.
    /// </summary>
    public required IReadOnlyList<string> Found { get; init; }

    /// <summary>The marks of the page in its own order, in the same form.</summary>
    public required IReadOnlyList<string> Marked { get; init; }

    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>The right form was found, with every marked element of it and no other.</summary>
    public void Is(string kind, string verdict)
    {
        Assert.Equal(kind, Kind);
        Assert.Equal(verdict, Verdict);
        Assert.Equal(Marked, Found);
        Assert.All(Evidence, code => Assert.Matches("^[a-z][a-z0-9-]{1,63}$", code));
        Assert.True(Evidence.Count <= 32);
    }
}
