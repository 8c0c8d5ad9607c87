using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Owners;

/// <summary>What shows that a sign-in was one, at sites that do not say so on every page.</summary>
public sealed class ProvenSignInTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("/login", "/home")]
    [InlineData("/", "/home")]
    [InlineData("/orders", "/orders")]
    public async Task A_site_that_says_nowhere_that_one_is_signed_in_is_believed_when_it_asks_no_more(string start, string home)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet(start, (HttpRequest request) =>
                !request.Cookies.ContainsKey("session") ? SmallSite.Page(SmallSite.Form()) : start == home ? SmallSite.Page("<h1>Orders</h1>") : Results.Redirect(home));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("session", "1");
                return Results.Redirect(home);
            });
            if (start != home)
            {
                pages.MapGet(home, () => SmallSite.Page("<h1>Orders</h1>"));
            }
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, start), new Stopwatches(output))).Outcome);
    }

    [Theory]
    [InlineData("click")]
    [InlineData("pointerdown")]
    public async Task A_site_that_makes_its_way_out_only_when_a_menu_is_opened_is_seen_to_be_signed_in(string opensOn)
    {
        var inside = $$"""
            <header><a href="/help" aria-haspopup="true">Help</a> <button aria-haspopup="menu" aria-expanded="false" aria-label="Account">Q</button></header><h1>Orders</h1><script>
            document.querySelector("button").addEventListener("{{opensOn}}", () => {
              if (document.querySelector("[role=menu]")) return;
              document.body.insertAdjacentHTML("beforeend", "<div role=menu><button role=menuitem>Log out</button></div>");
            });
            </script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAskingSiteAsync(() => SmallSite.Page(inside));
        var credential = await vault.AddAsync(site.Address, "/");

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(credential, new Stopwatches(output))).Outcome);
        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(credential, new Stopwatches(output))).Outcome);

        // Two that no page had proved would be all within the hour.
        Assert.Null(await vault.Vault.Guard.RefusalAsync(credential.Id));
    }

    [Fact]
    public async Task A_page_that_shows_nothing_for_seconds_is_waited_for()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAskingSiteAsync(
            () => SmallSite.Page("<main></main><script>fetch('/orders').then(async (answer) => document.querySelector('main').innerHTML = await answer.text())</script>"),
            pages => pages.MapGet("/orders", async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(3));
                return "<h1>Orders</h1>";
            }));
        var credential = await vault.AddAsync(site.Address, "/");

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(credential, new Stopwatches(output))).Outcome);
        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(credential, new Stopwatches(output))).Outcome);

        Assert.Null(await vault.Vault.Guard.RefusalAsync(credential.Id));
    }

    [Fact]
    public async Task A_page_that_shows_its_form_until_it_has_found_its_session_is_waited_for()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/login", () => SmallSite.Page($"""
                {SmallSite.Form()}
                <script>setTimeout(async () => (await fetch('/session')).ok && location.replace('/orders'), 400)</script>
                """));
            pages.MapGet("/session", (HttpRequest request) => request.Cookies.ContainsKey("session") ? Results.NoContent() : Results.Unauthorized());
            pages.MapGet("/orders", () => SmallSite.Page("<h1>Orders</h1>"));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("session", "1");
                return Results.Redirect("/orders");
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/login"), new Stopwatches(output))).Outcome);
    }

    [Fact]
    public async Task A_site_that_asks_no_more_where_it_asked_before_has_taken_the_password()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAskingSiteAsync(() => SmallSite.Page("<h1>Orders</h1>"));
        var credential = await vault.AddAsync(site.Address, "/");

        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(credential, new Stopwatches(output))).Outcome);
        }
    }

    [Fact]
    public async Task A_page_that_the_site_has_led_back_to_is_not_loaded_once_more()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAskingSiteAsync(() => SmallSite.Page("<h1>Orders</h1>"));

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);

        string[] once = ["GET /", "POST /sign-in", "GET /"];
        Assert.Equal(once, site.Asked.Where(asked => !asked.Contains("favicon", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_the_page_does_not_read_to_its_end_is_not_waited_for()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var ended = new TaskCompletionSource();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", (HttpRequest request) => SmallSite.Page(request.Cookies.ContainsKey("session") ? "<h1>Orders</h1><script>fetch('/events')</script>" : SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("session", "1");
                return Results.Redirect("/");
            });
            pages.MapGet("/events", async (HttpContext context) =>
            {
                await context.Response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromSeconds(12), context.RequestAborted);
                ended.TrySetResult();
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);

        Assert.False(ended.Task.IsCompleted);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(1500)]
    public async Task A_code_that_is_asked_for_only_there_is_given(int milliseconds)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", (HttpRequest request) => SmallSite.Page(
                request.Cookies.ContainsKey("session") ? "<h1>Orders</h1>"
                : !request.Cookies.ContainsKey("half") ? SmallSite.Form()
                : $$"""
                <h1>Orders</h1><template><form method=post action=/code><label>One-time code <input name=code autocomplete=one-time-code></label><button>Verify</button></form></template>
                <script>setTimeout(() => document.body.append(document.querySelector("template").content), {{milliseconds}})</script>
                """));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("half", "1");
                return Results.Redirect("/");
            });
            pages.MapPost("/code", (HttpResponse response) =>
            {
                response.Cookies.Append("session", "1");
                return Results.Redirect("/");
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/", seed: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"), new Stopwatches(output))).Outcome);

        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task What_a_form_was_answered_with_is_no_page_that_it_has_led_back_to()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form("/")));
            pages.MapPost("/", () => SmallSite.Page("<h1>One moment</h1>"));
        });

        Assert.Equal(Outcome.NeedsOwner(Reason.StillSignedOut), (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);
    }

    [Theory]
    [InlineData("<h1>Orders</h1><a href='/sign-in'>Log in</a>", 200)]
    [InlineData("<h1>Too many requests</h1>", 429)]
    [InlineData("<h1>Something went wrong</h1>", 500)]
    [InlineData("<img alt='' src='data:,'>", 200)]
    public async Task A_page_without_a_form_that_is_no_answer_shows_nothing_of_the_password(string page, int status)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAskingSiteAsync(() => SmallSite.Page(page, status));
        var credential = await vault.AddAsync(site.Address, "/");

        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(credential, new Stopwatches(output))).Outcome);
        }

        Assert.Equal(Outcome.BlockedByGuard(Reason.SignedInTooOften), (await vault.SignInAsync(credential, new Stopwatches(output))).Outcome);
    }

    /// <summary>A site that asks who has no session, and shows everybody else one page.</summary>
    private static Task<SmallSite> StartAskingSiteAsync(Func<IResult> page, Action<WebApplication>? more = null) => SmallSite.StartAsync("shop", pages =>
    {
        more?.Invoke(pages);
        pages.MapGet("/", (HttpRequest request) => request.Cookies.ContainsKey("session") ? page() : SmallSite.Page(SmallSite.Form()));
        pages.MapPost("/sign-in", (HttpResponse response) =>
        {
            response.Cookies.Append("session", "1");
            return Results.Redirect("/");
        });
    });
}
