using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Agents;

/// <summary>Sites know the sign-in browser again, as they would know a person's.</summary>
public sealed class RememberedDeviceTests
{
    private const string Device = "known-device";

    [Fact]
    public async Task A_site_knows_the_device_again_and_only_from_this_profile()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop", MarkDevice);

        await SignInAsync(host.Tab(site));
        Assert.DoesNotContain(Devices(site), device => device is not null);
        await SignInAsync(host.Tab(site));

        Assert.Equal("1", Devices(site)[^1]);
        Assert.Equal(2, site.Posted.Count);
        Assert.Equal(Device, Assert.Single(await host.Owner.Vault.DeviceTrust.ReadAsync(host.Credential.Id, host.Owner.Profile.Id)).Name);
        Assert.Empty(await host.Owner.Vault.DeviceTrust.ReadAsync(host.Credential.Id, "another"));
    }

    [Fact]
    public async Task A_device_is_forgotten_after_an_attempt_that_did_not_end_signed_in()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var refuses = false;
        var site = await host.OpenSiteAsync("shop", response =>
        {
            MarkDevice(response);
            if (refuses)
            {
                response.Cookies.Delete(HostOfAProfile.Cookie);
            }
        });
        await SignInAsync(host.Tab(site));
        refuses = true;

        var tab = host.Tab(site);
        await tab.BeginAsync();
        Assert.Equal(new Step.Ended(Outcome.PasswordRejected), await tab.WaitAsync());

        Assert.Empty(await host.Owner.Vault.DeviceTrust.ReadAsync(host.Credential.Id, host.Owner.Profile.Id));
    }

    [Fact]
    public async Task A_session_that_outlives_its_browser_is_no_device_and_a_new_one_is_made()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync(
            "shop", response => KeepSession(response, HostOfAProfile.Cookie));

        await SignInAsync(host.Tab(site));
        await SignInAsync(host.Tab(site));

        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task What_has_turned_out_to_be_the_session_is_not_kept_again_and_the_mark_beside_it_is()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop", response =>
        {
            MarkDevice(response);
            KeepSession(response, HostOfAProfile.Cookie);
        });

        await SignInAsync(host.Tab(site));
        await SignInAsync(host.Tab(site));
        var seen = site.Requests.Count;
        await SignInAsync(host.Tab(site));

        Assert.Equal([Device], await KeptAsync(host), StringComparer.Ordinal);
        Assert.Equal(Device + "=1", site.Requests.Skip(seen).First().Cookie.ToString());
        Assert.Equal(3, site.Posted.Count);
    }

    [Fact]
    public async Task Where_two_may_be_the_session_neither_is_taken_for_it()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop", response =>
        {
            KeepSession(response, Device);
            KeepSession(response, HostOfAProfile.Cookie);
        });

        await SignInAsync(host.Tab(site));
        await SignInAsync(host.Tab(site));

        Assert.Equal([HostOfAProfile.Cookie, Device], (await KeptAsync(host)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Nor_is_one_of_a_site_that_does_not_show_who_is_signed_in()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync(
            "shop",
            response => KeepSession(response, HostOfAProfile.Cookie),
            inside: "<h1>Orders</h1><p>12 orders</p>");

        await SignInAsync(host.Tab(site));
        await SignInAsync(host.Tab(site));

        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task Nor_is_one_of_a_site_that_refuses_its_first_page_and_offers_to_sign_in_as_somebody_else()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync(
            "shop",
            response => KeepSession(response, HostOfAProfile.Cookie),
            inside: "<h1>Not allowed</h1><p>You are not authorized to see this page. <a href=/sign-in>Log in</a></p><details><summary>anna</summary><a href=/sign-out>Sign out</a></details>",
            insideStatus: 403);

        await SignInAsync(host.Tab(site));
        await SignInAsync(host.Tab(site));

        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task A_site_knows_the_device_again_where_its_form_comes_late()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync(
            "shop", MarkDevice, asking: $"<main></main><script>setTimeout(() => document.querySelector('main').innerHTML = `{SmallSite.Form()}`, 3000)</script>");

        await SignInAsync(host.Tab(site));
        await SignInAsync(host.Tab(site));

        Assert.Equal(2, site.Posted.Count);
        Assert.Equal("1", Devices(site)[^1]);
    }

    [Fact]
    public async Task What_a_site_knows_the_browser_by_is_forgotten_when_the_owner_takes_the_wish_back()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop", MarkDevice);
        var vault = host.Owner.Vault;
        var wished = await vault.Credentials.ChangeAsync(await vault.Credentials.GetAsync(host.Credential.Id), new CredentialChange { RememberDevice = true });
        await SignInAsync(host.Tab(site));

        await vault.Credentials.ChangeAsync(wished, new CredentialChange { Label = "Shop again" });
        Assert.Single(await vault.DeviceTrust.ReadAsync(host.Credential.Id, host.Owner.Profile.Id));
        await vault.Credentials.ChangeAsync(wished, new CredentialChange { RememberDevice = false });
        Assert.Empty(await vault.DeviceTrust.ReadAsync(host.Credential.Id, host.Owner.Profile.Id));
    }

    private static void MarkDevice(HttpResponse response) =>
        response.Cookies.Append(Device, "1", new CookieOptions { MaxAge = TimeSpan.FromDays(30), HttpOnly = true });

    private static void KeepSession(HttpResponse response, string name) =>
        response.Cookies.Append(name, Guid.NewGuid().ToString(), new CookieOptions { MaxAge = TimeSpan.FromDays(9) });

    private static async Task<IEnumerable<string>> KeptAsync(HostOfAProfile host) =>
        (await host.Owner.Vault.DeviceTrust.ReadAsync(host.Credential.Id, host.Owner.Profile.Id)).Select(cookie => cookie.Name);

    private static async Task SignInAsync(AgentTab tab)
    {
        await tab.BeginAsync();
        Assert.IsType<Step.HandOver>(await tab.WaitAsync());
        Assert.Equal(new Step.Ended(Outcome.SignedIn), await tab.ReportAsync(AgentTab.SignedIn));
    }

    /// <summary>What each request that began a sign-in said of the device.</summary>
    private static string?[] Devices(SmallSite site) =>
    [
        .. site.Requests.Where(headers => !headers.Cookie.ToString().Contains(HostOfAProfile.Cookie, StringComparison.Ordinal))
            .Select(headers => headers.Cookie.ToString() is { Length: > 0 } cookie && cookie.Contains(Device, StringComparison.Ordinal) ? cookie.Split('=')[^1] : null),
    ];
}
