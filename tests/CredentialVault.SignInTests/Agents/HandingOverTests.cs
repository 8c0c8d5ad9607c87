using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;

namespace CredentialVault.SignInTests.Agents;

/// <summary>What an agent gets of a sign-in in the host's own browser.</summary>
public sealed class HandingOverTests
{
    [Fact]
    public async Task An_agent_is_given_the_session_and_sent_back_to_where_it_was()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var tab = host.Tab(site);
        var wanted = site.Origin + "/orders?page=2";

        Assert.IsType<Step.Await>(await tab.BeginAsync(wanted));
        Assert.Equal("Credential Vault is signing in at shop.localhost.", tab.Last.Status);
        Assert.False(Assert.IsType<Step.HandOver>(await tab.WaitAsync()).Clear);
        Assert.Equal(wanted, tab.Last.ReturnTo);
        var session = tab.Session();
        Assert.Equal(site.Origin, Assert.Single(session.GetProperty("origins").EnumerateArray()).GetString());
        var cookie = Assert.Single(session.GetProperty("cookies").EnumerateArray());
        Assert.Equal(HostOfAProfile.Cookie, cookie.GetProperty("name").GetString());
        Assert.True(cookie.GetProperty("httpOnly").GetBoolean() && cookie.GetProperty("hostOnly").GetBoolean());

