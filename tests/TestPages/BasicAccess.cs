using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TestPages;

/// <summary>Sites without a sign-in page: they ask by HTTP itself (Basic, RFC 7617), with a session afterwards or with every request.</summary>
internal static class BasicAccess
{
    /// <summary>What a site asks with.</summary>
    public const string Challenge = "Basic realm=\"Desk\", charset=\"UTF-8\"";

    private const string OncePage = "http-once";
    private const string AlwaysPage = "http-always";
    private const string Scheme = "Basic ";

    /// <summary>Whether a site is one of these.</summary>
    public static bool IsAskedBy(TestSite site) => site.Page is OncePage or AlwaysPage;

    /// <summary>What is asked for, or the challenge.</summary>
    public static IResult Answer(HttpContext context, TestSite site, Func<IResult> inside)
    {
        var given = context.Request.Headers.Authorization.ToString();
        if (given.StartsWith(Scheme, StringComparison.Ordinal))
        {
            var (username, password) = Encoding.UTF8.GetString(Convert.FromBase64String(given[Scheme.Length..])).Split(':', 2) is [var one, var two] ? (one, two) : ("", "");
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["username"] = username, ["password"] = password };
            if (site.SignIn(RandomNumberGenerator.GetHexString(16), values).Session is { } session)
            {
                if (site.Page == OncePage)
                {
                    SessionCookie.Give(context, site, session);
                }

                return inside();
            }
        }

        context.Response.Headers.WWWAuthenticate = Challenge;
        return Results.Content("<!doctype html><title>Unauthorized</title><h1>Unauthorized</h1>", "text/html; charset=utf-8", statusCode: StatusCodes.Status401Unauthorized);
    }
}
