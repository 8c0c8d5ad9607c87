using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Reads what makes the browser signed in: cookies and storage of the session origins. Bounded in time and size.</summary>
/// <param name="browser">The browser.</param>
/// <param name="detector">Finds the frames of its page.</param>
internal sealed class SessionReader(SignInBrowser browser, PageDetector detector)
{
    /// <summary>The largest session, in characters: all that is stored for all origins.</summary>
    private const int Most = 8 * 1024 * 1024;

    private const int MostCookies = 3000;

    private static readonly TimeSpan ReadTime = TimeSpan.FromSeconds(10);
    private static readonly string ReadStorage = Script.Named("storage.js");

    /// <summary>Reads the session, or says why it cannot be taken to another browser.</summary>
    /// <param name="origins">The session origins.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<(Session? Session, Outcome? Refusal)> ReadAsync(IReadOnlyList<string> origins, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(ReadTime);
        try
        {
            List<OriginStorage> storage = [];
            var pages = new EmptyPages(browser, detector);
            foreach (var origin in origins)
            {
                var stored = await ReadAsync(pages, origin, limit.Token);
                if (stored.TooLarge || stored.NotPortable.Count > 0)
                {
                    return (null, Outcome.SessionNotPortable(stored.TooLarge ? Reason.SessionTooLarge : Reason.StorageNotReadable));
                }

                if (stored is not { Local: [], Session: [], Databases: [] })
                {
                    storage.Add(new OriginStorage(origin, stored.Local, stored.Session, stored.Databases));
                }
            }

            var cookies = await CookiesAsync(browser, origins, limit.Token);
            return cookies.Count > MostCookies || SizeOf(cookies) + storage.Sum(SizeOf) > Most
                ? (null, Outcome.SessionNotPortable(Reason.SessionTooLarge))
                : (new Session(cookies, storage), null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, Outcome.TimedOut(Reason.NoAnswer));
        }
        catch (Exception unreadable) when (unreadable is DevToolsException or JsonException or InvalidOperationException)
        {
            return (null, Outcome.SessionNotPortable(Reason.StorageNotReadable));
        }
    }

    /// <summary>A page that loads itself anew while it is read is read once more: that it did says nothing of what it stores.</summary>
    private static async Task<StorageReport> ReadAsync(EmptyPages pages, string origin, CancellationToken cancel)
    {
        var page = await pages.OpenAsync(origin, cancel);
        while (true)
        {
            try
            {
                return await ReadAsync(page, cancel);
            }
            catch (DevToolsException)
            {
                var now = await pages.OpenAsync(origin, cancel);
                if (now.Document == page.Document)
                {
                    throw;
                }

                page = now;
            }
        }
    }

    private static async Task<StorageReport> ReadAsync(FrameLook page, CancellationToken cancel)
    {
        var most = Most.ToString(CultureInfo.InvariantCulture);
        var text = await page.World.Session.CallOnAsync(page.World.Handle, ReadStorage, [most], cancel);
        return JsonSerializer.Deserialize(text.GetString()!, StorageReportJson.Default.StorageReport)!;
    }

    /// <summary>The cookies that origins are sent, but for those in partitions without a name.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="origins">The origins.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<IReadOnlyList<SessionCookie>> CookiesAsync(SignInBrowser browser, IReadOnlyList<string> origins, CancellationToken cancel)
    {
        var cookies = await browser.Browser.CookiesAsync(browser.Context, cancel);
        var hosts = origins.Select(origin => new Uri(origin).IdnHost).ToArray();
        return [.. cookies.Where(cookie => cookie.PartitionKeyOpaque is not true && hosts.Any(host => IsSentTo(cookie.Domain, host))).Select(ToSession)];
    }

    /// <summary>RFC 6265 section 5.1.3.</summary>
    private static bool IsSentTo(string domain, string host) => domain.StartsWith('.')
        ? host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) || host.Equals(domain[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(domain.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    private static SessionCookie ToSession(BrowserCookie cookie) => new()
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Domain = cookie.Domain,
        Path = cookie.Path,
        Expires = cookie.Session ? null : cookie.Expires,
        HttpOnly = cookie.HttpOnly,
        Secure = cookie.Secure,
        SameSite = cookie.SameSite,
        SourceScheme = cookie.SourceScheme is "Unset" ? null : cookie.SourceScheme,
        SourcePort = cookie.SourcePort is -1 ? null : cookie.SourcePort,
        Partition = cookie.PartitionKey is { } key ? new CookiePartition(key.TopLevelSite, key.HasCrossSiteAncestor) : null,
    };

    private static long SizeOf(IReadOnlyList<SessionCookie> cookies) => cookies.Sum(cookie => (long)cookie.Name.Length + cookie.Value.Length);

    private static long SizeOf(OriginStorage origin) =>
        origin.Local.Concat(origin.Session).Sum(item => (long)item.Key.Length + item.Value.Length)
        + origin.Databases.SelectMany(database => database.Stores).SelectMany(store => store.Records).Sum(record => (long)record.Key.Length + record.Value.Length);
}

/// <summary>What <c>storage.js</c> gives.</summary>
internal sealed record StorageReport(
    IReadOnlyList<StoredItem> Local,
    IReadOnlyList<StoredItem> Session,
    IReadOnlyList<StoredDatabase> Databases,
    IReadOnlyList<string> NotPortable,
    bool TooLarge);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StorageReport))]
internal sealed partial class StorageReportJson : JsonSerializerContext;
