using System.Net;
using System.Text;
using System.Text.Json;
using CredentialVault.OneTimeCodes;
using CredentialVault.Secrets;
using CredentialVault.SignIn;

namespace CredentialVault.Tests.SignIn;

/// <summary>What a site keeps of the secrets that were typed does not reach the agent.</summary>
public sealed class WithholdingTests
{
    private const string Password = "Sesam, öffne \"dich\" & <geh> 7+7/1";
    private const string Seed = "JBSWY3DPEHPK3PXPJBSWY3DP";
    private const string Code = "492039";

    public static TheoryData<string, Func<string, string>> Encodings { get; } = new()
    {
        { "plain", text => text },
        { "percent-encoded", Uri.EscapeDataString },
        { "percent-encoded twice", text => Uri.EscapeDataString(Uri.EscapeDataString(text)) },
        { "form-encoded", WebUtility.UrlEncode },
        { "escaped for JSON", text => JsonEncodedText.Encode(text).ToString() },
        { "escaped for JSON, with quotes only", text => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) },
        { "escaped for HTML", WebUtility.HtmlEncode },
        { "hexadecimal", text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)) },
        { "hexadecimal in capitals", text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)) },
        { "Base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) },
        { "Base64 after one byte", text => Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + text + "yz")) },
        { "Base64 after two bytes", text => Convert.ToBase64String(Encoding.UTF8.GetBytes("xy" + text + "z")) },
        { "Base64 for URLs", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_') },
        { "Base64, percent-encoded", text => Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))) },
        { "escaped for JSON in Base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"p\":\"{JsonEncodedText.Encode(text)}\"}}")) },
        { "a form in Base64 for URLs", text => Convert.ToBase64String(Encoding.UTF8.GetBytes("a=1&p=" + WebUtility.UrlEncode(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_') },
        { "Base64 twice", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))) },
        { "escaped for JSON in hexadecimal", text => Convert.ToHexString(Encoding.UTF8.GetBytes($"{{\"p\":\"{JsonEncodedText.Encode(text)}\"}}")) },
        { "UTF-16 in Base64", text => Convert.ToBase64String(Encoding.Unicode.GetBytes(text)) },
        { "UTF-16 in hexadecimal", text => Convert.ToHexString(Encoding.Unicode.GetBytes(text)) },
        { "UTF-16 with zeros", text => string.Join('\0', text.AsEnumerable()) },
        { "reversed", text => new string([.. text.Reverse()]) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_cookie_with_the_password_is_withheld(string encoding, Func<string, string> encode)
    {
        Assert.NotEmpty(encoding);

        Assert.Equal(["cookie last"], Withheld(Cookies(("session", "1"), ("last", $"v=1;{encode(Password)};x"))).Reflected);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_stored_item_with_the_seed_is_withheld(string encoding, Func<string, string> encode)
    {
        Assert.NotEmpty(encoding);

        Assert.Equal(["localStorage seed"], Withheld(Stored(new StoredItem("seed", encode(Seed)))).Reflected);
    }

    [Theory]
    [InlineData(Code, true)]
    [InlineData("code=492039&x", true)]
    [InlineData("{\"otp\":\"492039\"}", true)]
    [InlineData("930294", true)]
    [InlineData("NDkyMDM5", true)]
    [InlineData("1492039", false)]
    [InlineData("4920391", false)]
    [InlineData("a492039f", false)]
    public void A_code_counts_only_where_it_stands_alone(string value, bool withheld)
    {
        Assert.Equal(withheld, Withheld(Cookies(("it", value))).Reflected.Count == 1);
    }

    [Theory]
    [InlineData("pass1", true)]
    [InlineData("p=pass1;", true)]
    [InlineData("cGFzczE=", true)]
    [InlineData("pass10", false)]
    [InlineData("compass1", false)]
    public void A_short_password_counts_only_where_it_stands_alone(string value, bool withheld)
    {
        using var password = Secret.FromText("pass1");
        using var withholding = new Withholding(password, seed: null, []);

        Assert.Equal(withheld, withholding.Holds(value));
    }

    [Fact]
    public void A_record_of_a_database_is_withheld_and_the_others_stay()
    {
        var store = new StoredObjectStore("forms", null, false, [], [new StoredRecord("1", "\"draft\""), new StoredRecord("2", JsonSerializer.Serialize(Password))]);
        var session = new Session([], [new OriginStorage("https://shop.example", [], [], [new StoredDatabase("app", 1, [store])])]);

        var left = Withheld(session);

        Assert.Equal(["IndexedDB app/forms"], left.Reflected);
        Assert.Equal("1", Assert.Single(left.Session.Storage[0].Databases[0].Stores[0].Records).Key);
    }

    [Fact]
    public void A_place_that_is_named_after_the_password_is_not_named()
    {
        Assert.Equal(["sessionStorage (withheld)"], Withheld(new Session([], [new OriginStorage("https://shop.example", [], [new StoredItem(Password, "1")], [])])).Reflected);
    }

    [Fact]
    public void A_session_without_a_secret_stays_as_it_is()
    {
        var session = Cookies(("session", Convert.ToHexString(new byte[40])), ("theme", "dark"));

        var left = Withheld(session);

        Assert.Empty(left.Reflected);
        Assert.Equal(session.Cookies, left.Session.Cookies);
    }

    private static WithheldSession Withheld(Session session)
    {
        using var password = Secret.FromText(Password);
        using var seed = TotpSeed.Parse(Seed);
        using var code = Secret.FromText(Code);
        using var withholding = new Withholding(password, seed, [code]);
        return withholding.Apply(session);
    }

    private static Session Cookies(params (string Name, string Value)[] cookies) =>
        new([.. cookies.Select(cookie => new SessionCookie { Name = cookie.Name, Value = cookie.Value, Domain = "shop.example", Path = "/" })], []);

    private static Session Stored(params StoredItem[] items) => new([], [new OriginStorage("https://shop.example", items, [], [])]);
}
