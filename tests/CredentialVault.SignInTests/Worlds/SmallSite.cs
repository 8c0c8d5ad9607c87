using System.Collections.Concurrent;
using System.Net;
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

    public static async Task<SmallSite> StartAsync(string name, Action<WebApplication> pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var application = builder.Build();
        SmallSite? site = null;
        application.Use(async (context, next) =>
        {
            // A copy: the server uses the same one again.
            site!.Requests.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)));
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
        site = new SmallSite(application, new UriBuilder("http", $"{name}.localhost", new Uri(application.Urls.Single()).Port).Uri);
        return site;
    }

    public static IResult Page(string html) => Results.Content($"<!doctype html><meta charset=utf-8><title>Desk</title>{html}", "text/html; charset=utf-8");

    /// <summary>An ordinary sign-in form.</summary>
    public static string Form(string action = "/sign-in") => $"""
        <h1>Sign in</h1>
        <form method="post" action="{action}">
          <label>Email <input name="email" type="email" autocomplete="username"></label>
          <label>Password <input name="password" type="password" autocomplete="current-password"></label>
          <button>Sign in</button>
        </form>
        """;

    /// <summary>What only a signed-in visitor sees.</summary>
    public const string Inside = "<h1>Orders</h1><form method=post action=/sign-out><button>Sign out</button></form>";

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
