using System.Text.Json;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using CredentialVault.Testing.AgentsEye;
using SampleSite;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>An isolated sign-in at a real site, message by message, with the real host.</summary>
public sealed class IsolatedSignInMessagesTests : IAsyncLifetime
{
    private const string Username = "agent-desk@example.com";
    private const string Password = "Correct-horse-battery-93";
    private const string SignedOut = """{"verdict":"signed-out","kind":"sign-in","fields":["username","password"],"evidence":[]}""";
    private const string SignedIn = """{"verdict":"signed-in","kind":"other","fields":[],"evidence":[]}""";

    private const string Presentation = """
        {"userAgent":"Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0","platform":"Linux","platformVersion":"","architecture":"x86","bitness":"64","model":"","mobile":false,
        "brands":[{"brand":"Chromium","version":"156"}],"fullVersions":[],"languages":["de-DE","de"],"timeZone":"Europe/Berlin","width":1024,"height":700,"scale":1.5}
        """;

    private Owner Owner { get; } = new();
    private Site _site = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(new SiteOptions { Style = SiteStyle.Harbour, DataDirectory = Path.Combine(Owner.Machine, "site") });
        await using var account = await SiteAccount.RegisterAsync(_site, SiteStyle.Harbour, Username, Password);
        await Owner.DoAsync(["init"]);
        await Owner.DoAsync(["profile", "add", "work", "--user-data-dir", Owner.UserDataDirectory("work"), "--browser", BuiltPrograms.Browser]);
        await Owner.DoAsync(
            [
                "credential", "add", "--label", "Desk", "--origin", Origin, "--username", Username, "--password-env", "P", "--attach", "profile:work",
                "--sign-in-url", new Uri(_site.Address, SiteStyle.Harbour.Paths["/Account/SignIn"]).ToString(),
            ],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = Password });
        HostByHand.HoldProfile(Owner, "work");
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Owner.Dispose();
    }

    [Fact]
    public async Task An_agents_browser_is_handed_the_session_while_other_messages_are_answered()
    {
        using var host = HostByHand.Start(HostByHand.LinkOf(Owner, "work"), [HostByHand.ExtensionOrigin]);
        List<JsonElement> answers = [];
        var begun = (await host.AskAsync("sign-in", $$"""{"page":{{Page}},"seen":{{SignedOut}},"wanted":"{{Origin}}/orders","afterWait":false,"presentation":{{Presentation}}}""")).Body;
        answers.Add(begun);
        Assert.Equal("session", begun.GetProperty("next").GetProperty("do").GetString());
        var signIn = begun.GetProperty("signIn").GetString();

        await host.BeginToAskAsync(70, "session", $$"""{"signIn":"{{signIn}}"}""");
        await host.BeginToAskAsync(71, "session", $$"""{"signIn":"{{signIn}}"}""");
        await host.BeginToAskAsync(72, "hello", """{"extension":"1","browser":"B"}""");
        Assert.Equal((71, "session-unexpected"), await IdAndCodeAsync(host));
        Assert.Equal(72, (await host.ReadAsync()).GetProperty("id").GetInt32());
        var news = await host.ReadAsync();
        answers.Add(news);
        Assert.Equal(70, news.GetProperty("id").GetInt32());
        var next = news.GetProperty("body").GetProperty("next");
        Assert.Equal(("hand-over", 1, false, $"{Origin}/orders"), (next.GetProperty("do").GetString(), next.GetProperty("parts").GetInt32(), next.GetProperty("clear").GetBoolean(), next.GetProperty("returnTo").GetString()));

        var part = (await host.AskAsync("session-part", $$"""{"signIn":"{{signIn}}","part":0}""")).Body;
        answers.Add(part);
        using var session = JsonDocument.Parse(part.GetProperty("text").GetString()!);
        Assert.Contains(session.RootElement.GetProperty("cookies").EnumerateArray(), cookie => cookie.GetProperty("name").GetString() == Site.SessionCookieName);
        var ended = (await host.AskAsync("report", $$"""{"signIn":"{{signIn}}","page":{{Page}},"seen":{{SignedIn}},"event":"handed-over","submission":null}""")).Body;
        Assert.Equal("signed-in", ended.GetProperty("next").GetProperty("outcome").GetProperty("code").GetString());
        Assert.All(answers, answer => Assert.All(SecretForms.Of(Password), form => Assert.DoesNotContain(form, answer.GetRawText(), StringComparison.Ordinal)));
        Assert.Contains("verified", await Owner.DoAsync(["credential", "list"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_input_is_the_end_of_the_sign_in_browser()
    {
        using var host = HostByHand.Start(HostByHand.LinkOf(Owner, "work"), [HostByHand.ExtensionOrigin]);
        var begun = (await host.AskAsync("sign-in", $$"""{"page":{{Page}},"seen":{{SignedOut}},"wanted":null,"afterWait":false,"presentation":null}""")).Body;
        await host.BeginToAskAsync(70, "session", $$"""{"signIn":"{{begun.GetProperty("signIn").GetString()}}"}""");
        var browsers = Path.Combine(Owner.VaultHome, "browsers");
        while (!Directory.Exists(browsers) || Directory.GetDirectories(browsers).Length == 0)
        {
            await Task.Delay(20);
        }

        Assert.Equal(0, (await host.CloseAsync()).ExitCode);

        Assert.Empty(Directory.GetDirectories(browsers));
    }

    [Theory]
    [InlineData("\"width\":1024", "\"width\":99999")]
    [InlineData("\"width\":1024,\"height\":700", "\"width\":10000,\"height\":10000")]
    [InlineData("\"de-DE\"", "\"de DE\"")]
    [InlineData("Europe/Berlin", "../../etc/passwd")]
    [InlineData("Chrome/156", "Chrome\\n156")]
    [InlineData("Chrome/156", "Chrome/156 <script>steal()</script>")]
    public async Task A_presentation_out_of_bounds_is_no_message(string good, string bad)
    {
        using var host = HostByHand.Start(HostByHand.LinkOf(Owner, "work"), [HostByHand.ExtensionOrigin]);
        await host.BeginToAskAsync(
            5, "sign-in", $$"""{"page":{{Page}},"seen":{{SignedOut}},"wanted":null,"afterWait":false,"presentation":{{Presentation.Replace(good, bad, StringComparison.Ordinal)}}}""");
        Assert.Equal((5, "bad-message"), await IdAndCodeAsync(host));
    }

    private string Origin => _site.Address.GetLeftPart(UriPartial.Authority);

    private string Page => $$"""{"tab":1,"frame":0,"document":"D","lifecycle":"active","origin":"{{Origin}}","ancestors":[]}""";

    private static async Task<(int Id, string? Code)> IdAndCodeAsync(HostByHand host)
    {
        var answer = await host.ReadAsync();
        Assert.Equal("error", answer.GetProperty("type").GetString());
        return (answer.GetProperty("id").GetInt32(), answer.GetProperty("body").GetProperty("code").GetString());
    }
}
