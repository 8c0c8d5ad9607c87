using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TestPages;

/// <summary>What every site answers.</summary>
internal static class SiteRoutes
{
    private const string Visit = "visit";
    private const string Device = "device";

    private static readonly string[] Folders = ["sites", "sessions", "hostile"];

    public static void Map(WebApplication application, Func<HttpContext, TestSite?> siteOf)
    {
        application.Use(async (context, next) =>
        {
            if (siteOf(context) is not { } site)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            context.Items[nameof(TestSite)] = site;
            await HearAsync(context.Request, site);
            if (context.Request.Query.ContainsKey("slowly"))
            {
                // Also for who does not wait for the answer.
                await Task.Delay(TimeSpan.FromSeconds(2));
            }

            await next(context);
        });
        application.UseWebSockets();
        application.MapPost("/sign-in", (Delegate)SignInAsync);
        application.Map("/socket", SignInBySocketAsync);
        application.MapMethods("/session", ["GET", "PROPFIND"], (Delegate)SignInByHeader);
        application.MapPost("/sign-out", (Delegate)SignOut);
        application.MapPost("/arrived", () => Results.NoContent());
        application.MapGet("/api/desk", (HttpContext context) => IsSignedIn(context) ? Results.Json(new { orders = 12 }) : Results.Unauthorized());
        application.MapGet("/late", (Delegate)LateAsync);
        application.MapGet("/application", (Delegate)ApplicationAsync);
        application.MapGet("/sign-in", (HttpContext context) => SignInPage(context, rejected: context.Request.Query.ContainsKey("rejected")));
        application.MapGet("/pages/{name}", (string name) => File($"{name}.html"));
        application.MapGet("/{name}.js", (string name) => File($"{name}.js"));
        application.MapGet("/favicon.ico", () => Results.NoContent());
        application.MapGet("/square.svg", () => Results.Text("""<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="30"/></svg>""", "image/svg+xml"));
        application.MapGet("/safe", (Delegate)Safe);
        application.MapPost("/safe", (Delegate)ConfirmAsync);
        BoardRoutes.Map(application, IsSignedIn);
        MailRoutes.Map(application, IsSignedIn, context => SignOut(context), context => SignInPage(context, rejected: false));
        application.MapGet("/{**path}", (Delegate)Behind);
    }

