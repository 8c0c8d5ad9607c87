using CredentialVault.Credentials;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using CredentialVault.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Owners;

/// <summary>Sites that ask for name and password by HTTP itself: Basic and Digest.</summary>
public sealed class HttpChallengeTests(ITestOutputHelper output)
{
    public static TheoryData<string> Schemes => ["Basic", "Digest"];

    [Theory]
    [InlineData("Basic", false)]
    [InlineData("Basic", true)]
    [InlineData("Digest", false)]
    [InlineData("Digest", true)]
    public async Task I_am_signed_in_where_the_site_then_keeps_a_session_of_its_own(string scheme, bool saysNothingElse)
    {
        await using var vault = await OwnersVault.CreateAsync();
        var door = new HttpLock(scheme, "Office", vault.Password, saysNothingElse);
        await using var site = await StartAsync(door);

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal("session", Assert.Single(result.Session!.Session.Cookies).Name);
        Assert.All(door.Answers, Assert.True);
    }

    [Theory]
    [InlineData("<a href=/office>Log in</a>", false)]
    [InlineData("<a href=/office>Log in</a>", true)]
    [InlineData("<button onclick=\"location = '/office'\">Log in</button>", false)]
    [InlineData("<form action=/office><button>Log in</button></form>", true)]
    [InlineData("<script>location = '/office'</script>", false)]
    public async Task I_am_signed_in_where_the_first_page_only_leads_to_what_asks(string way, bool saysNothingElse)
    {
        await using var vault = await OwnersVault.CreateAsync();
        var door = new HttpLock("Basic", "Office", vault.Password, saysNothingElse);
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", (HttpContext context) => SmallSite.Page(context.Request.Cookies.ContainsKey("session") ? SmallSite.Inside : "<h1>Welcome</h1>" + way));
            pages.MapGet("/office", (HttpContext context) => Answer(context, door));
        });
        var credential = await vault.AddAsync(site.Address);

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, credential)).Outcome);

        var verified = await vault.Vault.Credentials.FindAsync(credential.Id);
        Assert.Equal("Office", verified.Overview.Learned?.Realm);
        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(verified, new Stopwatches(output))).Outcome);
        Assert.All(door.Answers, Assert.True);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task I_am_told_that_the_password_is_wrong_after_it_was_sent_once(string scheme)
    {
        await using var vault = await OwnersVault.CreateAsync();
        var door = new HttpLock(scheme, "Office", "another one");
        await using var site = await StartAsync(door);

        Assert.Equal(Outcome.PasswordRejected, (await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output))).Outcome);
        Assert.Equal([false], door.Answers);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task I_am_told_that_there_is_no_session_where_the_site_keeps_none(string scheme)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAsync(new HttpLock(scheme, "Office", vault.Password), keepsSession: false);

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output));

        Assert.Equal(Outcome.SessionNotPortable(Reason.NoSession), result.Outcome);
        Assert.Null(result.Session);
    }

    [Theory]
    [InlineData("Basic", "")]
    [InlineData("Digest", "")]
    [InlineData("Basic", "<h1>Welcome</h1><a href=/office>Log in</a>")]
    public async Task I_am_told_that_nothing_can_be_typed_into_the_agents_page_there(string scheme, string firstPage)
    {
        await using var vault = await OwnersVault.CreateAsync();
        var door = new HttpLock(scheme, "Office", vault.Password);
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", (HttpContext context) => firstPage.Length > 0 && !context.Request.Cookies.ContainsKey("session") ? SmallSite.Page(firstPage) : Answer(context, door));
            pages.MapGet("/office", (HttpContext context) => Answer(context, door));
        });
        var isolated = await vault.AddAsync(site.Address);
        using var password = Secret.FromText(vault.Password);
        var inPage = await vault.Vault.Credentials.ChangeAsync(isolated, new CredentialChange { Fill = Fill.InPage, Password = password });

        var result = await VerifyAsync(vault, inPage);

        Assert.Equal(Outcome.NeedsOwner(Reason.AsksByHttp), result.Outcome);
        Assert.Contains("--fill isolated", result.Outcome.ExplanationToOwner, StringComparison.Ordinal);
        Assert.Empty(door.Answers);
        Assert.Null((await vault.Vault.Credentials.FindAsync(inPage.Id)).VerifiedAt);

        // Nothing was given, so nothing stands in the way of the other fill.
        isolated = await vault.Vault.Credentials.ChangeAsync(inPage, new CredentialChange { Fill = Fill.Isolated });
        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, isolated)).Outcome);
    }

    [Fact]
    public async Task What_I_have_verified_is_given_to_that_realm_only()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var door = new HttpLock("Basic", "Office", vault.Password);
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", (HttpContext context) => Answer(context, door)));
        var credential = await vault.AddAsync(site.Address);
        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, credential)).Outcome);
        var verified = await vault.Vault.Credentials.FindAsync(credential.Id);
        Assert.Equal("Office", verified.Overview.Learned?.Realm);
        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(verified, new Stopwatches(output))).Outcome);

        door = new HttpLock("Basic", "Shared folder of a customer", vault.Password);

        Assert.Equal(Outcome.OriginMismatch(Reason.ForeignRealm), (await vault.SignInAsync(verified, new Stopwatches(output))).Outcome);
        Assert.Empty(door.Answers);
    }

    private static Task<SmallSite> StartAsync(HttpLock door, bool keepsSession = true) =>
        SmallSite.StartAsync("shop", pages => pages.MapGet("/", (HttpContext context) => Answer(context, door, keepsSession)));

    private static IResult Answer(HttpContext context, HttpLock door, bool keepsSession = true)
    {
        if (context.Request.Cookies.ContainsKey("session"))
        {
            return SmallSite.Page(SmallSite.Inside);
        }

        if (!door.Opens(context.Request))
        {
            return door.Ask(context.Response);
        }

        if (keepsSession)
        {
            context.Response.Cookies.Append("session", "1", new CookieOptions { HttpOnly = true });
        }

        return SmallSite.Page("<h1>Orders</h1>");
    }

    private static Task<VerificationResult> VerifyAsync(OwnersVault owner, Credential credential) =>
        new Verification(owner.Vault, new SignInTurns(owner.Vault.Home, 2, TimeProvider.System), TimeProvider.System).RunAsync(
            credential,
            SignInBrowserOptions.For(owner.Vault.Home, owner.Profile) with { Executable = BuiltPrograms.Browser },
            new Progress<VerificationStep>(),
            CancellationToken.None);
}
