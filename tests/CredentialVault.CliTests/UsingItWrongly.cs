namespace CredentialVault.CliTests;

public sealed class UsingItWrongly : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Theory]
    [InlineData("Did you mean 'profile'?", "profle", "list")]
    [InlineData("Did you mean '--label'?", "credential", "add", "--labl", "x")]
    [InlineData("--user-data-dir", "profile", "add", "work")]
    [InlineData("--role", "profile", "add", "work", "--user-data-dir", "x", "--role", "admin")]
    [InlineData("not both", "credential", "add", "--password-env", "X", "--password-stdin")]
    [InlineData("LABEL|ID is missing", "credential", "unlock")]
    [InlineData("TARGET is missing", "credential", "attach", "Shop")]
    [InlineData("--last needs a number", "audit", "--last", "0")]
    [InlineData("needs a number from 0", "launch", "--profile", "work", "--remote-debugging-port", "70000")]
    [InlineData("URL needs an address", "launch", "--profile", "work", "javascript:alert(1)")]
    public async Task A_command_line_that_makes_no_sense_is_one_line_and_exit_code_2(string expected, params string[] words)
    {
        var answer = await _owner.RunAsync(words);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
        Assert.Equal(1, answer.Error.Count(character => character == '\n'));
        Assert.Empty(answer.Output);
    }

    [Theory]
    [InlineData("launch")]
    [InlineData("unlock <LABEL|ID>", "credential")]
    [InlineData("remove <NAME>", "profile")]
    public async Task Half_a_command_shows_what_may_follow(string expected, params string[] words)
    {
        Assert.Contains(expected, (await _owner.SucceedAsync(words)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credential-unknown", "credential", "totp", "nothing")]
    [InlineData("profile-unknown", "launch", "--profile", "nothing")]
    [InlineData("profile-unknown", "automation", "add", "job", "--profile", "nothing")]
    [InlineData("attachment-invalid", "credential", "add", "--attach", "work")]
    public async Task What_cannot_be_done_is_one_line_with_a_code(string code, params string[] words)
    {
        await _owner.SucceedAsync("init");

        (await _owner.RunAsync(words)).IsRefusal(code);
    }

    [Fact]
    public async Task A_username_may_begin_with_an_at_sign()
    {
        await _owner.SucceedAsync("init");
        await _owner.RunWithInputAsync("pw\n", "credential", "add", "--label", "At", "--origin", "https://at.example", "--username", "@bob", "--password-stdin");

        Assert.Contains("@bob", (await _owner.SucceedAsync("credential", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shell_can_complete_commands() =>
        Assert.Contains("attach\n", (await _owner.SucceedAsync("[suggest:28]", "credential-vault credential ")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_is_coloured_that_goes_into_a_file()
    {
        _owner.Environment["TERM"] = "xterm-256color";

        Assert.DoesNotContain('\e', (await _owner.SucceedAsync("init")).Output);
    }
}
