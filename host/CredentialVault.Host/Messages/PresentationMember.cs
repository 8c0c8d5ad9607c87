using System.Text.RegularExpressions;
using CredentialVault.SignIn;

namespace CredentialVault.Host.Messages;

/// <summary>How the agent's browser presents itself to sites. It comes from the agent's browser: nothing of it is believed beyond its bounds.</summary>
internal sealed partial record PresentationMember(
    string UserAgent,
    string Platform,
    string PlatformVersion,
    string Architecture,
    string Bitness,
    string Model,
    bool Mobile,
    IReadOnlyList<BrandMember> Brands,
    IReadOnlyList<BrandMember> FullVersions,
    IReadOnlyList<string> Languages,
    string? TimeZone,
    int Width,
    int Height,
    double Scale)
{
    /// <summary>Device pixels of the largest screen there is, 7680 by 4320: each costs memory of the machine that signs in.</summary>
    private const double LargestArea = 7680 * 4320;

    private const int MostItems = 16;
    private const int LongestUserAgent = 512;
    private const int LongestText = 64;

    /// <exception cref="Errors.VaultException"><c>bad-message</c>: something of it is out of bounds.</exception>
    public Presentation ToPresentation()
    {
        string[] texts = [Platform, PlatformVersion, Architecture, Bitness, Model, .. Brands.Concat(FullVersions).Select(brand => brand.Version)];
        var good = IsText(UserAgent, LongestUserAgent) && UserAgent.Length > 0
            && texts.All(text => IsText(text, LongestText))
            && Brands.Concat(FullVersions).All(brand => IsText(brand.Brand, LongestText) || NoBrand().IsMatch(brand.Brand))
            && Brands.Count <= MostItems && FullVersions.Count <= MostItems && Languages.Count <= MostItems
            && Languages.All(language => LanguageTag().IsMatch(language))
            && (TimeZone is null || TimeZoneName().IsMatch(TimeZone))
            && Width is >= 100 and <= 10_000 && Height is >= 100 and <= 10_000 && Scale is >= 0.25 and <= 8
            && Width * Scale * Height * Scale <= LargestArea;
        if (!good)
        {
            throw ProtocolErrors.BadMessage.AsException();
        }

        return new Presentation
        {
            // A browser without a window says so. There are sites that end a session whose user agent changes.
            UserAgent = UserAgent,
            Platform = Platform,
            PlatformVersion = PlatformVersion,
            Architecture = Architecture,
            Bitness = Bitness,
            Model = Model,
            Mobile = Mobile,
            Brands = [.. Brands.Select(brand => brand.ToBrand())],
            FullVersions = [.. FullVersions.Select(brand => brand.ToBrand())],
            Languages = Languages.Count == 0 ? null : string.Join(',', Languages),
            TimeZone = TimeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? TimeZone : null,
            Width = Width,
            Height = Height,
            Scale = Scale,
        };
    }

    /// <summary>Sites show what they are told here, and not all of them escape it: nothing that could be markup or script goes where a password is typed.</summary>
    private static bool IsText(string text, int longest) => text.Length <= longest && text.All(one => char.IsAsciiLetterOrDigit(one) || " ._/;:,()+-".Contains(one, StringComparison.Ordinal));

    /// <summary>What Chromium calls the brand that is none, so that nobody counts on a list (User-Agent Client Hints, section 6.2).</summary>
    [GeneratedRegex(@"^Not[ ():\-./;=?_]A[ ():\-./;=?_]Brand$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoBrand();

    /// <summary>Letters, digits and dashes (RFC 5646 section 2.1).</summary>
    [GeneratedRegex("^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,6}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageTag();

    /// <summary>A name of the IANA time zone database.</summary>
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]{0,30}(?:/[A-Za-z0-9_+-]{1,30}){0,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeZoneName();
}

/// <summary>A name that a browser goes by (User-Agent Client Hints, section 3.1).</summary>
internal sealed record BrandMember(string Brand, string Version)
{
    public Brand ToBrand() => new(Brand, Version);
}
