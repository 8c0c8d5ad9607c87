using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>How the sign-in browser presents itself to sites, so that they see one device: what the agent's browser says of itself.</summary>
public sealed record Presentation
{
    /// <summary>The <c>User-Agent</c> header (RFC 9110 section 10.1.5).</summary>
    public required string UserAgent { get; init; }

    /// <summary>Brands with major versions, as in the header <c>Sec-CH-UA</c>.</summary>
    public required IReadOnlyList<Brand> Brands { get; init; }

    /// <summary>Brands with full versions, as in <c>Sec-CH-UA-Full-Version-List</c>.</summary>
    public required IReadOnlyList<Brand> FullVersions { get; init; }

    /// <summary>Such as <c>Linux</c>, as in <c>Sec-CH-UA-Platform</c>.</summary>
    public string Platform { get; init; } = "Linux";

    /// <summary>As in <c>Sec-CH-UA-Platform-Version</c>.</summary>
    public string PlatformVersion { get; init; } = "";

    /// <summary>Such as <c>x86</c>, as in <c>Sec-CH-UA-Arch</c>.</summary>
    public string Architecture { get; init; } = "x86";

    /// <summary>Such as <c>64</c>, as in <c>Sec-CH-UA-Bitness</c>.</summary>
    public string Bitness { get; init; } = "64";

    /// <summary>Languages in the order of preference, such as <c>de-DE,de,en</c>; null: the browser's own.</summary>
    public string? Languages { get; init; }

    /// <summary>The locale of dates and numbers, such as <c>de-DE</c>; null: the browser's own.</summary>
    public string? Locale { get; init; }

    /// <summary>The time zone by its IANA name; null: the machine's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Width of the viewport in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height of the viewport in CSS pixels.</summary>
    public int Height { get; init; } = 800;

    /// <summary>Device pixels for each CSS pixel.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>What a browser of this version with a window would say.</summary>
    internal static Presentation Of(BrowserVersion version)
    {
        var full = version.Product.Split('/')[^1];
        var major = full.Split('.')[0];
        return new Presentation
        {
            UserAgent = version.UserAgent.Replace("HeadlessChrome", "Chrome", StringComparison.Ordinal),
            Brands = [new("Chromium", major), new("Not)A;Brand", "24")],
            FullVersions = [new("Chromium", full), new("Not)A;Brand", "24.0.0.0")],
        };
    }

    internal UserAgentOverride ToOverride() => new(
        UserAgent,
        Languages,
        Platform: null,
        new UserAgentMetadata(
            [.. Brands.Select(brand => new BrandVersion(brand.Name, brand.Version))],
            [.. FullVersions.Select(brand => new BrandVersion(brand.Name, brand.Version))],
            Platform,
            PlatformVersion,
            Architecture,
            Model: "",
            Mobile: false,
            Bitness,
            Wow64: false));
}

/// <summary>A name that a browser goes by (User-Agent Client Hints, section 3.1).</summary>
/// <param name="Name">Such as <c>Chromium</c>.</param>
/// <param name="Version">Its version.</param>
public sealed record Brand(string Name, string Version);
