using System.Globalization;
using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>A site that sets more cookies than anybody needs, or such as no browser takes.</summary>
public sealed class OversizedSessionTests(ManySites sites) : IClassFixture<ManySites>
{
    /// <summary>What Chromium keeps of one site at most.</summary>
    private const int MostOfOneSite = 180;

    [Fact]
    public async Task Of_a_thousand_cookies_an_agent_has_all_that_a_browser_keeps()
    {
        var site = await OpenAsync(Enumerable.Range(0, 1000).Select(number => string.Create(CultureInfo.InvariantCulture, $"c{number}={number}; Path=/")));

        await sites.SignsInAsync(site);

        Assert.InRange(Assert.Single(CookiesByVisitor(site).Distinct(StringComparer.Ordinal)).Split("; ").Length, 100, MostOfOneSite);
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task Cookies_that_browsers_refuse_do_no_harm_and_odd_ones_come_along_whole()
    {
        var site = await OpenAsync(
        [
            // Refused: a prefix that forbids a domain (RFC 6265bis section 4.1.3.2), one that wants Secure, a foreign domain, one of everybody.
            "__Host-wide=1; Secure; Path=/; Domain=localhost", "__Host-deep=1; Secure; Path=/deep", "__Secure-open=1; Path=/",
            "foreign=1; Domain=bank.example; Path=/", "nobodys=1; Partitioned; Path=/", "",
            // Taken, if only just.
            "=nameless; Path=/", "empty=; Path=/", "quoted=\"a, b\"; Path=/", "spaces in the name=1; Path=/", "a=b=c; Path=/", "ключ=значение; Path=/",
            "brackets[0]={\"a\":1}; Path=/", "longest=" + new string('x', 4000) + "; Path=/", "far=1; Path=/; Max-Age=99999999999",
        ]);

        await sites.SignsInAsync(site);

        var cookies = Assert.Single(CookiesByVisitor(site).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain("__Host-wide", cookies, StringComparison.Ordinal);
        Assert.DoesNotContain("foreign", cookies, StringComparison.Ordinal);
        Assert.Contains("nameless", cookies, StringComparison.Ordinal);
        Assert.Contains("longest", cookies, StringComparison.Ordinal);
        Assert.Contains("quoted=\"a, b\"", cookies, StringComparison.Ordinal);
    }

    private async Task<TestSite> OpenAsync(IEnumerable<string> cookies)
    {
        var site = sites.Server.Open(sites.NameOf("form-post"), "form-post", SessionPlace.StrictCookie, furtherCookies: [.. cookies]);
        await sites.LearnAsync(site, Fill.Isolated);
        return site;
    }

    /// <summary>The sign-in browser is the first visitor, the agent's the last; what each sends is put in order.</summary>
    private static IReadOnlyList<string> CookiesByVisitor(TestSite site)
    {
        var all = site.CookiesOfVisitors.Select(cookies => string.Join("; ", cookies.Split("; ").Order(StringComparer.Ordinal))).ToArray();
        Assert.True(all.Length > 1);
        return [all[0], all[^1]];
    }
}
