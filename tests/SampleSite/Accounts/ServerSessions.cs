using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace SampleSite.Accounts;

/// <summary>The sessions, kept on the server: the cookie holds a key, and without its entry here the key opens nothing.</summary>
internal sealed class ServerSessions : ITicketStore
{
    private readonly ConcurrentDictionary<string, AuthenticationTicket> _tickets = new(StringComparer.Ordinal);

    /// <summary>Ends every session of a user; browsers keep a cookie that is worth nothing.</summary>
    /// <param name="email">The email address of the user.</param>
    /// <returns>How many sessions ended.</returns>
    public int End(string email) => _tickets.Count(entry =>
        string.Equals(entry.Value.Principal.Identity?.Name, email, StringComparison.OrdinalIgnoreCase)
        && _tickets.TryRemove(entry));

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _tickets[key] = ticket;
        return Task.FromResult(key);
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        // A session that was ended while its last request ran stays ended.
        if (_tickets.TryGetValue(key, out var current))
        {
            _tickets.TryUpdate(key, ticket, current);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(_tickets.GetValueOrDefault(key));

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        _tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
