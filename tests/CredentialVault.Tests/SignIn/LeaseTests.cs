using CredentialVault.SignIn;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.SignIn;

public class LeaseTests
{
    [Fact]
    public async Task One_sign_in_at_a_time_has_a_credential_over_all_hosts()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        var other = (await vault.OpenAgainAsync()).Guard;

        Assert.True(await vault.Vault.Guard.TryLeaseAsync(shop.Id, "one"));
        Assert.True(await vault.Vault.Guard.TryLeaseAsync(shop.Id, "one"));
        Assert.False(await other.TryLeaseAsync(shop.Id, "two"));
        await other.ReleaseLeaseAsync("two");
        Assert.False(await other.TryLeaseAsync(shop.Id, "two"));

        await vault.Vault.Guard.ReleaseLeaseAsync("one");
        Assert.True(await other.TryLeaseAsync(shop.Id, "two"));
    }

    [Fact]
    public async Task A_lease_ends_with_its_holders_time()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        var other = (await vault.OpenAgainAsync()).Guard;
        await vault.Vault.Guard.TryLeaseAsync(shop.Id, "one");

        vault.Time.Advance(GuardLimits.Lease - TimeSpan.FromMilliseconds(1));
        Assert.False(await other.TryLeaseAsync(shop.Id, "two"));
        vault.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await other.TryLeaseAsync(shop.Id, "two"));
        Assert.False(await vault.Vault.Guard.TryLeaseAsync(shop.Id, "one"));
    }

    [Fact]
    public async Task Who_waits_for_a_code_keeps_the_lease_that_long()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        var other = (await vault.OpenAgainAsync()).Guard;
        await vault.Vault.Guard.TryLeaseAsync(shop.Id, "one", longer: TimeSpan.FromMinutes(1));

        vault.Time.Advance(TimeSpan.FromSeconds(99));
        Assert.False(await other.TryLeaseAsync(shop.Id, "two"));
    }

    [Fact]
    public async Task Leases_of_two_credentials_have_nothing_to_do_with_each_other()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var (one, two) = (await vault.AddShopAsync("One"), await vault.AddShopAsync("Two"));

        Assert.True(await vault.Vault.Guard.TryLeaseAsync(one.Id, "one"));
        Assert.True(await vault.Vault.Guard.TryLeaseAsync(two.Id, "two"));
    }

    [Fact]
    public async Task A_new_sign_in_in_the_same_tab_takes_the_place_of_the_one_before()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await agent.BeginAsync(Looks.SignInForm);
        var before = agent.SignIn;

        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));

        agent.SignIn = before;
        await Refused.WithAsync("sign-in-unknown", () => agent.FillAsync("password"));
    }
}
