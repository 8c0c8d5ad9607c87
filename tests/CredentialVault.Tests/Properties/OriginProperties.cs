using CredentialVault.Credentials;
using CsCheck;

namespace CredentialVault.Tests.Properties;

public class OriginProperties
{
    // Mostly near misses: pieces that URL parsers are known to disagree about.
    private static readonly string[] Pieces =
    [
        "https://", "http://", "shop", ".example", "localhost", "127.0.0.1", "[::1]", ":443", ":80", ":8443", ":", "/", "\\", "@", "%3A", "%40", "?", "#",
        "xn--bcher-kva", "ü", "Ü", "。", "\u00ad", "а", "A", "\t", " ", "..", ".", "0x7f", "null", "data:", "blob:", "\ud800", "",
    ];

    private static readonly Gen<string> NearMiss = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 7].Select(string.Concat);

    private static readonly Gen<string> Text = Gen.Frequency((4, NearMiss), (1, NearMiss.Select(rest => "https://shop.example" + rest)), (1, Gen.String));

    [Fact]
    public void What_is_taken_from_a_browser_is_taken_unchanged_and_again()
    {
        Text.Sample(text =>
        {
            if (SiteOrigin.TryFromBrowser(text, out var origin))
            {
                Assert.Equal(text, origin.ToString());
                Assert.Equal(origin, SiteOrigin.Parse(text));
            }
        }, iter: 20_000);
    }

    [Fact]
    public void What_an_owner_writes_becomes_what_a_browser_says()
    {
        Text.Sample(text =>
        {
            if (TryParse(text, out var origin))
            {
                Assert.True(SiteOrigin.TryFromBrowser(origin.ToString(), out var again), origin.ToString());
                Assert.Equal(origin, again);
            }
        }, iter: 20_000);
    }

    [Fact]
    public void Nothing_with_an_at_sign_is_ever_an_origin()
    {
        Gen.Select(Text, Text).Sample(
            (before, after) =>
            {
                Assert.False(SiteOrigin.TryFromBrowser($"{before}@{after}", out _));
                Assert.False(TryParse($"{before}@{after}", out _));
            },
            iter: 20_000);
    }

    [Fact]
    public void Plain_http_is_an_origin_only_on_this_machine()
    {
        Text.Sample(text =>
        {
            if (SiteOrigin.TryFromBrowser(text, out var origin) && text.StartsWith("http:", StringComparison.Ordinal))
            {
                Assert.True(origin.Host is "127.0.0.1" or "::1" or "localhost" || origin.Host.EndsWith(".localhost", StringComparison.Ordinal), text);
            }
        }, iter: 20_000);
    }

    private static bool TryParse(string text, out SiteOrigin origin)
    {
        try
        {
            origin = SiteOrigin.Parse(text);
            return true;
        }
        catch (Errors.VaultException)
        {
            origin = default;
            return false;
        }
    }
}
