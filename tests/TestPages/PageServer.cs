using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace TestPages;

/// <summary>Serves many small sites on 127.0.0.1, each under a name of its own, and all of them on a second port too.</summary>
public sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, TestSite> _sites = new(StringComparer.Ordinal);

    private readonly string _scheme;

    private PageServer(WebApplication application, string scheme) => (_application, _scheme) = (application, scheme);

    /// <summary>The port of every site.</summary>
    public int Port { get; private set; }

    /// <summary>Another port where the same is served.</summary>
    public int OtherPort { get; private set; }

    /// <summary>Starts it; it serves when this returns.</summary>
    /// <param name="certificate">What its sites show who they are with, or null for plain http.</param>
    public static async Task<PageServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
            kestrel.Listen(IPAddress.Loopback, 0, Secure);
            kestrel.Listen(IPAddress.Loopback, 0, Secure);
        });
        var server = new PageServer(builder.Build(), certificate is null ? "http" : "https");
        SiteRoutes.Map(server._application, server.SiteOf);
        await server._application.StartAsync();
        int[] ports = [.. server._application.Urls.Select(url => new Uri(url).Port)];
        (server.Port, server.OtherPort) = (ports[0], ports[1]);
        return server;

        void Secure(ListenOptions listen)
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }
    }

    /// <summary>Opens a site.</summary>
    /// <param name="name">Its name: with <c>.localhost</c> its host, and the end of the host of all its subdomains.</param>
    /// <param name="page">The kind of its sign-in page.</param>
    /// <param name="asksForCode">Whether its account takes a one-time code.</param>
    /// <param name="openToAll">Whether its sign-in page is what everybody gets at <c>/</c>.</param>
    /// <param name="further">What it asks for beside username, password and code, or null.</param>
    /// <param name="username">The account's name, when it is not an address.</param>
    public TestSite Open(string name, string page, bool asksForCode = false, bool openToAll = false, string? further = null, string? username = null) =>
        Open(new TestSite(name, page, _scheme, Port, username is null ? new Account(asksForCode) : new Account(asksForCode) { Username = username }) { OpenToAll = openToAll, Further = further });

    /// <summary>Opens a site whose session is the point.</summary>
    /// <param name="name">Its name, as above.</param>
    /// <param name="page">The kind of its sign-in page; one that keeps a token is served to everybody.</param>
    /// <param name="place">Where it keeps the session.</param>
    /// <param name="asksInPlace">Whether it asks to sign in at the address that was asked for.</param>
    /// <param name="reflectsPassword">Whether it puts the password into a cookie.</param>
    /// <param name="furtherCookies">What else it sets, as values of <c>Set-Cookie</c>.</param>
    public TestSite Open(
        string name, string page, SessionPlace place, bool asksInPlace = false, bool reflectsPassword = false, IReadOnlyList<string>? furtherCookies = null) =>
        Open(new TestSite(name, page, _scheme, Port, new Account(asksForCode: false))
        {
            OpenToAll = place == SessionPlace.Token,
            SessionPlace = place,
            AsksInPlace = asksInPlace,
            ReflectsPassword = reflectsPassword,
            FurtherCookies = furtherCookies ?? [],
        });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private TestSite Open(TestSite site) =>
        _sites.TryAdd(site.Name, site) ? site : throw new ArgumentException("There is such a site already.", nameof(site));

    private TestSite? SiteOf(HttpContext context)
    {
        var labels = context.Request.Host.Host.Split('.');
        return labels.Length > 1 ? _sites.GetValueOrDefault(labels[^2]) : null;
    }
}