    private static async Task HearAsync(HttpRequest request, TestSite site)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        site.Hear($"{request.Path}{request.QueryString}\n{request.Headers.Referer}\n{await reader.ReadToEndAsync()}");
        request.Body.Position = 0;
    }

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        var site = SiteOf(context);
        var json = context.Request.HasJsonContentType();
        var values = json
            ? await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(context.Request.Body) ?? []
            : (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        if (site.Fails)
        {
            return json ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : File($"{site.Page}.html", rejected: true, StatusCodes.Status503ServiceUnavailable);
        }

        if (context.Request.Cookies[Visit] is not { } visit)
        {
            visit = RandomNumberGenerator.GetHexString(16);
            context.Response.Cookies.Append(Visit, visit, CookieOf(site));
        }

        var (rejected, session) = site.SignIn(visit, values, context.Request.Cookies[Device]);
        if (session is not null)
        {
            SessionCookie.Give(context, site, session);
        }

        if (!rejected && values.ContainsKey("remember"))
        {
            context.Response.Cookies.Append(Device, site.KnowDevice(), CookieOf(site, TimeSpan.FromDays(30)));
        }

        if (site.ReflectsPassword && values.TryGetValue("password", out var password))
        {
            context.Response.Cookies.Append("last-form", password, CookieOf(site));
        }

        var next = rejected ? "rejected" : site.NextStep(visit);
        if (site.Misleads && session is null)
        {
            return Misleading(site, next!, rejected, json, hadCode: values.ContainsKey("code"));
        }

        if (json)
        {
            var token = site.SessionPlace == SessionPlace.Token ? session : null;
            return Results.Json(new { next = session is null ? next : "desk", session = token }, statusCode: rejected ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK);
        }

        return SeeOther(context, session is null ? "/sign-in" + (rejected ? "?rejected" : "") : site.Desk.ToString());
    }

    private static IResult Misleading(TestSite site, string next, bool rejected, bool json, bool hadCode)
    {
        var status = rejected ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        if (json)
        {
            return Results.Json(new { next }, statusCode: status);
        }

        return rejected && hadCode ? Results.Redirect("/sign-in?rejected") : File(rejected ? $"{site.Page}.html" : $"{site.Page}.{next}.html", rejected, status);
    }

    /// <summary>Takes what a script sends by the scheme Basic (RFC 7617), by one of the site's own that looks like it, or in a header or a query of its own.</summary>
    private static IResult SignInByHeader(HttpContext context)
    {
        var site = SiteOf(context);
        if (GivenTo(context.Request) is not var (name, password))
        {
            // What a browser was given with the address it sends only when it is asked for it.
            context.Response.Headers.WWWAuthenticate = BasicAccess.Challenge;
            return Results.Unauthorized();
        }

        var (_, session) = site.SignIn("", new Dictionary<string, string>(StringComparer.Ordinal) { ["username"] = name, ["password"] = password });
        if (session is null)
        {
            if (context.Request.Query.ContainsKey("challenge"))
            {
                context.Response.Headers.WWWAuthenticate = BasicAccess.Challenge;
            }

            return Results.Unauthorized();
        }

        SessionCookie.Give(context, site, session);
        return Results.NoContent();
    }

    /// <summary>Takes JSON in messages (RFC 6455), and answers each; the session goes in the answer.</summary>
    private static async Task SignInBySocketAsync(HttpContext context)
    {
        var site = SiteOf(context);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var visit = RandomNumberGenerator.GetHexString(16);
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: WebSocketMessageType.Text } message)
        {
            var values = JsonSerializer.Deserialize<Dictionary<string, string>>(buffer.AsSpan(0, message.Count)) ?? [];
            var (rejected, session) = site.SignIn(visit, values, device: null);
            var next = session is not null ? "desk" : rejected ? "rejected" : site.NextStep(visit);
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { next, session }), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
        }
    }

    private static (string Name, string Password)? GivenTo(HttpRequest request)
    {
        if (request.Headers.TryGetValue("X-Password", out var own))
        {
            return (request.Headers["X-User"].ToString(), own.ToString());
        }

        if (request.Query.TryGetValue("password", out var asked))
        {
            return (request.Query["username"].ToString(), asked.ToString());
        }

        return request.Headers.Authorization.ToString().Split(' ') is not [_, var token] ? null
            : Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split(':', 2) is [var name, var password] ? (name, password) : ("", "");
    }

    private static IResult SignOut(HttpContext context)
    {
        var site = SiteOf(context);
        site.SignOut(SessionCookie.Of(context, site));
        return SeeOther(context, "/");
    }

    /// <summary>Where a session that is not fresh is not enough.</summary>
    private static IResult Safe(HttpContext context)
    {
        var site = SiteOf(context);
        return !IsSignedIn(context) ? Results.Redirect("/sign-in") : File(site.IsFresh(SessionCookie.Of(context, site)) ? "safe.html" : "safe-locked.html");
    }

    private static async Task<IResult> ConfirmAsync(HttpContext context)
    {
        var site = SiteOf(context);
        if (IsSignedIn(context))
        {
            site.Confirm(SessionCookie.Of(context, site)!, (await context.Request.ReadFormAsync())["password"]);
        }

        return SeeOther(context, "/safe");
    }

    private static IResult Behind(HttpContext context)
    {
        var site = SiteOf(context);
        if (site.OpenToAll)
        {
            return File($"{site.Page}.html");
        }

        if (IsSignedIn(context))
        {
            site.Welcome(context.Request.Headers.Cookie.ToString());
            return site.LeadsOnToView && context.Request.Path == site.Desk.AbsolutePath
                ? Results.Redirect(site.Desk.AbsolutePath + "/today")
                : File(site.LoadsSlowly ? "slow-desk.html" : site.HidesWayOut ? "plain-desk.html" : "desk.html");
        }

        if (BasicAccess.IsAskedBy(site))
        {
            return BasicAccess.Answer(context, site, () => File("desk.html"));
        }

        return site.AsksInPlace ? File($"{site.Page}.html") : Results.Redirect("/sign-in");
    }

    private static IResult SignInPage(HttpContext context, bool rejected)
    {
        var site = SiteOf(context);
        var step = $"{site.Page}.{site.NextStep(context.Request.Cookies[Visit])}.html";
        return File(PathOf(step) is null ? $"{site.Page}.html" : step, rejected);
    }

    private static IResult File(string name, bool rejected = false, int status = StatusCodes.Status200OK)
    {
        if (PathOf(name) is not { } path)
        {
            return Results.NotFound();
        }

        var text = System.IO.File.ReadAllText(path);
        if (rejected)
        {
            text = text.Replace("<!-- rejected -->", "<p role=\"alert\">That did not work.</p>", StringComparison.Ordinal);
        }

        return Results.Content(text, name.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/html; charset=utf-8", statusCode: status);
    }

    private static string? PathOf(string name) =>
        Folders.Select(folder => Path.Combine(AppContext.BaseDirectory, folder, name)).FirstOrDefault(System.IO.File.Exists);

    private static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Answers when the site is told to, with a cookie that is nobody's session.</summary>
    private static async Task<IResult> LateAsync(HttpContext context)
    {
        var site = SiteOf(context);
        await site.LateAnswer.WaitAsync(context.RequestAborted);
        SessionCookie.Give(context, site, "nobody");
        return Results.NoContent();
    }

    /// <summary>What a large application loads once somebody is signed in, over a slow line.</summary>
    private static async Task<IResult> ApplicationAsync(HttpContext context)
    {
        await Task.Delay(TimeSpan.FromSeconds(6), context.RequestAborted);
        return Results.NoContent();
    }

    private static bool IsSignedIn(HttpContext context) => SiteOf(context) is var site && site.IsSignedIn(SessionCookie.Of(context, site));

    private static TestSite SiteOf(HttpContext context) => (TestSite)context.Items[nameof(TestSite)]!;

    private static CookieOptions CookieOf(TestSite site, TimeSpan? lasts = null) =>
        new() { MaxAge = lasts, Domain = $"{site.Name}.localhost", Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax };
}
