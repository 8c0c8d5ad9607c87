namespace CredentialVault.SignIn;

/// <summary>What a sign-in browser is started with. All of it comes from the owner, but for the presentation.</summary>
public sealed record SignInBrowserOptions
{
    /// <summary>Absolute path of Chromium.</summary>
    public required string Executable { get; init; }

    /// <summary>The directory that browsers' private directories are made in; made with mode 0700 when missing. Nothing else may be kept there.</summary>
    public required string Homes { get; init; }

    /// <summary>The proxy, as Chromium's <c>--proxy-server</c> takes it, or null for none.</summary>
    public string? Proxy { get; init; }

    /// <summary>How it presents itself; null: as a browser of its version with a window does.</summary>
    public Presentation? Presentation { get; init; }
}
