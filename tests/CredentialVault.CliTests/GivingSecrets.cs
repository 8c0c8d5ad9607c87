using System.Text;
using System.Text.Json;

namespace CredentialVault.CliTests;

public sealed class GivingSecrets : IDisposable
{
    private const string Password = "correct horse battery";
    private const string Seed = "JBSWY3DPEHPK3PXP";
    private static readonly string[] Shop = ["credential", "add", "--label", "Shop", "--origin", "https://shop.example", "--username", "bob"];

    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Theory]
    [InlineData(Password)]
    [InlineData(Password + "\n")]
    [InlineData(Password + "\r\n")]
    public async Task I_can_give_a_password_on_standard_input_with_or_without_a_line_end(string input)
    {
        await _owner.SucceedAsync("init");

        Assert.Equal(0, (await _owner.RunWithInputAsync(input, [.. Shop, "--password-stdin"])).ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("one\ntwo\n")]
    public async Task I_am_told_when_standard_input_does_not_hold_exactly_the_password(string input)
    {
        await _owner.SucceedAsync("init");

        (await _owner.RunWithInputAsync(input, [.. Shop, "--password-stdin"])).IsRefusal("secret-input-invalid");
    }

    [Fact]
    public async Task I_can_give_both_by_environment_variables()
    {
        await _owner.SucceedAsync("init");
        _owner.Environment["P"] = Password;
        _owner.Environment["T"] = "otpauth://totp/Shop:bob?secret=JBSWY3DPEHPK3PXP&digits=8&algorithm=SHA256&period=60";

        await _owner.SucceedAsync([.. Shop, "--password-env", "P", "--totp-env", "T"]);

        Assert.Matches(@"\A[0-9]{8}\n\z", (await _owner.SucceedAsync("credential", "totp", "Shop")).Output);
    }

    [Fact]
    public async Task I_can_give_further_fields_by_environment_variables_and_none_by_an_argument()
    {
        await _owner.SucceedAsync("init");
        _owner.Environment["P"] = Password;
        _owner.Environment["F"] = "harbour";

        await _owner.SucceedAsync([.. Shop, "--password-env", "P", "--field-env", "Company ID=F"]);
        await _owner.SucceedAsync("credential", "edit", "Shop", "--field-env", "first ship=F");

        var list = (await _owner.SucceedAsync("credential", "list", "--json")).Output;
        using var listed = JsonDocument.Parse(list);
        Assert.Equal(["Company ID", "first ship"], listed.RootElement[0].GetProperty("fields").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.DoesNotContain("harbour", list, StringComparison.Ordinal);
        (await _owner.RunAsync("credential", "edit", "Shop", "--field-env", "Company ID=NOT_THERE")).IsRefusal("secret-variable-missing");
        (await _owner.RunAsync("credential", "edit", "Shop", "--field-env", "company id=F")).IsRefusal("field-invalid");
        (await _owner.RunAsync("credential", "edit", "Shop", "--field-env", "PASSWORD=F")).IsRefusal("field-invalid");
        Assert.Equal(2, (await _owner.RunAsync("credential", "edit", "Shop", "--field-env", "F")).ExitCode);
    }

    [Fact]
    public async Task I_am_told_which_environment_variable_is_missing()
    {
        await _owner.SucceedAsync("init");

        var answer = await _owner.RunAsync([.. Shop, "--password-env", "NOT_THERE"]);

        answer.IsRefusal("secret-variable-missing");
        Assert.Contains("NOT_THERE", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_am_told_which_option_is_missing_when_nobody_can_be_asked()
    {
        await _owner.SucceedAsync("init");

        var answer = await _owner.RunAsync(Shop);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--password-env or --password-stdin is missing", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_seed_adds_nothing_and_is_not_repeated()
    {
        await _owner.SucceedAsync("init");

        var answer = await _owner.RunWithInputAsync(Password + "\nnot0a1seed8\n", [.. Shop, "--password-stdin", "--totp-stdin"]);

        answer.IsRefusal("seed-invalid");
        Assert.DoesNotContain("not0a1seed8", answer.Error, StringComparison.Ordinal);
        Assert.Equal("[]\n", (await _owner.SucceedAsync("credential", "list", "--json")).Output);
    }

    [Theory]
    [InlineData("--password=" + Password)]
    [InlineData("--password", Password)]
    [InlineData("--password-stdin", Password)]
    public async Task A_password_can_never_be_an_argument_and_is_not_repeated(params string[] words)
    {
        await _owner.SucceedAsync("init");

        var answer = await _owner.RunAsync([.. Shop, .. words]);

        Assert.Equal(2, answer.ExitCode);
        Assert.DoesNotContain(Password, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_I_am_asked_and_secrets_are_not_shown()
    {
        await _owner.SucceedAsync("init");
        _owner.Environment["TERM"] = "xterm";

        // script(1) gives the command line a terminal and shows what appears on it.
        using var terminal = _owner.Start("script", ["-qefc", $"'{Repository.CommandLine}' credential add; stty -a", "/dev/null"]);
        var seen = new StringBuilder();
        await AnswerAsync("Label: ", "Shop");
        await AnswerAsync("Site (such as https://shop.example): ", "ftp://shop.example");
        await AnswerAsync("Site (such as https://shop.example): ", "https://shop.example/login?from=home");
        await AnswerAsync("Username: ", "bob");
        await AnswerAsync("Password (not shown): ", Password + "x\b");
        await AnswerAsync("Authenticator key, or Enter for none (not shown): ", "not0a1seed8");
        await AnswerAsync("Authenticator key, or Enter for none (not shown): ", Seed);
        terminal.StandardInput.Close();
        seen.Append(await terminal.StandardOutput.ReadToEndAsync());

        var all = seen.ToString();
        Assert.Contains("it does not start with https://", all, StringComparison.Ordinal);
        Assert.Contains("Taken as https://shop.example,", all, StringComparison.Ordinal);
        Assert.Contains("This is no authenticator key", all, StringComparison.Ordinal);
        Assert.Contains("The credential 'Shop' is added", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Password[..8], all, StringComparison.Ordinal);
        Assert.DoesNotContain(Seed[..8], all, StringComparison.Ordinal);
        Assert.Contains(" echo ", all, StringComparison.Ordinal);

        async Task AnswerAsync(string question, string answer)
        {
            var from = seen.Length;
            var buffer = new char[1024];
            while (!seen.ToString(from, seen.Length - from).Contains(question, StringComparison.Ordinal))
            {
                var read = await terminal.StandardOutput.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
                Assert.True(read > 0, seen.ToString());
                seen.Append(buffer, 0, read);
            }

            await terminal.StandardInput.WriteAsync(answer + "\n");
            await terminal.StandardInput.FlushAsync();
        }
    }
}
