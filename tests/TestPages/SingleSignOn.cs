using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TestPages;

/// <summary>
/// An application that lets an OpenID Connect provider of another site say who its visitors are: code flow with PKCE (RFC
/// 7636), the application ASP.NET Core's, the provider npm's <c>oidc-provider</c> in a process of its own.
/// </summary>
public sealed class SingleSignOn : IAsyncDisposable
{
    private const string Telling = "told ";

    private readonly WebApplication _application;
    private readonly Process _provider;
    private readonly ConcurrentQueue<string> _told = new();
    private DateTimeOffset _oldest = DateTimeOffset.MinValue;

    private SingleSignOn(WebApplication application, Process provider, Uri address, Uri providerAddress)
    {
        _application = application;
        _provider = provider;
        Address = address;
        ProviderAddress = providerAddress;
    }

    /// <summary>The application.</summary>
    public Uri Address { get; }

    /// <summary>Where one gets signed in only.</summary>
    public Uri Desk => new(Address, "/desk");

    /// <summary>The provider.</summary>
    public Uri ProviderAddress { get; }

    /// <summary>The account at the provider.</summary>
    public Account Account { get; } = new(asksForCode: false);

    /// <summary>What the provider was given, oldest first: <c>right</c>, <c>wrong</c>, <c>consent yes</c>, <c>consent no</c>.</summary>
    public IReadOnlyList<string> Told => [.. _told];

    /// <summary>Starts both.</summary>
    /// <param name="name">In their host names.</param>
    /// <param name="asksConsent">Whether the provider asks its visitor what the application may do.</param>
    public static async Task<SingleSignOn> StartAsync(string name, bool asksConsent)
    {
        var provider = new UriBuilder("http", $"login-{name}.localhost", FreePort()).Uri;
        var address = new UriBuilder("http", $"orders-{name}.localhost", FreePort()).Uri;
        SingleSignOn? both = null;
        both = new SingleSignOn(Build(address, provider, () => both!._oldest), StartProvider(), address, provider);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        both._provider.OutputDataReceived += (_, line) =>
        {
            if (line.Data == "ready")
            {
                ready.SetResult();
            }
            else if (line.Data?.StartsWith(Telling, StringComparison.Ordinal) is true)
            {
                both._told.Enqueue(line.Data[Telling.Length..]);
            }
        };
        both._provider.BeginOutputReadLine();
        both._provider.BeginErrorReadLine();
        await both._provider.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new
        {
            issuer = provider.GetLeftPart(UriPartial.Authority),
            redirect = new Uri(address, "/signin-oidc"),
            username = both.Account.Username,
            password = both.Account.Password,
            asksConsent,
        }));
        await both._provider.StandardInput.FlushAsync();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await both._application.StartAsync();
        return both;
    }

    /// <summary>Signs everybody out of the application, not of the provider.</summary>
    public void EndSessions() => _oldest = DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _provider.StandardInput.Close();
        await _provider.WaitForExitAsync();
        _provider.Dispose();
    }

    private static WebApplication Build(Uri address, Uri provider, Func<DateTimeOffset> oldest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, address.Port));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(options =>
        {
            options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
        }).AddCookie(options => options.Events.OnValidatePrincipal = context =>
        {
            if (context.Properties.IssuedUtc < oldest())
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        }).AddOpenIdConnect(options =>
        {
            options.Authority = provider.GetLeftPart(UriPartial.Authority);
            options.ClientId = "orders";
            options.ResponseType = "code";
            options.ResponseMode = "query";
            options.RequireHttpsMetadata = false;
            options.BackchannelHttpHandler = new SocketsHttpHandler { ConnectCallback = ToThisMachineAsync };
        });
        var application = builder.Build();
        application.UseAuthentication();
        application.MapGet("/desk", (HttpContext context) => context.User.Identity is { IsAuthenticated: true }
            ? Results.Content("<!doctype html><html lang=en><title>Desk</title><form method=post action=/sign-out><button>Sign out</button></form><h1>Desk</h1></html>", "text/html")
            : Results.Challenge());
        application.MapGet("/", () => Results.Redirect("/desk"));
        return application;
    }

    private static Process StartProvider() => Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "identity", "provider.mjs")])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Not every machine knows that names below <c>localhost</c> are its own.</summary>
    private static async ValueTask<Stream> ToThisMachineAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
