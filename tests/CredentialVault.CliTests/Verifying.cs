namespace CredentialVault.CliTests;

public sealed class Verifying : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_see_each_step_and_what_was_found_in_one_sentence()
    {
        await _owner.SetUpAsync();

        // Nobody listens at this port, and it is none that a browser refuses to go to.
        await _owner.RunWithInputAsync("pw\n", "credential", "add", "--label", "Down", "--origin", "http://127.0.0.1:2", "--username", "bob", "--password-stdin");
        var answer = await _owner.RunAsync("credential", "verify", "Down");

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal("'Down' does not work: Nothing answers at the site's address: is the site up, and is the address right? [timed-out]\n", answer.Output);
        Assert.Matches(@"\n  Starting a browser of the vault's own \.\.\. done in \d+\.\d s\n", answer.Error);
        Assert.Matches(@"\n  Opening http://127\.0\.0\.1:2 \.\.\. failed after \d+\.\d s\n", answer.Error);
        Assert.Contains("timed-out", (await _owner.SucceedAsync("audit")).Output, StringComparison.Ordinal);
        Assert.Contains("not verified", (await _owner.SucceedAsync("credential", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_verify_all_and_am_told_how_many_work()
    {
        await _owner.SetUpAsync();
        Assert.Equal("0 of 0 credentials work.\n", (await _owner.SucceedAsync("credential", "verify", "--all")).Output);
    }

    [Fact]
    public async Task Without_a_display_I_am_told_that_there_is_nothing_to_watch()
    {
        await _owner.SetUpAsync();
        _owner.HasNoDisplay();
        var answer = await _owner.RunAsync("credential", "verify", "--all", "--headed");
        Assert.Equal(1, answer.ExitCode);
        Assert.EndsWith("leave --headed out. [no-display]\n", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_have_to_say_which_credential()
    {
        Assert.Equal(2, (await _owner.RunAsync("credential", "verify")).ExitCode);
        Assert.Equal(2, (await _owner.RunAsync("credential", "verify", "Shop", "--all")).ExitCode);
    }
}
