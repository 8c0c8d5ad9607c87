using System.Globalization;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>Who asks for a password by HTTP itself and gets none.</summary>
public sealed class HttpChallengeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_site_that_a_declared_one_leads_to_gets_no_password()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var trap = new HttpLock("Basic", "Office", vault.Password);
        await using var evil = await StartAsync("evil", trap);
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => Results.Redirect(evil.Address.ToString())));

        Assert.Equal(Outcome.OriginMismatch(Reason.ForeignOrigin), (await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output))).Outcome);
        Assert.Empty(trap.Answers);
        Assert.All(evil.Requests, headers => Assert.Equal(0, headers.Authorization.Count));
    }

    [Theory]
    [InlineData("<script>location = '{0}'</script>")]
    [InlineData("<form action='{0}'><button>Log in</button></form>")]
    public async Task A_site_that_a_page_of_a_declared_one_leads_to_gets_no_password(string way)
    {
        await using var vault = await OwnersVault.CreateAsync();
        var trap = new HttpLock("Basic", "Office", vault.Password);
        await using var evil = await StartAsync("evil", trap);
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page(string.Format(CultureInfo.InvariantCulture, way, evil.Address))));

        Assert.Equal(Outcome.OriginMismatch(Reason.ForeignOrigin), (await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output))).Outcome);
        Assert.Empty(trap.Answers);
        Assert.All(evil.Requests, headers => Assert.Equal(0, headers.Authorization.Count));
    }

    [Fact]
    public async Task A_site_that_takes_over_while_the_password_is_on_its_way_gets_none()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var trap = new HttpLock("Basic", "Office", vault.Password);
        await using var evil = await StartAsync("evil", trap);
        var asked = 0;
        var door = new HttpLock("Basic", "Office", vault.Password);

        // The challenge that is seen is the good one; when it is asked for again, another site's comes in its place.
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", (HttpContext context) =>
            Interlocked.Increment(ref asked) <= 2 ? door.Ask(context.Response) : Results.Redirect(evil.Address.ToString())));

        Assert.NotEqual(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output))).Outcome);
        Assert.Empty(door.Answers);
        Assert.Empty(trap.Answers);
        Assert.All([.. evil.Requests, .. site.Requests], headers => Assert.Equal(0, headers.Authorization.Count));
    }

    [Fact]
    public async Task Somebody_who_asks_for_Basic_in_the_place_of_Digest_does_not_read_the_password()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var asked = 0;
        var digest = new HttpLock("Digest", "Office", vault.Password);
        var basic = new HttpLock("Basic", "Office", vault.Password);
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", (HttpContext context) =>
            (Interlocked.Increment(ref asked) <= 2 ? digest : basic).Ask(context.Response)));

        await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output));

        Assert.All(site.Requests, headers => Assert.DoesNotContain("Basic", headers.Authorization.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_a_picture_nor_a_frame_nor_a_request_of_a_page_gets_the_password()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var trap = new HttpLock("Basic", "Office", vault.Password);
        await using var evil = await StartAsync("evil", trap);
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + $"<img src='{evil.Address}'><img src=/locked><iframe src=/locked></iframe><iframe src='{evil.Address}'></iframe><script>fetch('/locked')</script>"));
            pages.MapGet("/locked", (HttpContext context) => trap.Ask(context.Response));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);
        Assert.All([.. evil.Requests, .. site.Requests], headers => Assert.Equal(0, headers.Authorization.Count));
    }

    private static Task<SmallSite> StartAsync(string name, HttpLock door) => SmallSite.StartAsync(name, pages =>
        pages.MapGet("/", (HttpContext context) => door.Opens(context.Request) ? SmallSite.Page("<h1>Got it</h1>") : door.Ask(context.Response)));
}