        Assert.Equal(new Step.Ended(Outcome.SignedIn), await tab.ReportAsync(AgentTab.SignedIn));
        Assert.Null(tab.Last.ReturnTo);
        await RefusedAsync("sign-in-unknown", () => tab.ReportAsync(AgentTab.SignedIn));
        Assert.Equal(0, host.Browsers);
        var record = (await host.Owner.Vault.Audit.ReadAsync(9)).Single(one => one.Event == "sign-in").Detail;
        Assert.Equal(("work", "signed-in", host.Credential.Id), (record.Profile, record.Outcome, record.Credential));
        Assert.InRange(record.Milliseconds!.Value, 200, 30_000);
    }

    [Fact]
    public async Task A_large_session_comes_in_parts_that_fit_into_a_message()
    {
        await using var host = await HostOfAProfile.StartAsync();
        await using var site = await SmallSite.StartAsync("big", pages => LargeSite.Add(pages, 3_000_000));
        await host.Owner.Vault.Credentials.AttachAsync(await host.Owner.AddAsync(site.Address, "/"), Attachment.Parse("profile:work"));
        var tab = host.Tab(site);

        await tab.BeginAsync();
        var parts = Assert.IsType<Step.HandOver>(await tab.WaitAsync()).Parts;

        Assert.InRange(parts, 15, 200);
        Assert.All(Enumerable.Range(0, parts), part => Assert.InRange(tab.Part(part).Length, 1, 200_000));
        var items = tab.Session().GetProperty("storage")[0].GetProperty("local").EnumerateArray();
        Assert.Equal(LargeSite.Value(3_000_000), Assert.Single(items).GetProperty("value").GetString());
        await RefusedAsync("session-unexpected", () => Task.FromResult(tab.Part(parts)));
        await RefusedAsync("session-unexpected", () => Task.FromResult(tab.Part(-1)));
    }

    [Fact]
    public async Task A_page_that_stays_signed_out_gets_the_session_once_more_over_cleared_origins()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var tab = host.Tab(site);
        await tab.BeginAsync();
        await tab.WaitAsync();

        Assert.True(Assert.IsType<Step.HandOver>(await tab.ReportAsync(AgentTab.SignedOut)).Clear);
        Assert.NotEmpty(tab.Session().GetProperty("cookies").EnumerateArray());
        Assert.Equal(new Step.Ended(Outcome.SessionNotPortable(Reason.StillSignedOut)), await tab.ReportAsync(AgentTab.SignedOut));
        Assert.Single(site.Posted);
    }

    [Fact]
    public async Task A_page_that_is_neither_at_a_session_origin_counts_as_signed_in()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var tab = host.Tab(await host.OpenSiteAsync("shop"));
        await tab.BeginAsync();
        await tab.WaitAsync();

        Assert.Equal(new Step.Ended(Outcome.SignedIn), await tab.ReportAsync(AgentTab.Unclear));
    }

    [Fact]
    public async Task A_page_of_another_site_says_nothing_of_a_session()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var tab = host.Tab(await host.OpenSiteAsync("shop"));
        await tab.BeginAsync();
        await tab.WaitAsync();

        Assert.Equal(new Step.Ended(Outcome.SignedIn), await tab.ReportAsync(AgentTab.SignedOut, origin: "http://evil.localhost"));
    }

    [Fact]
    public async Task An_agent_cannot_get_a_value_for_its_page()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var tab = host.Tab(await host.OpenSiteAsync("shop"));
        await tab.BeginAsync();

        await RefusedAsync("fill-unexpected", tab.FillAsync);
        await RefusedAsync("session-unexpected", () => Task.FromResult(tab.Part(0)));
        await RefusedAsync("session-unexpected", () => tab.ReportAsync(AgentTab.SignedIn));
        Assert.IsType<Step.HandOver>(await tab.WaitAsync());
        await RefusedAsync("fill-unexpected", tab.FillAsync);
    }

    [Fact]
    public async Task Another_profile_cannot_take_the_session()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var tab = host.Tab(site);
        var night = await host.Owner.Vault.Profiles.AddProfileAsync("night", Role.Agent, Path.Combine(host.Owner.Folder, "night"));
        await tab.BeginAsync();
        await tab.WaitAsync();

        var thief = new AgentTab(host.SignIns, night, site.Origin) { SignIn = tab.SignIn };

        await RefusedAsync("sign-in-unknown", () => Task.FromResult(thief.Part(0)));
        await RefusedAsync("sign-in-unknown", thief.NewsAsync);
        await RefusedAsync("sign-in-unknown", () => thief.ReportAsync(AgentTab.SignedIn));
    }

    [Fact]
    public async Task Closing_the_tab_ends_the_sign_in_and_its_browser()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var tab = host.Tab(await host.OpenSiteAsync("shop"));
        await tab.BeginAsync();
        await UntilAsync(() => host.Browsers == 1);

        Assert.Equal(new Step.Ended(Outcome.TimedOut(Reason.TabClosed)), await tab.ReportAsync(AgentTab.Unclear, PageEvent.TabClosed));

        Assert.Equal(0, host.Browsers);
        Assert.True(await host.Owner.Vault.Guard.TryLeaseAsync(host.Credential.Id, "next"));
    }

    [Fact]
    public async Task The_end_of_the_host_is_the_end_of_its_browsers()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var other = await host.StartAnotherAsync();
        var tab = new AgentTab(other, host.Owner.Profile, site.Origin);
        await tab.BeginAsync();
        await UntilAsync(() => host.Browsers == 1);
        var news = tab.NewsAsync();

        await other.DisposeAsync();

        Assert.Equal(0, host.Browsers);
        Assert.Equal(new Step.Ended(Outcome.TimedOut(Reason.TabClosed)), await news);
    }

    [Fact]
    public async Task An_agent_learns_that_there_is_no_browser_to_sign_in_with()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var profile = await host.Owner.Vault.Profiles.AddProfileAsync("odd", Role.Agent, Path.Combine(host.Owner.Folder, "odd"), "/no/such/browser");
        await host.Owner.Vault.Credentials.AttachAsync(host.Credential, Attachment.Parse("profile:odd"));
        var tab = new AgentTab(host.SignIns, profile, site.Origin);
        await tab.BeginAsync();

        Assert.Equal(new Step.Ended(Outcome.NeedsOwner(Reason.BrowserMissing)), await tab.WaitAsync());
        Assert.Empty(site.Posted);
    }

    private static async Task RefusedAsync(string code, Func<Task> wish) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<VaultException>(wish)).Error.Code);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20);
        }
    }
}
