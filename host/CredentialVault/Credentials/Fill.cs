using System.Text.Json.Serialization;

namespace CredentialVault.Credentials;

/// <summary>Where the values of a credential are typed.</summary>
public enum Fill
{
    /// <summary>In a browser of the host's own; the agent's browser gets only the session.</summary>
    [JsonStringEnumMemberName(FillNames.Isolated)]
    Isolated,

    /// <summary>In the agent's own page, where page scripts and DevTools can read them.</summary>
    [JsonStringEnumMemberName(FillNames.InPage)]
    InPage,
}

/// <summary>The words for <see cref="Fill"/> on the wire, in the store and on the command line.</summary>
public static class FillNames
{
    /// <summary>The word for <see cref="Fill.Isolated"/>.</summary>
    public const string Isolated = "isolated";

    /// <summary>The word for <see cref="Fill.InPage"/>.</summary>
    public const string InPage = "in-page";

    /// <summary>The word for a fill.</summary>
    /// <param name="fill">The fill.</param>
    public static string ToName(this Fill fill) => fill == Fill.Isolated ? Isolated : InPage;

    /// <summary>The fill that a word stands for.</summary>
    /// <param name="name">One of the two words.</param>
    /// <exception cref="ArgumentOutOfRangeException">Any other word.</exception>
    public static Fill Parse(string name) => name switch
    {
        Isolated => Fill.Isolated,
        InPage => Fill.InPage,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
