using System.Diagnostics.CodeAnalysis;
using System.Net;
using CredentialVault.Errors;

namespace CredentialVault.Credentials;

/// <summary>
/// A web origin (RFC 6454): scheme, host and port, in the form a browser serializes it, such as
/// <c>https://shop.example</c> or <c>http://127.0.0.1:8080</c>. Two are equal only when all three
/// parts are. Plain http exists only for loopback hosts.
/// </summary>
public readonly record struct SiteOrigin
{
    /// <summary>More characters than any origin that a browser sends: scheme, a 253-character host name, a port.</summary>
    private const int MaximumLength = 270;

    private readonly string? _serialized;

    private SiteOrigin(string serialized) => _serialized = serialized;

    /// <summary>The host name or address, in ASCII (RFC 3492 for names that are not).</summary>
    public string Host => new Uri(ToString()).IdnHost;

    /// <summary>Reads an origin that an owner wrote. A trailing slash, upper case and the default port are forgiven.</summary>
    /// <param name="text">Such as <c>https://shop.example</c>.</param>
    /// <exception cref="VaultException"><c>origin-invalid</c>: a path, user information, another scheme, http outside loopback, or no address at all.</exception>
    public static SiteOrigin Parse(string text)
    {
        // Case is put right before .NET encodes a name that is not ASCII: it lower-cases too late, or not at all.
        if (text.Length > MaximumLength || HasCharactersThatBrowsersReadDifferently(text) || !TryRead(text.ToLowerInvariant(), out var uri))
        {
            throw VaultError.OriginInvalid("it is not an address").AsException();
        }

        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
        {
            throw VaultError.OriginInvalid("it does not start with https://").AsException();
        }

        if (HasUserInformation(text))
        {
            throw VaultError.OriginInvalid("it contains a user name").AsException();
        }

        // As it is written: a path that leads back to the root is one too.
        if (uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || AfterAuthority(text) is not ("" or "/"))
        {
            throw VaultError.OriginInvalid($"it has a path; the origin alone is {Serialize(uri)}").AsException();
        }

        if (uri.Scheme == Uri.UriSchemeHttp && !IsLoopback(uri))
        {
            throw VaultError.OriginInvalid("a password over plain http can be read on the way; use https").AsException();
        }

        return new SiteOrigin(Serialize(uri));
    }

    /// <summary>Takes an origin exactly as a browser serializes it, and nothing that would have to be put right first.</summary>
    /// <param name="text">The browser's text; <c>null</c> in letters (an opaque origin) is none.</param>
    /// <param name="origin">The origin, when the answer is true.</param>
    /// <returns>False for everything that is not an https origin or an http origin of a loopback host.</returns>
    public static bool TryFromBrowser(string text, out SiteOrigin origin)
    {
        origin = default;
        if (!TryParse(text, out var parsed) || !string.Equals(parsed.ToString(), text, StringComparison.Ordinal))
        {
            return false;
        }

        origin = parsed;
        return true;
    }

    /// <summary>The origin of an address that a browser showed.</summary>
    /// <param name="address">An absolute URL.</param>
    /// <param name="origin">The origin, when the answer is true.</param>
    /// <returns>False when the address has user information, another scheme, or is none.</returns>
    public static bool TryOfAddress(string address, out SiteOrigin origin)
    {
        origin = default;
        return !HasCharactersThatBrowsersReadDifferently(address)
            && TryRead(address, out var uri)
            && !HasUserInformation(address)
            && TryParse(Serialize(uri), out origin);
    }

    /// <summary>The origin that a request of a browser goes to. User information before the host says nothing of that, and may be there.</summary>
    /// <param name="address">The request's URL, as the browser serializes it (WHATWG URL, section 4.5): what stands for a delimiter in user information is encoded there.</param>
    /// <param name="origin">The origin, when the answer is true.</param>
    /// <returns>False when the address has another scheme, is plain http outside loopback, or has a host that is not as a browser writes it.</returns>
    public static bool TryOfRequest(string address, out SiteOrigin origin)
    {
        var authority = Authority(address);
        var scheme = address.AsSpan(0, address.Length - AfterScheme(address).Length);
        origin = default;
        return !authority.Contains('\\') && TryFromBrowser($"{scheme}{authority[(authority.LastIndexOf('@') + 1)..]}", out origin);
    }

    /// <summary>The https origin with the same host and port number as an http origin: where an owner may have meant a credential for.</summary>
    /// <param name="text">An http origin as a browser serializes it.</param>
    /// <param name="origin">The https origin, when the answer is true.</param>
    /// <returns>False when the text is no http origin.</returns>
    public static bool TryUpgrade(string text, out SiteOrigin origin)
    {
        const string Http = "http://";
        origin = default;
        return text.StartsWith(Http, StringComparison.Ordinal) && TryParse("https://" + text[Http.Length..], out origin);
    }

    /// <summary>The origin as a browser serializes it.</summary>
    public override string ToString() => _serialized ?? throw new InvalidOperationException("An origin that was never set.");

    [SuppressMessage("Design", "CA1031", Justification = "Only VaultException is caught.")]
    private static bool TryParse(string text, out SiteOrigin origin)
    {
        try
        {
            origin = Parse(text);
            return true;
        }
        catch (VaultException)
        {
            origin = default;
            return false;
        }
    }

    /// <summary>Reads an address whose host can be written in ASCII, which <see cref="Uri"/> finds out only when it is asked to.</summary>
    private static bool TryRead(string text, [NotNullWhen(true)] out Uri? uri)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            uri = null;
            return false;
        }
    }

    private static string Serialize(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost.Trim('[', ']')}]" : uri.IdnHost;
        host = host.ToLowerInvariant();
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
    }

    /// <summary>Backslashes, white space and percent signs in an authority are where URL parsers disagree (WHATWG URL, section 4.4).</summary>
    private static bool HasCharactersThatBrowsersReadDifferently(string text)
    {
        foreach (var character in text)
        {
            if (character is '\\' || char.IsWhiteSpace(character) || char.IsControl(character))
            {
                return true;
            }
        }

        return Authority(text).Contains('%');
    }

    /// <summary>Also an empty user name, as in <c>https://@shop.example</c>, which <see cref="Uri.UserInfo"/> does not tell from none.</summary>
    private static bool HasUserInformation(string text) => Authority(text).Contains('@');

    private static ReadOnlySpan<char> Authority(string text) => AfterScheme(text)[..^AfterAuthority(text).Length];

    private static ReadOnlySpan<char> AfterAuthority(string text)
    {
        var rest = AfterScheme(text);
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? [] : rest[end..];
    }

    private static ReadOnlySpan<char> AfterScheme(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? text.AsSpan(scheme + 3) : text;

    private static bool IsLoopback(Uri uri) => uri.HostNameType switch
    {
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.IsLoopback(IPAddress.Parse(uri.IdnHost.Trim('[', ']'))),
        _ => uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase) || uri.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase),
    };
}
