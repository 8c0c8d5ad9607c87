using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CredentialVault.OneTimeCodes;
using CredentialVault.Secrets;

namespace CredentialVault.SignIn;

/// <summary>
/// Keeps back what a site stored of the secrets that were typed: some put what was posted into a cookie. A code, or a password
/// under 8 characters, counts only as a whole value or a delimited token. Wiped when disposed of.
/// </summary>
public sealed partial class Withholding : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<SecretNeedle> _needles = [];

    /// <summary>Looks for these secrets, which stay the caller's.</summary>
    /// <param name="password">The password, or null.</param>
    /// <param name="seed">The seed, or null.</param>
    /// <param name="codes">The codes that were typed.</param>
    public Withholding(Secret? password, TotpSeed? seed, IEnumerable<Secret> codes)
    {
        if (password is { Length: > 0 })
        {
            _needles.Add(new SecretNeedle(password, standsAlone: false));
        }

        if (seed is not null)
        {
            using var base32 = seed.ToBase32();
            _needles.Add(new SecretNeedle(base32, standsAlone: false, anyCase: true));
        }

        _needles.AddRange(codes.Select(code => new SecretNeedle(code, standsAlone: true)));
    }

    /// <summary>The session without what holds a secret.</summary>
    /// <param name="session">The session.</param>
    public WithheldSession Apply(Session session)
    {
        List<string> reflected = [];
        var cookies = Kept(session.Cookies, cookie => $"cookie {Named(cookie.Name)}", reflected, cookie => [cookie.Name, cookie.Value, cookie.Path]);
        var storage = session.Storage.Select(origin => origin with
        {
            Local = Kept(origin.Local, item => $"localStorage {Named(item.Key)}", reflected, item => [item.Key, item.Value]),
            Session = Kept(origin.Session, item => $"sessionStorage {Named(item.Key)}", reflected, item => [item.Key, item.Value]),
            Databases = [.. Kept(origin.Databases, _ => "IndexedDB", reflected, NamesOf).Select(database => Kept(database, reflected))],
        });
        return new WithheldSession(new Session(cookies, [.. storage]), [.. reflected.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether a text holds a secret, plain or encoded: URL-encoded, JSON- or HTML-escaped, hexadecimal, Base64, UTF-16, reversed.</summary>
    /// <param name="text">The text.</param>
    public bool Holds(string text) => ViewsOf(text).Any(view => _needles.Exists(needle => needle.IsIn(view)));

    /// <summary>Wipes what is looked for.</summary>
    public void Dispose() => _needles.ForEach(needle => needle.Dispose());

    private StoredDatabase Kept(StoredDatabase database, List<string> reflected) => database with
    {
        Stores =
        [
            .. database.Stores.Select(store => store with
            {
                Records = Kept(store.Records, _ => $"IndexedDB {Named(database.Name)}/{Named(store.Name)}", reflected, record => [record.Key, record.Value]),
            }),
        ],
    };

    private List<T> Kept<T>(IEnumerable<T> all, Func<T, string> place, List<string> reflected, Func<T, IEnumerable<string>> texts)
    {
        List<T> kept = [];
        foreach (var one in all)
        {
            if (texts(one).Any(Holds))
            {
                reflected.Add(place(one));
            }
            else
            {
                kept.Add(one);
            }
        }

        return kept;
    }

    private string Named(string name) => Holds(name) ? "(withheld)" : name;

    private static IEnumerable<string> NamesOf(StoredDatabase database) =>
        database.Stores.SelectMany(store => store.Indexes.SelectMany(index => new[] { index.Name, index.KeyPath }).Append(store.Name).Append(store.KeyPath ?? "")).Append(database.Name);

    /// <summary>A text as it stands, and as it reads once each escape and encoding that sites use is taken back, twice over.</summary>
    private static HashSet<string> ViewsOf(string text)
    {
        HashSet<string> views = new(StringComparer.Ordinal) { text };
        for (var layer = 0; layer < 2; layer++)
        {
            foreach (var view in views.ToArray())
            {
                views.Add(WebUtility.UrlDecode(view));
                views.Add(Uri.UnescapeDataString(view));
                views.Add(WebUtility.HtmlDecode(view));
                views.Add(JsonEscape().Replace(view, Unescaped));
                views.Add(TextsIn(Base64Run().Matches(view), FromBase64));
                views.Add(TextsIn(HexadecimalRun().Matches(view), Convert.FromHexString));
            }
        }

        return views;
    }

    /// <summary>What is text of that which is encoded in a text; a run that is no text has nothing to be taken back inside it.</summary>
    private static string TextsIn(MatchCollection runs, Func<string, byte[]> decode) =>
        string.Join('\n', runs.Select(run => TextOf(decode(run.Value))).OfType<string>());

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes);
            return text.Any(one => char.IsControl(one) && !char.IsWhiteSpace(one)) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Either alphabet of RFC 4648, without its padding; what is too short at the end to be a byte is left out.</summary>
    private static byte[] FromBase64(string run)
    {
        var usual = run.Replace('-', '+').Replace('_', '/');
        var whole = usual.Length % 4 == 1 ? usual[..^1] : usual;
        return Convert.FromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '='));
    }

    private static string Unescaped(System.Text.RegularExpressions.Match escape) => escape.Value[1] switch
    {
        'u' => ((char)Convert.ToUInt16(escape.Value[2..], 16)).ToString(),
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'b' => "\b",
        'f' => "\f",
        var itself => itself.ToString(),
    };

    /// <summary>RFC 8259 section 7.</summary>
    [GeneratedRegex("""\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex JsonEscape();

    /// <summary>RFC 4648 sections 4 and 5.</summary>
    [GeneratedRegex("[A-Za-z0-9+/_-]{8,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Base64Run();

    /// <summary>RFC 4648 section 8.</summary>
    [GeneratedRegex("(?:[0-9A-Fa-f]{2}){8,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HexadecimalRun();
}

/// <summary>A session that may be handed over.</summary>
/// <param name="Session">What is left of it.</param>
/// <param name="Reflected">Where a secret was found, such as <c>cookie last-form</c>; nothing of these places is in the session.</param>
public sealed record WithheldSession(Session Session, IReadOnlyList<string> Reflected);
