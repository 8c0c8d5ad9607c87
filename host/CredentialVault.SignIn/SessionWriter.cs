using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Puts cookies and storage into a sign-in browser.</summary>
/// <param name="browser">The browser.</param>
/// <param name="detector">Finds the frames of its page.</param>
internal sealed class SessionWriter(SignInBrowser browser, PageDetector detector)
{
    private static readonly string WriteStorage = Script.Named("restore.js");

    /// <summary>Writes a whole session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="DevToolsException">The browser would not take it, or is gone.</exception>
    public async Task WriteAsync(Session session, CancellationToken cancel)
    {
        await WriteCookiesAsync(session.Cookies, cancel);
        var pages = new EmptyPages(browser, detector);
        foreach (var origin in session.Storage)
        {
            var page = await pages.OpenAsync(origin.Origin, cancel);
            await page.World.Session.CallOnAsync(page.World.Handle, WriteStorage, [JsonSerializer.Serialize(origin, StoredJson.Default.OriginStorage)], cancel);
        }

        await pages.EndAsync(cancel);
    }

    /// <summary>Writes cookies.</summary>
    /// <param name="cookies">The cookies.</param>
    /// <param name="cancel">Ends the writing.</param>
    /// <exception cref="DevToolsException">The browser would not take them, or is gone.</exception>
    public Task WriteCookiesAsync(IReadOnlyList<SessionCookie> cookies, CancellationToken cancel) =>
        browser.Browser.SetCookiesAsync(browser.Context, [.. cookies.Select(ToNew)], cancel);

    private static NewCookie ToNew(SessionCookie cookie)
    {
        var host = cookie.Domain.TrimStart('.');
        var secure = cookie.Secure || cookie.SourceScheme == "Secure";
        var port = cookie.SourcePort is > 0 and var known ? $":{known.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        return new NewCookie(
            cookie.Name,
            cookie.Value,
            $"{(secure ? "https" : "http")}://{host}{port}{cookie.Path}",
            // A cookie that names a domain is sent to its subdomains too.
            cookie.HostOnly ? null : cookie.Domain,
            cookie.Path,
            cookie.Secure,
            cookie.HttpOnly,
            cookie.SameSite,
            cookie.Expires,
            cookie.SourceScheme,
            cookie.SourcePort,
            cookie.Partition is { } partition ? new PartitionKey(partition.TopLevelSite, partition.HasCrossSiteAncestor) : null);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OriginStorage))]
internal sealed partial class StoredJson : JsonSerializerContext;
