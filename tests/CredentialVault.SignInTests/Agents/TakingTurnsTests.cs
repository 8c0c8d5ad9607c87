using CredentialVault.Credentials;
using CredentialVault.Profiles;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;

namespace CredentialVault.SignInTests.Agents;

/// <summary>How agents that want to be signed in at the same time get on with each other.</summary>
public sealed class TakingTurnsTests
{
    [Fact]
    public async Task A_second_tab_of_the_same_profile_waits_and_is_not_signed_in_again()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var (first, second) = (host.Tab(site), new AgentTab(await host.StartAnotherAsync(), host.Owner.Profile, site.Origin, tab: 8));
        await first.BeginAsync();

        Assert.Equal(WaitingFor.OtherSignIn, Assert.IsType<Step.Wait>(await second.BeginAsync()).For);
        await first.WaitAsync();

        // Signed in, but the agent's browser has not taken the session over.
        Assert.IsType<Step.Wait>(await second.BeginAsync(afterWait: true));
        await first.ReportAsync(AgentTab.SignedIn);

        Assert.Equal(new Step.Ended(Outcome.SignedIn), await second.BeginAsync(site.Origin + "/orders", afterWait: true));
        Assert.Equal(site.Origin + "/orders", second.Last.ReturnTo);
        Assert.Single(site.Posted);
    }

    [Fact]
    public async Task Another_profile_waits_and_gets_a_session_of_its_own()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("shop");
        var night = await host.Owner.Vault.Profiles.AddProfileAsync("night", Role.Agent, Path.Combine(host.Owner.Folder, "night"));
        await host.Owner.Vault.Credentials.AttachAsync(host.Credential, Attachment.Parse("profile:night"));
        var (first, second) = (host.Tab(site), new AgentTab(await host.StartAnotherAsync(), night, site.Origin));
        await first.BeginAsync();
        Assert.IsType<Step.Wait>(await second.BeginAsync());
        await first.WaitAsync();
        await first.ReportAsync(AgentTab.SignedIn);

        Assert.IsType<Step.Await>(await second.BeginAsync(afterWait: true));
        Assert.IsType<Step.HandOver>(await second.WaitAsync());

        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task Only_so_many_browsers_run_at_a_time_over_all_hosts_and_the_status_says_who_waits()
    {
        await using var host = await HostOfAProfile.StartAsync(browsersAtATime: 1);
        var (shop, bank) = (await host.OpenSiteAsync("shop"), await host.OpenSiteAsync("bank"));
        var (first, second) = (host.Tab(shop), new AgentTab(await host.StartAnotherAsync(browsersAtATime: 1), host.Owner.Profile, bank.Origin, tab: 8));
        await first.BeginAsync();
        while (host.Browsers == 0)
        {
            await Task.Delay(20);
        }

        await second.BeginAsync();
        Assert.Equal(WaitingFor.Turn, Assert.IsType<Step.Await>(await second.NewsAsync()).For);
        Assert.Equal("Credential Vault is waiting for its turn to sign in at bank.localhost: other sign-ins are going on.", second.Last.Status);
        await first.ReportAsync(AgentTab.Unclear, PageEvent.TabClosed);

        Assert.IsType<Step.HandOver>(await second.WaitAsync());
        await second.ReportAsync(AgentTab.SignedIn);
        var record = (await host.Owner.Vault.Audit.ReadAsync(9)).Single(one => one.Event == "sign-in" && one.Detail.Site == bank.Origin).Detail;
        Assert.InRange(record.WaitedMilliseconds!.Value, 1, record.Milliseconds!.Value);
    }
}
