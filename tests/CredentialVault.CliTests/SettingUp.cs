using System.Text.Json;
using System.Text.RegularExpressions;

namespace CredentialVault.CliTests;

public sealed class SettingUp : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_can_make_a_vault_and_see_its_recovery_key_once()
    {
        var answer = await _owner.SucceedAsync("init");

        var key = Regex.Match(answer.Output, "(?:[A-Z2-7]{4}-){13}[A-Z2-7]{4}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.NotEmpty(key);
        foreach (var file in Directory.EnumerateFiles(_owner.Home, "*", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            Assert.DoesNotContain(key, text, StringComparison.Ordinal);
            Assert.DoesNotContain(key.Replace("-", "", StringComparison.Ordinal), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task I_cannot_make_a_second_vault_over_the_first()
    {
        await _owner.SucceedAsync("init");
        var before = await File.ReadAllBytesAsync(Path.Combine(_owner.Home, "vault.db"));

        (await _owner.RunAsync("init")).IsRefusal("vault-exists");

        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_owner.Home, "vault.db")));
    }

    [Fact]
    public async Task I_am_told_to_make_a_vault_when_there_is_none() =>
        (await _owner.RunAsync("profile", "list")).IsRefusal("vault-missing");

    [Fact]
    public async Task I_am_told_when_the_vault_is_no_vault()
    {
        await _owner.SucceedAsync("init");
        await File.WriteAllTextAsync(Path.Combine(_owner.Home, "vault.db"), "This is not a database, but long enough to be looked at.");

        (await _owner.RunAsync("profile", "list")).IsRefusal("vault-unreadable");
    }

    [Fact]
    public async Task Each_step_prints_the_next_one_so_that_they_can_be_pasted_in_order()
    {
        _owner.HasNoDisplay();
        _owner.Environment["SHOP_PASSWORD"] = "correct horse";
        var next = NextOf(await _owner.SucceedAsync("init"));
        Assert.Equal(["profile", "add", "work"], next[..3]);
        next = NextOf(await _owner.SucceedAsync(next));
        Assert.Equal(["automation", "add", "invoices", "--profile", "work"], next);
        next = NextOf(await _owner.SucceedAsync(next));
        Assert.Equal(["credential", "add", "--attach", "automation:invoices"], next);
        next = NextOf(await _owner.SucceedAsync([.. next, "--label", "Shop", "--origin", "https://shop.example", "--username", "bob", "--password-env", "SHOP_PASSWORD"]));
        Assert.Equal(["launch", "--profile", "work", "--automation", "invoices", "--headless", "--remote-debugging-port", "9222"], next);
    }

    [Fact]
    public async Task I_can_list_what_I_set_up_as_JSON_and_take_it_away_again()
    {
        await _owner.SetUpAsync();
        Assert.Equal(0, (await _owner.AddShopAsync("--attach", "automation:invoices", "profile:work")).ExitCode);

        var shop = (await JsonAsync("credential", "list"))[0];
        Assert.Equal("Shop", shop.GetProperty("label").GetString());
        Assert.Equal("https://shop.example", shop.GetProperty("signInOrigins")[0].GetString());
        Assert.Equal("isolated", shop.GetProperty("fill").GetString());
        Assert.Equal(JsonValueKind.Null, shop.GetProperty("verifiedAt").ValueKind);
        Assert.Equal(30, shop.GetProperty("totp").GetProperty("periodSeconds").GetInt32());
        Assert.Equal(2, shop.GetProperty("attachments").GetArrayLength());
        Assert.Equal("invoices", (await JsonAsync("automation", "list"))[0].GetProperty("name").GetString());
        Assert.Equal("agent", (await JsonAsync("profile", "list"))[0].GetProperty("role").GetString());

        await _owner.SucceedAsync("credential", "detach", "Shop", "profile:work");
        Assert.Equal("automation:invoices", (await JsonAsync("credential", "list"))[0].GetProperty("attachments")[0].GetString());
        await _owner.SucceedAsync("credential", "remove", "Shop");
        await _owner.SucceedAsync("automation", "remove", "invoices");
        await _owner.SucceedAsync("profile", "remove", "work");
        Assert.Equal(0, (await JsonAsync("credential", "list")).GetArrayLength());
        Assert.Equal(0, (await JsonAsync("automation", "list")).GetArrayLength());
        Assert.Equal(0, (await JsonAsync("profile", "list")).GetArrayLength());
    }

    [Fact]
    public async Task A_credential_is_in_page_only_because_I_said_so_and_I_am_told_its_limits()
    {
        await _owner.SetUpAsync();

        Assert.DoesNotContain("can read them", (await _owner.AddShopAsync()).Error, StringComparison.Ordinal);
        Assert.Contains("can read them", (await _owner.SucceedAsync("credential", "edit", "Shop", "--fill", "in-page")).Error, StringComparison.Ordinal);
        Assert.Equal("in-page", (await JsonAsync("credential", "list"))[0].GetProperty("fill").GetString());
        await _owner.SucceedAsync("credential", "edit", "Shop", "--fill", "isolated");
        Assert.Equal("isolated", (await JsonAsync("credential", "list"))[0].GetProperty("fill").GetString());
    }

    [Fact]
    public async Task A_site_is_to_know_the_browser_again_only_because_I_said_so()
    {
        await _owner.SetUpAsync();
        await _owner.AddShopAsync();
        Assert.False(await RemembersAsync());

        await _owner.SucceedAsync("credential", "edit", "Shop", "--remember-device");
        Assert.Contains("remembers the device, if the site asks", (await _owner.SucceedAsync("credential", "list")).Output, StringComparison.Ordinal);
        Assert.True(await RemembersAsync());
        await _owner.SucceedAsync("credential", "edit", "Shop", "--username", "bob2");
        Assert.True(await RemembersAsync());
        Assert.Equal(2, (await _owner.RunAsync("credential", "edit", "Shop", "--remember-device", "--no-remember-device")).ExitCode);
        await _owner.SucceedAsync("credential", "edit", "Shop", "--no-remember-device");
        Assert.False(await RemembersAsync());

        async Task<bool> RemembersAsync() => (await JsonAsync("credential", "list"))[0].GetProperty("rememberDevice").GetBoolean();
    }

    [Fact]
    public async Task I_am_warned_when_two_credentials_are_attached_to_one_automation_for_one_site()
    {
        await _owner.SetUpAsync();
        Assert.DoesNotContain("on a page that shows none nothing is signed in", (await _owner.AddShopAsync("--attach", "automation:invoices")).Error, StringComparison.Ordinal);
        _owner.Environment["P"] = "correct horse";

        var second = await _owner.SucceedAsync(
            "credential", "add", "--label", "Other", "--origin", "https://shop.example", "--username", "eve", "--password-env", "P", "--attach", "automation:invoices");
        Assert.Contains("'Shop' (", second.Error, StringComparison.Ordinal);
        Assert.Contains("on a page that shows none nothing is signed in", second.Error, StringComparison.Ordinal);

        await _owner.SucceedAsync("credential", "detach", "Other", "automation:invoices");
        Assert.Contains("'Shop' (", (await _owner.SucceedAsync("credential", "attach", "Other", "automation:invoices")).Error, StringComparison.Ordinal);
        await _owner.SucceedAsync("credential", "detach", "Other", "automation:invoices");
        Assert.DoesNotContain("'Shop' (", (await _owner.SucceedAsync("credential", "attach", "Other", "profile:work")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_am_told_how_to_bind_the_authenticator_when_I_gave_a_seed()
    {
        await _owner.SucceedAsync("init");

        Assert.Contains("credential totp Shop", (await _owner.AddShopAsync()).Output, StringComparison.Ordinal);
    }

    private async Task<JsonElement> JsonAsync(params string[] words)
    {
        using var json = JsonDocument.Parse((await _owner.SucceedAsync([.. words, "--json"])).Output);
        return json.RootElement.Clone();
    }

    private static string[] NextOf(Answer answer)
    {
        string[] words = answer.Output.TrimEnd().Split('\n')[^1].Trim().Split(' ');
        Assert.Equal(Repository.CommandLine, words[0]);
        return words[1..];
    }
}
