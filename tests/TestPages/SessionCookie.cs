using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TestPages;

/// <summary>The cookie, or token, that shows a site who is signed in.</summary>
internal static class SessionCookie
{
    private const string Bearer = "Bearer ";

    /// <summary>Gives a session to a browser; one that is a token goes in the answer itself.</summary>
    public static void Give(HttpContext context, TestSite site, string session)
    {
        var attributes = site.SessionPlace switch
        {
            SessionPlace.DomainCookie => $"Domain={site.Name}.localhost; HttpOnly; SameSite=Lax",
            SessionPlace.StrictCookie => "Secure; HttpOnly; SameSite=Strict",
            SessionPlace.BrowsersCookie => "HttpOnly; SameSite=Lax",
            SessionPlace.HostCookie => "Secure; HttpOnly; SameSite=Lax",
            SessionPlace.PartitionedCookie => "Secure; HttpOnly; SameSite=None; Partitioned",
            _ => null,
        };
        foreach (var further in site.FurtherCookies)
        {
            context.Response.Headers.Append("Set-Cookie", further);
        }

        if (attributes is not null)
        {
            context.Response.Headers.Append("Set-Cookie", $"{NameAt(context, site)}={session}; Path=/; {attributes}");
        }
    }

    /// <summary>The session that a request shows; of several cookies of the name the first, which is that of the longest path.</summary>
    public static string? Of(HttpContext context, TestSite site)
    {
        if (site.SessionPlace == SessionPlace.Token)
        {
            var header = context.Request.Headers.Authorization.ToString();
            return header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..] : null;
        }

        var start = NameAt(context, site) + "=";
        return context.Request.Headers.Cookie.ToString().Split("; ").FirstOrDefault(cookie => cookie.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
    }

    private static string NameAt(HttpContext context, TestSite site) => site.SessionPlace switch
    {
        SessionPlace.HostCookie or SessionPlace.PartitionedCookie => "__Host-session",
        SessionPlace.BrowsersCookie => "session-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers.UserAgent.ToString()))),
        _ => "session",
    };
}
