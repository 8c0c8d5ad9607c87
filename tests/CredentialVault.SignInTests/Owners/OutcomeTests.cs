using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Owners;

/// <summary>What an owner is told of sign-ins that go another way.</summary>
public sealed class OutcomeTests(ITestOutputHelper output)
{
    private const string SinglePage = """
        <h1>Sign in</h1><form><label>Email <input id=email name=email type=email autocomplete=username></label>
        <label>Password <input id=password name=password type=password></label><button>Sign in</button></form><p></p><script>
        document.querySelector("form").addEventListener("submit", async (event) => {
          event.preventDefault();
          const answer = await fetch("/api", { method: "POST", body: document.querySelector("#password").value });
          if (answer.ok) document.body.innerHTML = "<button>Sign out</button>";
          else document.querySelector("p").textContent = "That did not work.";
        });
        </script>
        """;

    [Fact]
    public async Task I_am_told_that_the_password_is_wrong_where_a_script_waits_for_a_request_that_is_refused_with_a_challenge()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var door = new HttpLock("Basic", "Queues", "another one");
        await using var site = await SmallSite.StartAsync("queues", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page("""
                <form><label>Username <input id=username></label><label>Password <input id=password type=password></label><button>Login</button></form><p></p><script>
                document.querySelector("form").addEventListener("submit", (event) => {
                  event.preventDefault();
                  const request = new XMLHttpRequest();
                  request.open("GET", "/whoami", false);
                  request.setRequestHeader("Authorization", `Basic ${btoa(`${username.value}:${password.value}`)}`);
                  request.send();
                  document.querySelector("p").textContent = request.status === 200 ? "Welcome" : "Login failed";
                });
                </script>
                """));
            pages.MapGet("/whoami", (HttpContext context) => door.Opens(context.Request) ? Results.Ok() : door.Ask(context.Response));
        });

        Assert.Equal(Outcome.PasswordRejected, (await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output))).Outcome);
        Assert.Equal([false], door.Answers);
    }

    [Fact]
    public async Task A_password_that_a_single_page_application_refuses_is_rejected()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SinglePage));
            pages.MapPost("/api", () => Results.StatusCode(401));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.PasswordRejected, result.Outcome);
        Assert.Equal([vault.Password], site.Posted, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_password_that_a_script_sends_in_a_header_and_the_site_refuses_is_rejected()
    {
        const string ByHeader = """
            <h1>Sign in</h1><form><label>Email <input id=email type=email autocomplete=username></label>
            <label>Password <input id=password type=password></label><button>Sign in</button></form><p></p><script>
            document.querySelector("form").addEventListener("submit", async (event) => {
              event.preventDefault();
              const given = new TextEncoder().encode(`${document.querySelector("#email").value}:${document.querySelector("#password").value}`);
              await fetch("/session", { headers: { Authorization: "Basic " + btoa(String.fromCharCode(...given)), "X-Authorize": "" } });
              document.querySelector("p").textContent = "That did not work.";
            });
            </script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(ByHeader));
            pages.MapGet("/session", () => Results.StatusCode(401));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.PasswordRejected, result.Outcome);
        Assert.Single(site.Asked, "GET /session");
    }

    [Fact]
    public async Task A_refused_password_is_rejected_also_where_something_else_that_the_page_sends_does_not_arrive()
    {
        const string Statistics = """<script>document.querySelector("form").addEventListener("submit", () => setTimeout(() => fetch("http://127.0.0.1:1/", { method: "POST" }).catch(() => {}), 200))</script>""";
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SinglePage + Statistics));
            pages.MapPost("/api", () => Results.StatusCode(401));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.PasswordRejected, result.Outcome);
    }

    [Fact]
    public async Task A_password_that_is_answered_with_a_file_is_not_rejected()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () => Results.Text("Order,Packed", "text/csv")).AddEndpointFilter(async (call, next) =>
            {
                call.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=orders.csv";
                return await next(call);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.ValueNotTaken), result.Outcome);
        Assert.Contains(vault.Password, Assert.Single(site.Posted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_takes_its_time_is_waited_for()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SinglePage));
            pages.MapPost("/api", async (HttpContext context) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(7));
                context.Response.Cookies.Append("session", "1");
                return Results.Ok();
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);
    }

    [Fact]
    public async Task A_form_that_sends_nothing_is_no_rejected_password()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + "<script>addEventListener('submit', (event) => event.preventDefault())</script>")));

        Assert.Equal(Outcome.NeedsOwner(Reason.ValueNotTaken), (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"))).Outcome);
    }

    [Fact]
    public async Task A_code_that_is_refused_twice_is_not_tried_a_third_time()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () => SmallSite.Page("<h1>Two-factor authentication</h1><form method=post action=/sign-in><label>Authentication code <input name=code autocomplete=one-time-code></label><button>Verify</button></form>"));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/", "JBSWY3DPEHPK3PXP"), new Stopwatches(output));

        Assert.Equal(Outcome.CodeRejected, result.Outcome);
        Assert.Equal(3, site.Posted.Count);
        Assert.Equal(3, site.Posted.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_step_that_is_not_known_needs_the_owner()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () => SmallSite.Page("<h1>Are you human?</h1><p>Choose all pictures with boats.</p>"));
        });

        Assert.Equal(Outcome.NeedsOwner(Reason.StillSignedOut), (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);
    }

    [Theory]
    [InlineData("<iframe title='reCAPTCHA' src='/captcha' width=300 height=80></iframe>", Reason.AsksForPerson)]
    [InlineData("<p><label>Characters in the picture <input name=answer></label> <img alt='captcha' src='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E' width=120 height=40>", Reason.AsksForPerson)]
    [InlineData("<div class='grecaptcha-badge'><iframe title='reCAPTCHA' src='/captcha?size=invisible' width=256 height=60></iframe></div>", null)]
    public async Task A_captcha_beside_the_password_needs_the_owner_and_a_badge_does_not(string captcha, string? reason)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapGet("/captcha", () => SmallSite.Page("<label><input type=checkbox> I am not a robot</label>"));
            pages.MapPost("/sign-in", () => SmallSite.Page("<p role=alert>Please try again.</p>" + SmallSite.Form().Replace("<button>", captcha + "<button>", StringComparison.Ordinal)));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(reason is null ? Outcome.PasswordRejected : Outcome.NeedsOwner(reason), result.Outcome);
        Assert.Single(site.Posted);
    }

    [Fact]
    public async Task A_page_with_a_captcha_alone_after_the_password_needs_the_owner()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapGet("/captcha", () => SmallSite.Page("<label><input type=checkbox> I am not a robot</label>"));
            pages.MapPost("/sign-in", () => SmallSite.Page("<h1>One more step</h1><iframe title='hCaptcha challenge' src='/captcha' width=400 height=300></iframe>"));
        });

        Assert.Equal("needs-owner", (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome.Code);
        Assert.Single(site.Posted);
    }

    [Fact]
    public async Task A_form_of_another_declared_origin_in_a_frame_is_filled_and_its_cookies_are_not_handed_over()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var identity = await SmallSite.StartAsync("identity", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("identity", "1");
                return SmallSite.Page("<script>parent.postMessage('done', '*')</script>");
            });
        });
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", (HttpContext context) =>
        {
            context.Response.Cookies.Append("session", "1");
            return SmallSite.Page($"<iframe src='{identity.Address}' width=500 height=400></iframe><script>onmessage = () => (document.body.innerHTML = '<button>Sign out</button>')</script>");
        }));
        var credential = await vault.AddAsync([site.Address, identity.Address], "/", null, null, site.Origin);

        var result = await vault.SignInAsync(credential, new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal($"email={OwnersVault.Username}&password={vault.Password}", Assert.Single(identity.Posted));
        Assert.Equal("session", Assert.Single(result.Session!.Session.Cookies).Name);
    }

    [Fact]
    public async Task A_page_that_keeps_the_password_itself_has_no_session_to_give()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.FormInMemory("<h1>Calendars</h1><a href='javascript:location.reload()'>Log out</a>")));
            pages.MapPost("/sign-in", () => "");
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.SessionNotPortable(Reason.NoSession), result.Outcome);
    }

    [Theory]
    [InlineData("/", "/verify-device")]
    [InlineData("/orders", "/almost-there")]
    public async Task A_step_that_the_site_keeps_and_nobody_knows_is_left_to_the_owner(string start, string step)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet(start, (HttpRequest request) => request.Cookies.ContainsKey("half") ? Results.Redirect(step) : SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("half", "1");
                return Results.Redirect(step);
            });
            pages.MapGet(step, () => SmallSite.Page("<h1>One moment</h1><p>Tap the notification on your telephone.</p>"));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, start), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.UnknownStep), result.Outcome);
        Assert.Null(result.Session);
    }

    [Fact]
    public async Task A_site_whose_first_page_leads_nowhere_needs_an_address_of_the_owner()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page("<h1>Welcome</h1><a href='/news'>News</a>"));
            pages.MapGet("/login", () => SmallSite.Page(SmallSite.Form()));
        });

        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(Outcome.NeedsOwner(Reason.NoWayIn), (await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output))).Outcome);
        // Nothing on it moves and nothing is asked for, so that nothing more is to be waited for.
        Assert.True(TimeProvider.System.GetElapsedTime(began) < IsolatedSignIn.Bound - TimeSpan.FromSeconds(5), "It waited for a form that nothing announced.");
        Assert.DoesNotContain("GET /login", site.Asked, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_form_that_waits_for_an_answer_for_twelve_seconds_is_waited_for()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page($"<main><p>Loading</p></main><script>fetch('/settings').then(() => {{ document.querySelector('main').innerHTML = `{SmallSite.Form()}`; }})</script>"));
            pages.MapGet("/settings", async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(12));
                return "";
            });
            pages.MapPost("/sign-in", () => SmallSite.Page(SmallSite.Inside));
        });

        await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output));

        Assert.Single(site.Posted);
    }
}
