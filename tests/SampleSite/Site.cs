using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SampleSite.Accounts;
using SampleSite.Data;

namespace SampleSite;

/// <summary>A running order desk with real accounts, listening on 127.0.0.1.</summary>
public sealed class Site : IAsyncDisposable
{
    /// <summary>The name of the cookie that makes a browser signed in.</summary>
    public const string SessionCookieName = "order-desk-session";

    private readonly WebApplication _application;

    private Site(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>Where browsers find it, as in <c>http://harbour.localhost:5080/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The sign-in forms that really arrived since the start, oldest first.</summary>
    public IReadOnlyList<SignInAttempt> SignInAttempts =>
        _application.Services.GetRequiredService<SignInAttempts>().All();

    /// <summary>Starts a site; it serves when this returns.</summary>
    /// <param name="options">How it is set up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<Site> StartAsync(SiteOptions options)
    {
        var application = SiteApplication.Build(options);
        try
        {
            await FirstDayAsync(application.Services);
            await application.StartAsync();
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        var port = new Uri(application.Urls.Single()).Port;
        return new Site(application, new UriBuilder("http", options.Host ?? $"{options.Style.Name}.localhost", port).Uri);
    }

    /// <summary>Makes an account without going through the pages.</summary>
    /// <param name="email">The email address of the user.</param>
    /// <param name="password">The password.</param>
    /// <param name="twoFactor">Whether an authenticator is bound to it.</param>
    /// <returns>The authenticator's key in Base32, or null without one.</returns>
    /// <exception cref="InvalidOperationException">The site does not take such an account.</exception>
    public async Task<string?> AddAccountAsync(string email, string password, bool twoFactor)
    {
        await using var scope = _application.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var user = new IdentityUser { UserName = email, Email = email };
        var made = await users.CreateAsync(user, password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
        }

        if (!twoFactor)
        {
            return null;
        }

        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        return await users.GetAuthenticatorKeyAsync(user);
    }

    /// <summary>Ends every session of a user on the server.</summary>
    /// <param name="email">The email address of the user.</param>
    /// <returns>How many sessions ended.</returns>
    public int EndSessions(string email) => _application.Services.GetRequiredService<ServerSessions>().End(email);

    /// <summary>The orders as they are in the database now, by number.</summary>
    public IReadOnlyList<Order> Orders()
    {
        using var scope = _application.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<SiteDatabase>().Orders.AsNoTracking().OrderBy(order => order.Number)];
    }

    /// <summary>Returns when someone stops the site.</summary>
    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    /// <summary>Stops serving. What is in the data directory stays.</summary>
    public Task StopAsync() => _application.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task FirstDayAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SiteDatabase>();
        if (await database.Database.EnsureCreatedAsync())
        {
            var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            database.Orders.AddRange(FirstOrders.Before(today));
            await database.SaveChangesAsync();
        }
    }
}
