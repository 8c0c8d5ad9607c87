using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>A site of a few pages under a name of its own, and what was posted to it.</summary>
internal sealed class SmallSite : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SmallSite(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    public Uri Address { get; }

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>The bodies of everything that was posted, oldest first.</summary>
    public ConcurrentQueue<string> Posted { get; } = new();

    /// <summary>The headers of every request.</summary>
    public ConcurrentQueue<IHeaderDictionary> Requests { get; } = new();

    /// <summary>Every request, such as <c>GET /orders?page=2</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Starts it.</summary>
    /// <param name="name">With <c>.localhost</c>, its host.</param>
    /// <param name="pages">What it answers.</param>
    /// <param name="certificate">What it shows who it is with, or null for plain http.</param>
    public static async Task<SmallSite> StartAsync(string name, Action<WebApplication> pages, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        builder.Logging.ClearProviders();
        var application = builder.Build();
        SmallSite? site = null;
        application.Use(async (context, next) =>
        {
            // A copy: the server uses the same one again.
            site!.Requests.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)));
            site.Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            if (HttpMethods.IsPost(context.Request.Method))
            {
                context.Request.EnableBuffering();
                using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
                site.Posted.Enqueue(WebUtility.UrlDecode(await reader.ReadToEndAsync()));
                context.Request.Body.Position = 0;
            }

            await next(context);
        });
        pages(application);
        await application.StartAsync();
        site = new SmallSite(application, new UriBuilder(certificate is null ? "http" : "https", $"{name}.localhost", new Uri(application.Urls.Single()).Port).Uri);
        return site;
    }

    public static IResult Page(string html, int? status = null) =>
        Results.Content($"<!doctype html><meta charset=utf-8><title>Desk</title>{html}", "text/html; charset=utf-8", statusCode: status);

    /// <summary>An ordinary sign-in form.</summary>
    public static string Form(string action = "/sign-in") => $"""
        <h1>Sign in</h1>
        <form method="post" action="{action}">
          <label>Email <input name="email" type="email" autocomplete="username"></label>
          <label>Password <input name="password" type="password" autocomplete="current-password"></label>
          <button>Sign in</button>
        </form>
        """;

    /// <summary>The same, sent by its script, with another body in its place when it was taken: nothing of that is kept.</summary>
    /// <param name="inside">That body, without double quotes.</param>
    public static string FormInMemory(string inside) => $$"""
        {{Form()}}
        <script>
          document.querySelector("form").addEventListener("submit", async (event) => {
            event.preventDefault();
            const answer = await fetch("/sign-in", { method: "POST", body: new FormData(event.target) });
            if (answer.ok) document.body.innerHTML = "{{inside}}";
          });
        </script>
        """;

    /// <summary>What only a signed-in visitor sees.</summary>
    public const string Inside = "<h1>Orders</h1><form method=post action=/sign-out><button>Sign out</button></form>";

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
