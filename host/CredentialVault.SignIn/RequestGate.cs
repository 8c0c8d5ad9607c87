using System.Text;
using System.Text.RegularExpressions;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>
/// Stands between the pages of a sign-in browser and the network, from the first secret that is typed: what would carry it to an
/// origin where it may not be typed is stopped, also where the site itself sends it on (RFC 9110 sections 15.4.8 and 15.4.9).
/// </summary>
/// <param name="browser">The browser.</param>
internal sealed class RequestGate(SignInBrowser browser)
{
    /// <summary>Bytes of a body that is looked through.</summary>
    private const int LongestBody = 256 * 1024;

    private static readonly RequestPattern[] Documents = [new("Document")];

    /// <summary>What a page can send more with than an address.</summary>
    private static readonly RequestPattern[] Sending = [new("Document"), new("XHR"), new("Fetch"), new("Ping"), new("Other")];

    private SignInValues? _values;
    private bool _answersEmpty;

    /// <summary>Where a secret would have gone, or null.</summary>
    public string? StoppedAt { get; private set; }

    /// <summary>Whether it would have gone there with the page itself, or a frame of it.</summary>
    public bool PageStopped { get; private set; }

    /// <summary>Whether challenges to the page itself wait for an answer of the host.</summary>
    public bool TellsOfChallenges { get; private set; }

    /// <summary>From now on nothing carries these values elsewhere.</summary>
    /// <param name="values">What is about to be typed.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task CloseAsync(SignInValues values, CancellationToken cancel)
    {
        if (_values is null)
        {
            _values = values;
            await Task.WhenAll(browser.Sessions.Select(session => HoldIfThereAsync(session, cancel)));
        }
    }

    /// <summary>From now on challenges to the page itself wait for an answer of the host (RFC 9110 section 11).</summary>
    /// <param name="cancel">Ends the wait.</param>
    public Task TellOfChallengesAsync(CancellationToken cancel)
    {
        TellsOfChallenges = true;
        return HoldAsync(browser.Page, cancel);
    }

    /// <summary>Sets up a frame that has just come.</summary>
    /// <param name="session">It.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task SetUpAsync(DevToolsSession session, CancellationToken cancel) => _values is null ? Task.CompletedTask : HoldAsync(session, cancel);

    /// <summary>Answers every request of the page with an empty page.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task AnswerEmptyAsync(CancellationToken cancel)
    {
        _answersEmpty = true;
        await browser.Page.HoldRequestsAsync(kinds: null, TellsOfChallenges, cancel);
    }

    /// <summary>Lets the page's requests go where they did before.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task AnswerNoMoreAsync(CancellationToken cancel)
    {
        await HoldAsync(browser.Page, cancel);
        _answersEmpty = false;
    }

    /// <summary>Decides about a request that is held.</summary>
    /// <param name="session">Whose it is.</param>
    /// <param name="held">The request.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task AnswerAsync(DevToolsSession session, RequestHeld held, CancellationToken cancel)
    {
        if (_answersEmpty && session.Id == browser.Page.Id)
        {
            await session.AnswerWithEmptyPageAsync(held.RequestId, cancel);
        }
        else if (await MayGoAsync(held))
        {
            await session.LetRequestGoAsync(held.RequestId, cancel);
        }
        else
        {
            await session.FailRequestAsync(held.RequestId, cancel);
        }
    }

    /// <summary>Holds what is to be held of a session when nothing is answered in the place of sites.</summary>
    private Task HoldAsync(DevToolsSession session, CancellationToken cancel)
    {
        // A request of a script that is refused would wait for a person; a page that waits for it would be held up for good.
        var challenges = _values is not null || (TellsOfChallenges && session.Id == browser.Page.Id);
        return _values is null && !challenges ? session.LetRequestsGoAsync(cancel) : session.HoldRequestsAsync(_values is null ? Documents : Sending, challenges, cancel);
    }

    private async Task HoldIfThereAsync(DevToolsSession session, CancellationToken cancel)
    {
        try
        {
            await HoldAsync(session, cancel);
        }
        catch (DevToolsException) when (browser.Sessions.All(there => there.Id != session.Id))
        {
            // The frame is gone.
        }
    }

    private async Task<bool> MayGoAsync(RequestHeld held)
    {
        var (url, headers, hasBody, body) = held.Request;
        if (_values is not { } values || !Leaves(url) || (SiteOrigin.TryOfRequest(url, out var origin) && values.Overview.SignInOrigins.Contains(origin.ToString(), StringComparer.Ordinal)))
        {
            return true;
        }

        // Nobody can say what is in a body that the browser does not show.
        var bytes = BodyOf(hasBody, body);
        bool? carries = bytes is null || bytes.Length > LongestBody ? null : await AreInAsync(values, [url, .. headers.Values, .. TextsOf(bytes)]);
        if (carries is false)
        {
            return true;
        }

        var isPage = held.ResourceType == Traffic.Document;
        if (carries is true || isPage)
        {
            // Who sees that the page was stopped asks where.
            StoppedAt ??= await PlaceOfAsync(values, new Uri(url));
            PageStopped |= isPage;
        }

        return false;
    }

    /// <summary>Whether one of the texts holds a secret; null where nobody can say.</summary>
    private static async Task<bool?> AreInAsync(SignInValues values, IReadOnlyList<string> texts)
    {
        try
        {
            return await values.AreInAsync(texts);
        }
        catch (Exception failure) when (failure is VaultException or ObjectDisposedException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Where a request was for. It goes into the audit: what a site made of a secret for a name does not.</summary>
    private static async Task<string> PlaceOfAsync(SignInValues values, Uri address)
    {
        var place = address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        return await AreInAsync(values, [place]) is false ? place : "(withheld)";
    }

    private static bool Leaves(string url) => !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal);

    /// <summary>What the request holds; null where the browser does not show all of it.</summary>
    private static byte[]? BodyOf(bool hasBody, IReadOnlyList<BodyPart>? parts) => (hasBody, parts) switch
    {
        (false, _) => [],
        (true, null or { Count: 0 }) => null,
        (true, _) => parts.Any(part => part.Bytes is null) ? null : [.. parts.SelectMany(part => part.Bytes!)],
    };

    /// <summary>A form's bytes are in the encoding of its page, which is one of a byte for each character where it is not UTF-8.</summary>
    private static IEnumerable<string> TextsOf(byte[] bytes) =>
        bytes.Length == 0 ? [] : [Encoding.UTF8.GetString(bytes), Encoding.Latin1.GetString(System.Net.WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length))];
}
