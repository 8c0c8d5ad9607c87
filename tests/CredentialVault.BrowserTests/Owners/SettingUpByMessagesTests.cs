using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.OneTimeCodes;

namespace CredentialVault.BrowserTests.Owners;

/// <summary>What an owner's page can have the real host do.</summary>
public sealed class SettingUpByMessagesTests(ThreeProfiles vault) : IClassFixture<ThreeProfiles>
{
    private const string Password = "Kranich über dem Wehr 93";
    private const string Seed = "GEZD GNBV gy3t";

    [Fact]
    public async Task I_can_add_a_credential_with_an_authenticator_and_change_it_without_giving_the_secrets_again()
    {
        using var host = vault.StartHost(ThreeProfiles.Owners);
        var page = new PageByHand(host);
        var draft = await page.BeginDraftAsync();
        var seed = draft.Seal("totp-seed", Seed);

        var before = await page.AskAsync("get-draft-code", new JsonObject { ["draft"] = draft.Id, ["sealed"] = seed.Sealed });
        Assert.Contains(Text(before, "code"), CodesAroundNow(), StringComparer.Ordinal);
        Assert.InRange(before.GetProperty("secondsLeft").GetInt32(), 0, 30);
        Assert.Equal((30, JsonValueKind.Null), (before.GetProperty("period").GetInt32(), before.GetProperty("clockDoubt").ValueKind));

        var saved = await page.AskAsync("save-credential", PageByHand.Shop(draft, null, draft.Seal("password", Password), seed, draft.Seal("field:Tenant", "north-4")));
        var id = Text(saved, "credential")!;
        var shown = await ListedAsync(page, id);
        Assert.Equal(("Shop by hand", "agnes", "https://shop.example/login", true), (Text(shown, "label"), Text(shown, "username"), Text(shown, "signInUrl"), shown.GetProperty("totp").GetBoolean()));
        Assert.Equal("""["Tenant"] ["profile:idle"] isolated""", $"{shown.GetProperty("fields").GetRawText()} {shown.GetProperty("attachments").GetRawText()} {Text(shown, "fill")}");

        var after = await page.AskAsync("get-code", new JsonObject { ["credential"] = id });
        Assert.Contains(Text(after, "code"), CodesAroundNow(), StringComparer.Ordinal);
        Assert.True(after.GetProperty("usedBefore").GetBoolean() || Text(after, "code") != Text(before, "code"));

        var second = await page.BeginDraftAsync();
        var change = PageByHand.Shop(second, id, ("password", null), ("totp-seed", null));
        change["label"] = "Renamed";
        await page.AskAsync("save-credential", change);
        shown = await ListedAsync(page, id);
        Assert.Equal(("Renamed", "[]"), (Text(shown, "label"), shown.GetProperty("fields").GetRawText()));

        var audit = await page.AskAsync("list-audit", new JsonObject { ["before"] = null, ["limit"] = 1, ["credential"] = id, ["events"] = new JsonArray("get-code"), ["text"] = "by hand", ["since"] = null, ["until"] = null });
        Assert.Equal("You got a one-time code for 'Shop by hand'.", Text(audit.GetProperty("records")[0], "sentence"));

        await page.AskAsync("remove-credential", new JsonObject { ["credential"] = id });
        Assert.Equal("credential-unknown", Text(await page.AskAsync("unlock-credential", new JsonObject { ["credential"] = id }), "code"));

        foreach (var secret in new[] { Password, "GEZDGNBVGY3T", "north-4" })
        {
            Assert.DoesNotContain(page.Answers, answer => answer.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_mistake_is_told_with_the_place_where_it_is()
    {
        using var host = vault.StartHost(ThreeProfiles.Owners);
        var page = new PageByHand(host);
        var draft = await page.BeginDraftAsync();
        var wrong = PageByHand.Shop(draft, null, draft.Seal("password", Password));
        wrong["signInOrigins"] = new JsonArray("https://shop.example", "https://shop.example/login");
        Assert.Equal(("origin-invalid", "signInOrigins[1]"), await RefusedAsync(page, wrong));

        wrong = PageByHand.Shop(draft, null, draft.Seal("password", Password));
        wrong["attachments"] = new JsonArray("idle");
        Assert.Equal(("attachment-invalid", "attachments[0]"), await RefusedAsync(page, wrong));
        Assert.Equal(("seed-invalid", "totp-seed"), await RefusedAsync(page, PageByHand.Shop(draft, null, draft.Seal("password", Password), draft.Seal("totp-seed", "no!"))));
        Assert.Equal(("secret-needed", "password"), await RefusedAsync(page, PageByHand.Shop(draft, null, ("password", null))));
        Assert.Equal(("sealed-value-invalid", "password"), await RefusedAsync(page, PageByHand.Shop(draft, null, ("password", draft.Seal("totp-seed", "x").Sealed))));

        var automation = await page.AskAsync("add-automation", new JsonObject { ["name"] = "not a name", ["profiles"] = new JsonArray("idle") });
        Assert.Equal(("name-invalid", "name"), (Text(automation, "code"), Text(automation, "field")));
        automation = await page.AskAsync("add-automation", new JsonObject { ["name"] = "night", ["profiles"] = new JsonArray() });
        Assert.Equal(("profiles-missing", "profiles"), (Text(automation, "code"), Text(automation, "field")));
    }

    [Fact]
    public async Task I_can_add_an_automation_and_see_what_there_is_to_attach_to()
    {
        using var host = vault.StartHost(ThreeProfiles.Owners);
        var page = new PageByHand(host);
        await page.AskAsync("add-automation", new JsonObject { ["name"] = "invoices", ["profiles"] = new JsonArray("idle", "working") });

        var places = await page.AskAsync("list-places", new JsonObject());

        Assert.Equal("""[{"name":"idle","role":"agent"},{"name":"owners","role":"owner"},{"name":"working","role":"agent"}]""", places.GetProperty("profiles").GetRawText());
        Assert.Equal("""[{"name":"invoices","profiles":["idle","working"]}]""", places.GetProperty("automations").GetRawText());
        Assert.Equal("credential-vault", Path.GetFileName(places.GetProperty("commandLine").GetString()));
    }

    [Fact]
    public async Task More_credentials_than_fit_into_a_message_come_in_several()
    {
        using var host = vault.StartHost(ThreeProfiles.Owners);
        var page = new PageByHand(host);
        for (var i = 0; i < 60; i++)
        {
            // As large as they can be: sixty of them stand for thousands of usual ones.
            var draft = await page.BeginDraftAsync();
            var large = PageByHand.Shop(draft, null, draft.Seal("password", "x"));
            large["signInOrigins"] = new JsonArray([.. Enumerable.Range(0, 28).Select(at => JsonValue.Create($"https://{new string('a', 60)}.{new string('b', 60)}.{new string('c', 60)}.shop-{at}.example"))]);
            large["sessionOrigins"] = large["signInOrigins"]!.DeepClone();
            large["signInUrl"] = null;
            large["label"] = $"Large {i}";
            Assert.Equal(12, Text(await page.AskAsync("save-credential", large), "credential")!.Length);
        }

        List<string?> labels = [];
        string? after = null;
        var messages = 0;
        do
        {
            var answer = await page.AskAsync("list-credentials", new JsonObject { ["after"] = after });
            Assert.InRange(Encoding.UTF8.GetByteCount(page.Answers[^1]), 0, (1024 * 1024) - 200);
            labels.AddRange(answer.GetProperty("credentials").EnumerateArray().Select(one => Text(one, "label")));
            after = Text(answer, "next");
            messages++;
        }
        while (after is not null);

        Assert.True(messages > 1, "All came in one message.");
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"Large {i}"), labels.Where(label => label!.StartsWith("Large", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    private static async Task<(string? Code, string? Field)> RefusedAsync(PageByHand page, JsonObject save)
    {
        var refused = await page.AskAsync("save-credential", save);
        return (Text(refused, "code"), Text(refused, "field"));
    }

    private static async Task<JsonElement> ListedAsync(PageByHand page, string id) =>
        (await page.AskAsync("list-credentials", new JsonObject { ["after"] = null })).GetProperty("credentials").EnumerateArray().Single(one => Text(one, "id") == id);

    private static IReadOnlyList<string> CodesAroundNow()
    {
        using var seed = TotpSeed.Parse(Seed);
        return [.. new[] { -30, 0 }.Select(seconds =>
        {
            using var code = seed.CodeAt(DateTimeOffset.UtcNow.AddSeconds(seconds));
            return Encoding.UTF8.GetString(code.Value.Utf8);
        })];
    }

    private static string? Text(JsonElement body, string member) => body.GetProperty(member).GetString();
}
