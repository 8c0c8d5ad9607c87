namespace CredentialVault.CliTests;

public sealed class GettingCodes : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_can_pipe_a_code_since_nothing_else_is_on_standard_output()
    {
        await _owner.SucceedAsync("init");
        await _owner.AddShopAsync();

        var answer = await _owner.SucceedAsync("credential", "totp", "shop");

        Assert.Matches(@"\A[0-9]{6}\n\z", answer.Output);
        Assert.Matches(@"\AValid for [0-9]+ s\.\n\z", answer.Error);
    }

    [Fact]
    public async Task I_never_get_the_same_code_twice_when_I_wait_for_a_fresh_one()
    {
        await _owner.SucceedAsync("init");
        _owner.Environment["T"] = "otpauth://totp/?secret=JBSWY3DPEHPK3PXP&period=3";
        _owner.Environment["P"] = "correct horse";
        await _owner.SucceedAsync("credential", "add", "--label", "Quick", "--origin", "https://quick.example", "--username", "bob", "--password-env", "P", "--totp-env", "T");

        var first = await _owner.SucceedAsync("credential", "totp", "Quick", "--wait");
        var second = await _owner.SucceedAsync("credential", "totp", "Quick", "--wait");

        Assert.NotEqual(first.Output, second.Output, StringComparer.Ordinal);
        Assert.DoesNotContain("may refuse", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_am_told_when_a_code_was_used_already()
    {
        await _owner.SucceedAsync("init");
        _owner.Environment["T"] = "otpauth://totp/?secret=JBSWY3DPEHPK3PXP&period=3600";
        _owner.Environment["P"] = "correct horse";
        await _owner.SucceedAsync("credential", "add", "--label", "Slow", "--origin", "https://slow.example", "--username", "bob", "--password-env", "P", "--totp-env", "T");
        await _owner.SucceedAsync("credential", "totp", "Slow");

        Assert.Contains("used already", (await _owner.SucceedAsync("credential", "totp", "Slow")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_am_told_when_a_credential_has_no_seed()
    {
        await _owner.SucceedAsync("init");
        await _owner.RunWithInputAsync("pw\n", "credential", "add", "--label", "Plain", "--origin", "https://plain.example", "--username", "bob", "--password-stdin");

        (await _owner.RunAsync("credential", "totp", "Plain")).IsRefusal("totp-missing");
    }

    [Fact]
    public async Task The_audit_says_that_I_took_a_code_and_not_which()
    {
        await _owner.SucceedAsync("init");
        await _owner.AddShopAsync();
        var code = (await _owner.SucceedAsync("credential", "totp", "Shop")).Output.Trim();

        var audit = (await _owner.SucceedAsync("audit", "--json")).Output;

        Assert.Contains("get-code", audit, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{code}\"", audit, StringComparison.Ordinal);
    }
}
