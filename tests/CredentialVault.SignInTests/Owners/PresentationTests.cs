using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;

namespace CredentialVault.SignInTests.Owners;

/// <summary>What a site sees of the browser that signs in.</summary>
public sealed class PresentationTests
{
    [Fact]
    public async Task A_site_sees_an_ordinary_browser_that_nobody_drives()
    {
        const string Tell = "<script>fetch('/told', { method: 'POST', body: [navigator.webdriver, navigator.userAgent].join() })</script>";
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAsync(Tell);

        await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        Assert.StartsWith("false,Mozilla/5.0 ", site.Posted.First(), StringComparison.Ordinal);
        Assert.DoesNotContain("Headless", site.Posted.First(), StringComparison.Ordinal);
        Assert.Contains("Chrome/", site.Requests.First().UserAgent.ToString(), StringComparison.Ordinal);
        Assert.All(site.Requests, headers => Assert.DoesNotContain(headers.Values, value => value.ToString().Contains("Headless", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_site_sees_the_same_device_as_in_the_browser_of_the_agent()
    {
        const string Tell = """
            <script>
            fetch("/told", { method: "POST", body: [navigator.userAgent, navigator.languages.join(), Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth, innerHeight, devicePixelRatio, JSON.stringify(navigator.userAgentData)].join("|") });
            </script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAsync(Tell);
        var credential = await vault.AddAsync(site.Address, "/");
        await using var browser = await vault.StartBrowserAsync(new Presentation
        {
            UserAgent = "Mozilla/5.0 (An agent)",
            Brands = [new("Agent", "7")],
            FullVersions = [new("Agent", "7.1")],
            Languages = "de-AT,de,en",
            Locale = "de-AT",
            TimeZone = "Asia/Tokyo",
            Width = 1111,
            Height = 777,
            Scale = 2,
        });

        await vault.SignInAsync(browser, credential);

        Assert.Equal("Mozilla/5.0 (An agent)|de-AT,de,en|Asia/Tokyo|1111|777|2|{\"brands\":[{\"brand\":\"Agent\",\"version\":\"7\"}],\"mobile\":false,\"platform\":\"Linux\"}", site.Posted.First());
        Assert.True(site.Requests.TryPeek(out var headers));
        Assert.Equal("\"Agent\";v=\"7\"", headers["Sec-CH-UA"]);
        Assert.StartsWith("de-AT,de;", headers.AcceptLanguage.ToString(), StringComparison.Ordinal);
    }

    private static Task<SmallSite> StartAsync(string script) => SmallSite.StartAsync("shop", pages =>
    {
        pages.MapGet("/", () => SmallSite.Page(script + SmallSite.Form()));
        pages.MapPost("/told", () => "");
        pages.MapPost("/sign-in", () => SmallSite.Page(SmallSite.Inside));
    });
}
