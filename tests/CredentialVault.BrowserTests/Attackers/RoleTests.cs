using System.Text.Json;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing.AgentsEye;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Messages as a program would forge them that speaks as the extension.</summary>
public sealed class RoleTests(ThreeProfiles vault) : IClassFixture<ThreeProfiles>
{
    private const string Page = """{"tab":1,"frame":0,"document":"D","lifecycle":"active","origin":"https://shop.example","ancestors":[]}""";
    private const string SignedOut = """{"verdict":"signed-out","kind":"sign-in","fields":["username","password"],"evidence":[]}""";
    private const string Key = """{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";
    private const string SignIn = $$"""{"page":{{Page}},"seen":{{SignedOut}},"wanted":null,"afterWait":false,"presentation":null}""";

    [Fact]
    public async Task An_agent_cannot_list_credentials()
    {
        using var host = vault.StartHost(ThreeProfiles.Working);
        Assert.Equal("not-allowed", await RefusalAsync(host, "list-credentials", """{"after":null}"""));
    }

    [Theory]
    [InlineData("list-credentials")]
    [InlineData("begin-draft")]
    [InlineData("save-credential")]
    [InlineData("remove-credential")]
    [InlineData("unlock-credential")]
    [InlineData("get-draft-code")]
    [InlineData("get-code")]
    [InlineData("list-places")]
    [InlineData("add-automation")]
    [InlineData("remove-automation")]
    [InlineData("verify-credential")]
    [InlineData("verification")]
    [InlineData("verification-picture")]
    [InlineData("list-audit")]
    public async Task An_agent_gets_nothing_by_an_owners_message(string type)
    {
        using var host = vault.StartHost(ThreeProfiles.Working);
        Assert.Equal("not-allowed", await RefusalAsync(host, type, "{}"));
        Assert.Equal("not-allowed", await RefusalAsync(host, type, """{"credential":"x","draft":"x","sealed":"x","after":null}"""));
    }

    [Fact]
    public async Task An_owner_can_list_credentials_and_sees_no_secret()
    {
        using var host = vault.StartHost(ThreeProfiles.Owners);
        var (type, body) = await host.AskAsync("list-credentials", """{"after":null}""");
        Assert.Equal("list-credentials", type);
        Assert.Equal("Shop", body.GetProperty("credentials")[0].GetProperty("label").GetString());
        HoldsNoSecret(body);
    }

    [Fact]
    public async Task An_owner_cannot_ask_for_a_sign_in_or_its_values()
    {
        using var host = vault.StartHost(ThreeProfiles.Owners);
        Assert.Equal("not-allowed", await RefusalAsync(host, "sign-in", SignIn));
        Assert.Equal("not-allowed", await RefusalAsync(host, "fill", Fill("x", "password")));
    }

    [Fact]
    public async Task A_profile_without_an_attachment_gets_no_credential()
    {
        using var host = vault.StartHost(ThreeProfiles.Idle);
        var (_, body) = await host.AskAsync("sign-in", SignIn);
        Assert.Equal("no-credential", body.GetProperty("next").GetProperty("outcome").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("http://shop.example", "origin-mismatch")]
    [InlineData("https://shop.example:8443", "no-credential")]
    [InlineData("https://shop.example.evil.test", "no-credential")]
    [InlineData("https://evil-shop.example", "no-credential")]
    [InlineData("https://shop.example.", "no-credential")]
    [InlineData("https://SHOP.example", "no-credential")]
    [InlineData("https://shop.example@evil.test", "no-credential")]
    [InlineData("https://xn--shp-kla.example", "no-credential")]
    [InlineData("null", "no-credential")]
    [InlineData("data:text/html,x", "no-credential")]
    [InlineData("", "no-credential")]
    public async Task Another_origin_gets_nothing(string origin, string outcome)
    {
        using var host = vault.StartHost(ThreeProfiles.Working);
        var (_, body) = await host.AskAsync("sign-in", SignIn.Replace("https://shop.example", origin, StringComparison.Ordinal));
        Assert.Equal(outcome, body.GetProperty("next").GetProperty("outcome").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("signIn").ValueKind);
    }

    [Fact]
    public async Task Values_cannot_be_asked_for_a_page_or_field_that_was_not_named()
    {
        using var host = vault.StartHost(ThreeProfiles.Working);
        Assert.Equal("sign-in-unknown", await RefusalAsync(host, "fill", Fill("made-up", "password")));
        var (_, body) = await host.AskAsync("sign-in", SignIn);
        var signIn = body.GetProperty("signIn").GetString()!;

        Assert.Equal("fill-unexpected", await RefusalAsync(host, "fill", Fill(signIn, "one-time-code")));
        Assert.Equal("fill-unexpected", await RefusalAsync(host, "fill", Fill(signIn, "totp-seed")));
        Assert.Equal("fill-unexpected", await RefusalAsync(host, "fill", Fill(signIn, "password").Replace("\"D\"", "\"E\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_answered_holds_no_secret_in_the_clear()
    {
        using var host = vault.StartHost(ThreeProfiles.Working);
        var (_, begun) = await host.AskAsync("sign-in", SignIn);
        var (type, filled) = await host.AskAsync("fill", Fill(begun.GetProperty("signIn").GetString()!, "password"));
        Assert.Equal("fill", type);
        Assert.Equal(1, filled.GetProperty("values").GetArrayLength());
        HoldsNoSecret(begun);
        HoldsNoSecret(filled);
    }

    private static string Fill(string signIn, string field) => $$"""{"signIn":"{{signIn}}","page":{{Page}},"fields":["{{field}}"],"key":{{Key}}}""";

    private static async Task<string?> RefusalAsync(HostByHand host, string type, string body)
    {
        var answer = await host.AskAsync(type, body);
        Assert.Equal("error", answer.Type);
        return answer.Body.GetProperty("code").GetString();
    }

    private static void HoldsNoSecret(JsonElement body)
    {
        var text = body.GetRawText();
        foreach (var form in SecretForms.Of(ThreeProfiles.Password).Concat(SecretForms.Of(ThreeProfiles.Seed)))
        {
            Assert.DoesNotContain(form, text, StringComparison.Ordinal);
        }
    }
}
