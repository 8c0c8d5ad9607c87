namespace SampleSite;

/// <summary>How one instance of the site is set up.</summary>
public sealed class SiteOptions
{
    /// <summary>Language, paths and form fields.</summary>
    public SiteStyle Style { get; init; } = SiteStyle.Harbour;

    /// <summary>Where accounts, orders and keys are kept; made when missing. The same directory again gives the same accounts.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The name in the site's address, ending in <c>.localhost</c>; null takes the style's name, as in <c>harbour.localhost</c>.</summary>
    public string? Host { get; init; }

    /// <summary>Where the one-time code is asked for.</summary>
    public CodePlacement Code { get; init; } = CodePlacement.OwnPage;

    /// <summary>True for a site that forgets where its visitor wanted to go and lands on the home page after sign-in.</summary>
    public bool ReturnToHome { get; init; }
}

/// <summary>Where the one-time code is asked for.</summary>
public enum CodePlacement
{
    /// <summary>On a page that follows the password.</summary>
    OwnPage,

    /// <summary>In the document that asked for the password: a script sends the form and shows the next one in its place.</summary>
    SamePage,

    /// <summary>Beside the password, in the same form.</summary>
    WithPassword,
}
