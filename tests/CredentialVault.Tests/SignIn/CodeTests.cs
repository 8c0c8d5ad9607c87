using CredentialVault.Credentials;
using CredentialVault.SignIn;
using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.SignIn;

public class CodeTests
{
    [Fact]
    public async Task A_code_is_given_once_and_the_next_one_is_waited_for()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddShopWithCodesAsync(vault);
        var other = (await vault.OpenAgainAsync()).Codes;

        var first = await StepAsync(vault.Vault.Codes, shop);
        var second = await other.IssueAsync(shop.Overview);

        Assert.Null(second.Code);
        Assert.Equal(TimeSpan.FromSeconds(20), second.Wait);
        vault.Time.Advance(second.Wait);
        Assert.Equal(first + 1, await StepAsync(other, shop));
    }

    [Theory]
    [InlineData(14.999, true)]
    [InlineData(15, true)]
    [InlineData(15.001, false)]
    [InlineData(19.999, false)]
    public async Task A_code_about_to_expire_is_waited_out(double seconds, bool given)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddShopWithCodesAsync(vault);
        vault.Time.Advance(TimeSpan.FromSeconds(seconds));

        var code = await vault.Vault.Codes.IssueAsync(shop.Overview);

        Assert.Equal(given, code.Code is not null);
        Assert.Null(code.Refusal);
        Assert.Equal(given ? TimeSpan.Zero : TimeSpan.FromSeconds(20 - seconds), code.Wait);
        code.Code?.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    public async Task A_code_of_any_period_is_given_in_time(int period)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync(seed: $"otpauth://totp/Shop?secret={TemporaryVault.Seed}&period={period}");

        for (var i = 0; i < 20; i++)
        {
            var code = await vault.Vault.Codes.IssueAsync(shop.Overview);
            if (code.Code is null)
            {
                vault.Time.Advance(code.Wait);
                code = await vault.Vault.Codes.IssueAsync(shop.Overview);
            }

            Assert.NotNull(code.Code);
            code.Code.Dispose();
            vault.Time.Advance(TimeSpan.FromSeconds(0.7));
        }
    }

    [Fact]
    public async Task Steps_only_ever_increase_however_the_clock_is_set()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddShopWithCodesAsync(vault);
        var steps = new List<long>();
        int[] seconds = [0, 0, 30, 25, -30, 10, 3600, -3600, 3599, 40, 0];

        foreach (var change in seconds)
        {
            vault.Time.AdjustTime(vault.Time.GetUtcNow().AddSeconds(change));
            var code = await vault.Vault.Codes.IssueAsync(shop.Overview);
            if (code.Code is { } issued)
            {
                steps.Add(issued.Step);
                issued.Dispose();
            }
        }

        Assert.Equal(steps.Distinct().Order(), steps);
        Assert.True(steps.Count >= 4, $"only {steps.Count}");
    }

    [Fact]
    public async Task A_clock_that_went_back_far_is_said_instead_of_waited_for()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddShopWithCodesAsync(vault);
        await StepAsync(vault.Vault.Codes, shop);

        vault.Time.AdjustTime(vault.Time.GetUtcNow().AddHours(-1));

        Assert.Equal(Outcome.BlockedByGuard(Reason.ClockWentBack), (await vault.Vault.Codes.IssueAsync(shop.Overview)).Refusal);
    }

    [Fact]
    public async Task Get_code_marks_the_step_used_and_says_when_it_was_before()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var shop = await AddShopWithCodesAsync(vault);

        var first = await vault.Vault.Codes.CurrentAsync(shop);
        var second = await vault.Vault.Codes.CurrentAsync(shop);
        using (first.Code)
        using (second.Code)
        {
            Assert.Equal((false, true), (first.UsedBefore, second.UsedBefore));
            Assert.True(first.Code.Value.ContentEquals(second.Code.Value));
        }

        Assert.Null((await vault.Vault.Codes.IssueAsync(shop.Overview)).Code);
        Assert.Equal(2, (await vault.Vault.Audit.ReadAsync(10)).Count(record => record.Event == "get-code"));
    }

    [Fact]
    public async Task A_used_code_is_waited_for_in_the_middle_of_a_sign_in_and_the_lease_lasts_that_long()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var work = await vault.AddAgentAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, work);
        using var other = new ExtensionOfAnAgent(await vault.OpenAgainAsync(), work);
        var shop = await vault.AddShopAsync(seed: $"otpauth://totp/Shop?secret={TemporaryVault.Seed}&period=120");
        (await vault.Vault.Codes.CurrentAsync(shop)).Code.Dispose();
        await agent.SubmitPasswordAsync();
        await agent.NavigatedAsync(Looks.CodeForm);

        Assert.Empty(await agent.FillAsync(FieldName.OneTimeCode));
        var wait = Assert.IsType<Step.Wait>(agent.Last.Step);
        Assert.Equal((TimeSpan.FromSeconds(110), WaitingFor.NextCode), (wait.Time, wait.For));

        vault.Time.Advance(wait.Time);
        Assert.IsType<Step.Wait>(await other.BeginAsync(Looks.SignInForm));
        Assert.Equal(6, (await agent.FillAsync(FieldName.OneTimeCode))[FieldName.OneTimeCode].Length);
        Assert.Equal(new Step.Ended(Outcome.SignedIn), await agent.NavigatedAsync(Looks.SignedIn));
    }

    [Fact]
    public async Task A_rejected_code_is_followed_by_that_of_the_next_step()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        using var agent = new ExtensionOfAnAgent(vault.Vault, await vault.AddAgentAsync());
        await vault.AddShopAsync(seed: TemporaryVault.Seed);
        await agent.SubmitPasswordAsync();
        await agent.NavigatedAsync(Looks.CodeForm);
        var rejected = (await agent.FillAsync(FieldName.OneTimeCode))[FieldName.OneTimeCode];

        Assert.IsType<Step.Fill>(await agent.NavigatedAsync(Looks.CodeForm));
        Assert.Empty(await agent.FillAsync(FieldName.OneTimeCode));
        vault.Time.Advance(Assert.IsType<Step.Wait>(agent.Last.Step).Time);
        Assert.NotEqual(rejected, (await agent.FillAsync(FieldName.OneTimeCode))[FieldName.OneTimeCode], StringComparer.Ordinal);
        Assert.Equal(new Step.Ended(Outcome.CodeRejected), await agent.NavigatedAsync(Looks.CodeForm));
    }

    [Fact]
    public async Task Without_a_seed_there_is_no_code()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();

        await Refused.WithAsync("totp-missing", () => vault.Vault.Codes.CurrentAsync(shop));
    }

    private static async Task<Credential> AddShopWithCodesAsync(TemporaryVault vault)
    {
        await vault.AddAgentAsync();
        return await vault.AddShopAsync(seed: TemporaryVault.Seed);
    }

    private static async Task<long> StepAsync(CodeIssuer codes, Credential shop)
    {
        var code = await codes.IssueAsync(shop.Overview);
        Assert.NotNull(code.Code);
        using (code.Code)
        {
            return code.Code.Step;
        }
    }
}
