using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.Storage;
using CredentialVault.Tests.Vaults;
using CredentialVault.Vaults;

namespace CredentialVault.Tests.SignIn;

public class GuardTests
{
    [Fact]
    public async Task An_attempt_is_recorded_before_the_password_goes_out_and_survives_the_host()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        var shop = await vault.AddShopAsync();
        var store = await vault.OpenStoreAsync();

        await agent.BeginAsync(Looks.UsernameForm);
        await agent.FillAsync(FieldName.Username);
        Assert.Equal(0, await UnfinishedAsync());
        await agent.NavigatedAsync(Looks.PasswordForm);
        Assert.Equal(0, await UnfinishedAsync());
        await agent.FillAsync(FieldName.Password);
        Assert.Equal(1, await UnfinishedAsync());

        async Task<int> UnfinishedAsync() => (await store.ReadGuardAsync(shop.Id, vault.Time.GetUtcNow())).Unfinished;
    }

    [Fact]
    public async Task A_rejected_password_stops_every_host_until_the_owner_changes_what_it_signs_in_with()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, work);
        using var other = new ExtensionOfAnAgent(await vault.OpenAgainAsync(), work);
        await vault.AddShopAsync();

        await agent.SubmitPasswordAsync();
        Assert.Equal(new Step.Ended(Outcome.PasswordRejected), await agent.NavigatedAsync(Looks.SignInForm));

        vault.Time.Advance(TimeSpan.FromDays(365));
        Assert.Equal(new Step.Ended(Outcome.BlockedByGuard(Reason.PasswordWasRejected)), await other.BeginAsync(Looks.SignInForm));
        var shop = await vault.Vault.Credentials.FindAsync("Shop");
        Assert.Equal(Reason.PasswordWasRejected, shop.StoppedReason);

        shop = await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Label = "The shop" });
        await vault.Vault.Credentials.AttachAsync(shop, Attachment.Parse("profile:work"));
        Assert.Equal(Reason.PasswordWasRejected, shop.StoppedReason);
        Assert.Equal(new Step.Ended(Outcome.BlockedByGuard(Reason.PasswordWasRejected)), await other.BeginAsync(Looks.SignInForm));

        using var password = Secret.FromText("a better one");
        Assert.Null((await vault.Vault.Credentials.ChangeAsync(shop, new CredentialChange { Password = password })).StoppedReason);
        Assert.IsType<Step.Fill>(await other.BeginAsync(Looks.SignInForm));
        var sentences = (await vault.Vault.Audit.ReadAsync(20)).Where(record => record.Event == AuditEvent.Edit).Select(AuditSentence.Of);
        Assert.Equal(
            ["You changed 'The shop' on the command line: label (it was 'Shop').", "You changed 'The shop' on the command line: password. That lifted its stop."],
            sentences,
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_owner_can_unlock_a_credential()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        var shop = await vault.AddShopAsync();
        await agent.SubmitPasswordAsync();
        await agent.NavigatedAsync(Looks.SignInForm);

        await vault.Vault.Guard.UnlockAsync(shop.Id);

        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task Two_attempts_in_a_row_that_did_not_end_signed_in_stop()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        await agent.SubmitPasswordAsync();
        await agent.ReportAsync(Looks.SignInForm, PageEvent.TimeIsUp);
        await agent.SubmitPasswordAsync();
        await agent.ReportAsync(Looks.SignInForm, PageEvent.TabClosed);

        Assert.Equal(new Step.Ended(Outcome.BlockedByGuard(Reason.TwoUnfinished)), await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task A_sign_in_in_between_makes_earlier_attempts_forgotten()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        for (var i = 0; i < 3; i++)
        {
            await agent.SubmitPasswordAsync();
            await agent.ReportAsync(Looks.SignInForm, PageEvent.TimeIsUp);
            await agent.SubmitPasswordAsync();
            Assert.Equal(new Step.Ended(Outcome.SignedIn), await agent.NavigatedAsync(Looks.SignedIn));
        }
    }

    [Fact]
    public async Task A_host_that_dies_in_the_middle_leaves_its_attempt_counted()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        await vault.AddShopAsync();

        for (var i = 0; i < 2; i++)
        {
            // It never ends its sign-in; the lease runs out by itself.
            using var dies = new ExtensionOfAnAgent(await vault.OpenAgainAsync(), work);
            await dies.SubmitPasswordAsync();
            vault.Time.Advance(TimeSpan.FromMinutes(2));
        }

        using var agent = new ExtensionOfAnAgent(vault.Vault, work);
        Assert.Equal(new Step.Ended(Outcome.BlockedByGuard(Reason.TwoUnfinished)), await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task Closing_the_browser_ends_its_sign_ins_and_frees_the_credential()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        await vault.AddShopAsync();
        var host = await Vault.OpenAsync(vault.Home, vault.Time, OwnersProgram.CommandLine);
        using (var agent = new ExtensionOfAnAgent(host, work))
        {
            await agent.SubmitPasswordAsync();
        }

        await host.DisposeAsync();

        Assert.Equal("timed-out", Assert.Single(await vault.Vault.Audit.ReadAsync(10), record => record.Event == AuditEvent.SignIn).Detail.Outcome);
        using var next = new ExtensionOfAnAgent(vault.Vault, work);
        Assert.IsType<Step.Fill>(await next.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task A_credential_is_signed_in_with_six_times_an_hour_at_most()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        for (var i = 0; i < 6; i++)
        {
            await agent.SubmitPasswordAsync();
            await agent.NavigatedAsync(Looks.SignedIn);
            vault.Time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(new Step.Ended(Outcome.BlockedByGuard(Reason.SignedInTooOften)), await agent.BeginAsync(Looks.SignInForm));
        vault.Time.Advance(TimeSpan.FromMinutes(48) - TimeSpan.FromMilliseconds(1));
        Assert.IsType<Step.Ended>(await agent.BeginAsync(Looks.SignInForm));
        vault.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task An_owner_decides_how_often_an_hour()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();
        await vault.Vault.Guard.SetLimitsAsync(new OwnersLimits(SignInsPerHour: 1, SignInBrowsers: null));

        await agent.SubmitPasswordAsync();
        await agent.NavigatedAsync(Looks.SignedIn);
        Assert.Equal(new Step.Ended(Outcome.BlockedByGuard(Reason.SignedInTooOften)), await agent.BeginAsync(Looks.SignInForm));

        await vault.Vault.Guard.SetLimitsAsync(new OwnersLimits(SignInsPerHour: 2, SignInBrowsers: null));
        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task A_password_that_nothing_shows_to_be_right_goes_out_twice_an_hour_however_much_is_allowed()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = (await vault.AddAgentAsync()).Profile.Id;
        var shop = (await vault.AddShopAsync()).Id;
        var guard = vault.Vault.Guard;
        await guard.SetLimitsAsync(new OwnersLimits(SignInsPerHour: 500, SignInBrowsers: null));

        foreach (var signIn in new[] { "first", "second" })
        {
            Assert.Null(await guard.BeginAttemptAsync(shop, signIn, work));
            await guard.EndAttemptAsync(signIn, Outcome.SignedIn, proven: false);
        }

        Assert.Equal(Outcome.BlockedByGuard(Reason.SignedInTooOften), await guard.BeginAttemptAsync(shop, "third", work));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(500)]
    public async Task A_site_that_stays_signed_out_whatever_session_it_is_given_is_signed_in_at_twice_an_hour(int most)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = (await vault.AddAgentAsync()).Profile.Id;
        var shop = (await vault.AddShopAsync()).Id;
        var guard = vault.Vault.Guard;
        await guard.SetLimitsAsync(new OwnersLimits(most, SignInBrowsers: null));

        foreach (var signIn in new[] { "first", "second" })
        {
            Assert.Null(await guard.BeginAttemptAsync(shop, signIn, work));
            await guard.EndAttemptAsync(signIn, Outcome.SignedIn, proven: true);
            await guard.NoteInVainAsync(signIn);
        }

        Assert.Equal(Outcome.BlockedByGuard(Reason.SignedInTooOften), await guard.BeginAttemptAsync(shop, "third", work));
        vault.Time.Advance(GuardLimits.SuccessPeriod);
        Assert.Null(await guard.BeginAttemptAsync(shop, "later", work));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public async Task A_sign_in_that_nothing_shows_to_be_one_wipes_no_unfinished_attempt_away(int most)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = (await vault.AddAgentAsync()).Profile.Id;
        var shop = (await vault.AddShopAsync()).Id;
        var guard = vault.Vault.Guard;
        await guard.SetLimitsAsync(new OwnersLimits(most, SignInBrowsers: null));
        Assert.Null(await guard.BeginAttemptAsync(shop, "unfinished", work));
        await guard.EndAttemptAsync("unfinished", Outcome.TimedOut(Reason.NoAnswer), proven: false);
        Assert.Null(await guard.BeginAttemptAsync(shop, "unproven", work));
        await guard.EndAttemptAsync("unproven", Outcome.SignedIn, proven: false);
        vault.Time.Advance(GuardLimits.SuccessPeriod);

        Assert.Null(await guard.BeginAttemptAsync(shop, "second", work));
        await guard.EndAttemptAsync("second", Outcome.TimedOut(Reason.NoAnswer), proven: false);

        Assert.Equal(Outcome.BlockedByGuard(Reason.TwoUnfinished), await guard.BeginAttemptAsync(shop, "third", work));
    }

    [Fact]
    public async Task A_page_cannot_ask_for_ever_and_costs_no_attempt_by_asking()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync();

        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(new Step.Ended(Outcome.NoCredential), await agent.BeginAsync(Looks.SignInForm, $"https://evil-{i}.example"));
        }

        var tooMany = new Step.Wait(GuardLimits.RequestPeriod, WaitingFor.FewerRequests);
        Assert.Equal(tooMany, await agent.BeginAsync(Looks.SignInForm, "https://evil-60.example"));
        Assert.Equal(tooMany, await agent.BeginAsync(Looks.SignInForm));

        vault.Time.Advance(GuardLimits.RequestPeriod + TimeSpan.FromMilliseconds(1));
        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
    }

    [Fact]
    public async Task One_profiles_requests_do_not_count_for_another()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var noisy = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("noisy"));
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync("work"));
        await vault.AddShopAsync();

        for (var i = 0; i < 70; i++)
        {
            await noisy.BeginAsync(Looks.SignInForm);
        }

        Assert.IsType<Step.Fill>(await agent.BeginAsync(Looks.SignInForm));
    }
}
