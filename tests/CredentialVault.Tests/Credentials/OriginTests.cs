using CredentialVault.Credentials;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.Credentials;

public class OriginTests
{
    [Theory]
    [InlineData("https://shop.example", "https://shop.example")]
    [InlineData("https://shop.example/", "https://shop.example")]
    [InlineData("HTTPS://Shop.EXAMPLE", "https://shop.example")]
    [InlineData("https://shop.example:443", "https://shop.example")]
    [InlineData("https://shop.example:", "https://shop.example")]
    [InlineData("https://shop.example:8443", "https://shop.example:8443")]
    [InlineData("https://shop.example:80", "https://shop.example:80")]
    [InlineData("https://shop.example.", "https://shop.example.")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://BÜCHER.example", "https://xn--bcher-kva.example")]
    [InlineData("https://ШОП.example", "https://xn--n1acz.example")]
    [InlineData("https://[2001:DB8::0:1]", "https://[2001:db8::1]")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://127.1", "http://127.0.0.1")]
    [InlineData("http://[::1]:80", "http://[::1]")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://shop.localhost", "http://shop.localhost")]
    public void An_owner_may_write_an_origin_a_little_differently_than_a_browser(string written, string origin)
    {
        Assert.Equal(origin, SiteOrigin.Parse(written).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("shop.example")]
    [InlineData("https://")]
    [InlineData("https:shop.example")]
    [InlineData("https:/shop.example")]
    [InlineData("https:///shop.example")]
    [InlineData("//shop.example")]
    [InlineData("https://shop.example/sign-in")]
    [InlineData("https://shop.example/account/..")]
    [InlineData("https://shop.example?x")]
    [InlineData("https://shop.example?")]
    [InlineData("https://shop.example#")]
    [InlineData("https://agnes@shop.example")]
    [InlineData("https://@shop.example")]
    [InlineData("https://agnes:secret@shop.example")]
    [InlineData("https://shop.example\\@evil.example")]
    [InlineData("https://shop.example\\evil.example")]
    [InlineData("https://shop.example%3A8443")]
    [InlineData("https://shop%2Eexample")]
    [InlineData("https://shop.example%00.evil.example")]
    [InlineData(" https://shop.example")]
    [InlineData("https://shop.example\n")]
    [InlineData("https://sh\top.example")]
    [InlineData("https://shop.example:99999")]
    [InlineData("https://shop..example")]
    [InlineData("https://*.shop.example")]
    [InlineData("http://shop.example")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://localhost.example")]
    [InlineData("http://notlocalhost")]
    [InlineData("http://[2001:db8::1]")]
    [InlineData("ftp://shop.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    [InlineData("blob:https://shop.example/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("null")]
    public void An_owner_is_told_what_is_no_origin(string written)
    {
        Refused.With("origin-invalid", () => SiteOrigin.Parse(written));
    }

    [Fact]
    public void A_very_long_origin_is_none()
    {
        var host = string.Concat(Enumerable.Repeat("a.", 500_000)) + "example";
        Refused.With("origin-invalid", () => SiteOrigin.Parse($"https://{host}"));
        Assert.False(SiteOrigin.TryFromBrowser($"https://{host}", out _));
    }

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("https://shop.example.")]
    [InlineData("https://shop.example:8443")]
    [InlineData("https://xn--bcher-kva.example")]
    [InlineData("https://[2001:db8::1]:8443")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]")]
    [InlineData("http://shop.localhost:5000")]
    public void A_browsers_origin_is_taken_as_it_is(string origin)
    {
        Assert.True(SiteOrigin.TryFromBrowser(origin, out var taken));
        Assert.Equal(origin, taken.ToString());
    }

    [Theory]
    [InlineData("https://shop.example/")]
    [InlineData("https://Shop.example")]
    [InlineData("https://shop.example:443")]
    [InlineData("https://bücher.example")]
    [InlineData("https://shop。example")]
    [InlineData("http://shop.example")]
    [InlineData("http://127.1")]
    [InlineData("http://2130706433")]
    [InlineData("https://[2001:DB8::1]")]
    [InlineData("https://[0:0:0:0:0:0:0:1]")]
    [InlineData("null")]
    [InlineData("chrome-extension://abcdefghijklmnopabcdefghijklmnop")]
    public void What_no_browser_would_say_is_not_taken_for_an_origin(string text)
    {
        Assert.False(SiteOrigin.TryFromBrowser(text, out _));
    }

    [Theory]
    [InlineData("https://shop.example", "https://shop.example:8443")]
    [InlineData("https://shop.example", "https://www.shop.example")]
    [InlineData("https://shop.example", "https://shop.example.")]
    [InlineData("https://localhost", "http://localhost")]
    [InlineData("https://apple.example", "https://аpple.example")]
    [InlineData("https://shop.example", "https://shop.example.evil.example")]
    [InlineData("http://127.0.0.1", "http://localhost")]
    public void Origins_that_look_alike_are_two(string one, string other)
    {
        Assert.NotEqual(SiteOrigin.Parse(one), SiteOrigin.Parse(other));
    }

    [Theory]
    [InlineData("https://shop.example/orders?page=2#row", true)]
    [InlineData("https://shop.example/@agnes?mail=a@b", true)]
    [InlineData("https://shop.example/100%25", true)]
    [InlineData("https://agnes@shop.example/orders", false)]
    [InlineData("https://@shop.example/orders", false)]
    [InlineData("https://shop.example\\@evil.example/", false)]
    [InlineData("https:/shop.example/orders", false)]
    [InlineData("//shop.example/orders", false)]
    [InlineData("javascript://shop.example/%0aalert(1)", false)]
    [InlineData("https://shop.example/orders\r\nX: y", false)]
    public void An_address_has_an_origin_only_if_every_reader_reads_the_same(string address, bool has)
    {
        Assert.Equal(has, SiteOrigin.TryOfAddress(address, out var origin));
        Assert.Equal(has, origin != default);
    }

    [Theory]
    [InlineData("https://shop.example/", "https://shop.example")]
    [InlineData("https://shop.example/orders?page=2\\@evil.example", "https://shop.example")]
    [InlineData("https://shop.example/@evil.example", "https://shop.example")]
    [InlineData("https://shop.example?@evil.example", "https://shop.example")]
    [InlineData("https://agnes@shop.example/", "https://shop.example")]
    [InlineData("https://agnes:a%40b%2Fc%3Fd%23e%5C@shop.example:8443/orders", "https://shop.example:8443")]
    [InlineData("http://agnes:secret@[::1]:5000/", "http://[::1]:5000")]
    [InlineData("https://shop.example@evil.example/", "https://evil.example")]
    [InlineData("https://shop.example:443@evil.example/https://shop.example/", "https://evil.example")]
    [InlineData("https://shop.example@shop.example@evil.example/", "https://evil.example")]
    public void A_request_goes_to_the_host_behind_a_name_and_a_password(string address, string origin)
    {
        Assert.True(SiteOrigin.TryOfRequest(address, out var taken));
        Assert.Equal(origin, taken.ToString());
    }

    [Theory]
    [InlineData("https://agnes@Shop.example/")]
    [InlineData("https://shop.example\\@evil.example/")]
    [InlineData("https://evil.example\\@shop.example/")]
    [InlineData("https://evil.example%2F@shop.example\\/")]
    [InlineData("https://agnes@shop%2Eexample/")]
    [InlineData("https://agnes@shop.example:443/")]
    [InlineData("http://agnes@shop.example/")]
    [InlineData("https:agnes@shop.example/")]
    [InlineData("//agnes@shop.example/")]
    [InlineData("https://agnes@/")]
    [InlineData("ftp://agnes@shop.example/")]
    [InlineData("blob:https://shop.example/1")]
    [InlineData("filesystem:https://shop.example/temporary/1")]
    [InlineData("about:blank")]
    [InlineData("")]
    public void A_request_to_an_address_that_no_browser_writes_goes_to_no_origin(string address) =>
        Assert.False(SiteOrigin.TryOfRequest(address, out _));
}
