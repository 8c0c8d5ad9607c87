using System.Text.Json;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing.AgentsEye;
using TestPages;

namespace CredentialVault.BrowserTests.HandOver;

/// <summary>A site that puts the password that was sent into a cookie.</summary>
public sealed class ReflectingSiteTests(ManySites sites) : IClassFixture<ManySites>
{
    [Fact]
    public async Task An_agent_gets_the_session_and_not_the_cookie_that_holds_the_password()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie, reflectsPassword: true);

        await sites.SignsInAsync(site);

        var cookies = await sites.Agent.Context.CookiesAsync([site.Desk.ToString()]);
        Assert.Contains(cookies, cookie => cookie.Name == "session");
        Assert.DoesNotContain(cookies, cookie => cookie.Name == "last-form");
        Assert.DoesNotContain(SecretForms.Of(site.Account.Password), form => cookies.Any(cookie => cookie.Value.Contains(form, StringComparison.Ordinal)));
        using var audit = JsonDocument.Parse(await sites.Owner.DoAsync(["audit", "--json"]));
        var record = Assert.Single(audit.RootElement.EnumerateArray(), one => one.GetProperty("event").GetString() == "sign-in" && one.GetProperty("site").GetString() == site.Origin);
        Assert.Equal("cookie last-form", Assert.Single(record.GetProperty("reflected").EnumerateArray()).GetString());
    }

    /// <summary>A limit of <c>in-page</c>.</summary>
    [Fact]
    public async Task An_agent_whose_own_page_is_filled_gets_that_cookie_too()
    {
        var site = await sites.OpenAsync("form-post", SessionPlace.StrictCookie, Fill.InPage, reflectsPassword: true);

        await sites.SignsInAsync(site);

        var cookies = await sites.Agent.Context.CookiesAsync([site.Desk.ToString()]);
        Assert.Equal(site.Account.Password, Uri.UnescapeDataString(Assert.Single(cookies, cookie => cookie.Name == "last-form").Value));
    }
}
