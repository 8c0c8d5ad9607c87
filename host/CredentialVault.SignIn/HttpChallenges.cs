using CredentialVault.Secrets;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>
/// What sites ask for by HTTP itself (RFC 9110 section 11): Basic (RFC 7617) and Digest (RFC 7616). Only a site's own
/// challenge to the page itself is ever answered, and only with what was put here for exactly that challenge, once.
/// </summary>
internal sealed class HttpChallenges
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HttpChallenge> _unanswered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _untold = new(StringComparer.Ordinal);
    private HttpChallenge? _left;
    private Given? _given;

    /// <summary>The frame that is the page itself.</summary>
    public string? TopFrame { get; set; }

    /// <summary>The challenge that a document came with, because nobody answered it; else null.</summary>
    /// <param name="loader">The document.</param>
    public HttpChallenge? Of(string loader)
    {
        lock (_lock)
        {
            return _unanswered.GetValueOrDefault(loader);
        }
    }

    /// <summary>Where a document was asked for that came with a challenge of which Chromium told nobody, because it asks a person until it is told otherwise; else null.</summary>
    /// <param name="loader">The document.</param>
    public string? UntoldAt(string loader)
    {
        lock (_lock)
        {
            return _untold.GetValueOrDefault(loader);
        }
    }

    /// <summary>Does something, and answers the challenge that comes of it, once. A proxy's challenge, another site's, or one for another realm gets no answer.</summary>
    /// <param name="challenge">What is answered.</param>
    /// <param name="username">Who.</param>
    /// <param name="password">The password; it stays the caller's.</param>
    /// <param name="ask">Asks the site for the page again.</param>
    /// <returns>Whether the site asked for it and was given it.</returns>
    public async Task<bool> AnswerAsync(HttpChallenge challenge, string username, Secret password, Func<Task> ask)
    {
        var given = new Given(challenge, username, password);
        lock (_lock)
        {
            _given = given;
        }

        try
        {
            await ask();
        }
        finally
        {
            lock (_lock)
            {
                _given = null;
            }
        }

        return given.WasTaken;
    }

    /// <summary>Takes a challenge.</summary>
    /// <param name="asked">The challenge.</param>
    /// <returns>The parameters that answer it, or null when it is not to be answered.</returns>
    public byte[]? Take(AuthRequired asked)
    {
        var (source, origin, scheme, realm) = asked.AuthChallenge;
        if (source != "Server" || asked.FrameId != TopFrame || asked.ResourceType != "Document" || asked.Request.Method != "GET" || scheme is not ("basic" or "digest"))
        {
            return null;
        }

        var challenge = new HttpChallenge(origin, scheme, realm, asked.Request.Url);
        lock (_lock)
        {
            if (_given is not { } given || !given.Challenge.IsSamePlaceAs(challenge))
            {
                _left = challenge;
                return null;
            }

            given.WasTaken = true;
            _given = null;
            return FetchDomain.ChallengeAnswer(asked.RequestId, given.Username, given.Password);
        }
    }

    /// <summary>Takes note of an answer of a site: the document that comes of a challenge that was left is told by it.</summary>
    /// <param name="came">The answer.</param>
    public void Note(ResponseCame came)
    {
        if (came.Type != "Document" || came.FrameId != TopFrame)
        {
            return;
        }

        lock (_lock)
        {
            // A document's id is that of the request it came by.
            if (came.Response.Status == 401 && _left is { } left)
            {
                _unanswered[came.RequestId] = left;
            }
            else if (came.Response.Status == 401 && IsChallenge(came.Response))
            {
                _untold[came.RequestId] = came.Response.Url;
            }

            _left = null;
        }
    }

    private static bool IsChallenge(ResponseHead head) =>
        head.Headers.Any(header => header.Key.Equals("WWW-Authenticate", StringComparison.OrdinalIgnoreCase));

    private sealed class Given(HttpChallenge challenge, string username, Secret password)
    {
        public HttpChallenge Challenge { get; } = challenge;

        public string Username { get; } = username;

        public Secret Password { get; } = password;

        public bool WasTaken { get; set; }
    }
}

/// <summary>A challenge of a site (RFC 9110 section 11.3).</summary>
/// <param name="Origin">The site.</param>
/// <param name="Scheme"><c>basic</c> or <c>digest</c>.</param>
/// <param name="Realm">What the site calls the place that it asks for.</param>
/// <param name="Address">Where it was asked.</param>
internal sealed record HttpChallenge(string Origin, string Scheme, string Realm, string Address)
{
    /// <summary>Whether another challenge asks for the same password in the same way: Basic in the place of Digest is another.</summary>
    public bool IsSamePlaceAs(HttpChallenge other) => (Origin, Scheme, Realm) == (other.Origin, other.Scheme, other.Realm);
}
