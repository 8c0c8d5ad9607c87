using CredentialVault.Audit;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.CliTests;

/// <summary>What the owner sees of the guard, which decides whether a credential may be tried.</summary>
public sealed class Stopping : IDisposable
{
    private const string SignedInTheNextTime = "A signed-out page is signed in when the agent opens it the next time.";

    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task A_stopped_credential_is_listed_so_and_I_can_lift_the_stop()
    {
        await StopAsync();
        Assert.Contains("stopped: two-unfinished", (await _owner.SucceedAsync("credential", "list")).Output, StringComparison.Ordinal);
        var doctor = await _owner.RunAsync("doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Matches("mend with: .* credential unlock [a-z0-9]+", doctor.Output);

        var unlock = await _owner.SucceedAsync("credential", "unlock", "Shop");

        Assert.Equal("The credential 'Shop' is unlocked.\n", unlock.Output);
        Assert.Contains(SignedInTheNextTime, unlock.Error, StringComparison.Ordinal);
        Assert.Equal("The credential 'Shop' was not stopped.\n", (await _owner.SucceedAsync("credential", "unlock", "Shop")).Output);
        Assert.DoesNotContain("stopped", (await _owner.SucceedAsync("credential", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_label_does_not_lift_the_stop_and_I_am_told_how_to()
    {
        await StopAsync();

        var edit = await _owner.SucceedAsync("credential", "edit", "Shop", "--label", "Store");

        Assert.Matches("It is still stopped: .*\nTo let it be tried again: .* credential unlock [a-z0-9]+\n", edit.Error);
        Assert.DoesNotContain(SignedInTheNextTime, edit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_username_lifts_the_stop()
    {
        await StopAsync();

        Assert.Contains(SignedInTheNextTime, (await _owner.SucceedAsync("credential", "edit", "Shop", "--username", "alice")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_change_nor_an_unlock_lifts_the_limit_of_the_hour_and_I_am_told_so()
    {
        await _owner.SucceedAsync("init");
        await _owner.SucceedAsync("limits", "--sign-ins-per-hour", "1");
        await TryShopAsync(Outcome.SignedIn, times: 1);

        foreach (var answer in new[] { await _owner.SucceedAsync("credential", "edit", "Shop", "--username", "alice"), await _owner.SucceedAsync("credential", "unlock", "Shop") })
        {
            Assert.Contains("It is not tried again yet", answer.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(SignedInTheNextTime, answer.Error, StringComparison.Ordinal);
        }
    }

    private async Task StopAsync()
    {
        await _owner.SucceedAsync("init");
        await TryShopAsync(Outcome.CodeRejected, times: 2);
    }

    /// <summary>Adds the credential and lets as many attempts with it end so.</summary>
    private async Task TryShopAsync(Outcome outcome, int times)
    {
        await _owner.AddShopAsync();
        await using var vault = await Vault.OpenAsync(new VaultHome(_owner.Home), TimeProvider.System, OwnersProgram.CommandLine);
        var shop = await vault.Credentials.FindAsync("Shop");
        for (var time = 1; time <= times; time++)
        {
            Assert.Null(await vault.Guard.BeginAttemptAsync(shop.Id, $"attempt {time}", ""));
            await vault.Guard.EndAttemptAsync($"attempt {time}", outcome, proven: true);
        }
    }
}
