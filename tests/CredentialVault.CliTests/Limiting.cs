namespace CredentialVault.CliTests;

public sealed class Limiting : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_see_the_limits_and_change_one_without_the_other()
    {
        await _owner.SucceedAsync("init");
        Assert.Equal(
            $"Sign-ins of one credential within an hour: 6.\nSign-in browsers at a time: {Environment.ProcessorCount}.\n",
            (await _owner.SucceedAsync("limits")).Output);

        await _owner.SucceedAsync("limits", "--sign-in-browsers", "3");
        await _owner.SucceedAsync("limits", "--sign-ins-per-hour", "12");

        Assert.Equal("Sign-ins of one credential within an hour: 12.\nSign-in browsers at a time: 3.\n", (await _owner.SucceedAsync("limits")).Output);
    }

    [Theory]
    [InlineData("--sign-ins-per-hour", "0")]
    [InlineData("--sign-in-browsers", "1001")]
    [InlineData("--sign-in-browsers", "many")]
    public async Task A_limit_that_is_none_changes_nothing(string option, string value)
    {
        await _owner.SucceedAsync("init");
        var before = (await _owner.SucceedAsync("limits")).Output;

        var answer = await _owner.RunAsync("limits", option, value);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains($"{option} needs a number from 1 to 1000.", answer.Error, StringComparison.Ordinal);
        Assert.Equal(before, (await _owner.SucceedAsync("limits")).Output);
    }
}
