using System.Globalization;
using System.Text.Json;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Whether the page sent something since a form was submitted, and whether the answer is still to come.</summary>
/// <param name="time">The clock.</param>
internal sealed class Traffic(TimeProvider time)
{
    /// <summary>The kind of a request that a page, or a frame of it, is loaded by.</summary>
    public const string Document = "Document";

    private static readonly string[] TokenSchemes = ["Bearer", "Token", "JWT"];

    private readonly Lock _lock = new();
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unanswered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unshown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fetched = new(StringComparer.Ordinal);

    /// <summary>By the id of a script's request, the frame whose document waits for its answer.</summary>
    private readonly Dictionary<string, string> _awaitedIn = new(StringComparer.Ordinal);
    private long _began = time.GetTimestamp();
    private long? _ended;
    private bool _answered;
    private bool _leftUnanswered;
    private bool? _failed;
    private bool _refused;
    private TimeSpan? _siteClockAhead;

    /// <summary>Forgets what was before: a form is about to be submitted.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _underWay.Clear();
            _unanswered.Clear();
            _unshown.Clear();
            _awaitedIn.Clear();
            _fetched.Clear();
            (_began, _ended, _answered, _leftUnanswered, _failed, _refused) = (time.GetTimestamp(), null, false, false, null, false);
        }
    }

    /// <summary>The site was given, and has answered to, what no form carries.</summary>
    public void NoteAnswered()
    {
        lock (_lock)
        {
            _answered = true;
        }
    }

    /// <summary>
    /// Whether a form or a script's request went out since, and was answered or still may be. One that was broken off, by a
    /// page that loads itself anew for instance, says nothing of what was typed, and an answer that was to be shown counts
    /// once it is.
    /// </summary>
    public bool Sent
    {
        get
        {
            lock (_lock)
            {
                return _answered || _unanswered.Count > 0 || _unshown.Count > 0;
            }
        }
    }

    /// <summary>Whether a document that had sent something by script was gone before it was answered, so that nobody knows what the site made of it.</summary>
    public bool LeftUnanswered
    {
        get
        {
            lock (_lock)
            {
                return _leftUnanswered;
            }
        }
    }

    /// <summary>Whether every answer was that the site could not take it: 429 (RFC 6585 section 4) or 500 and above (RFC 9110 section 15.6).</summary>
    public bool Failed
    {
        get
        {
            lock (_lock)
            {
                return _failed is true;
            }
        }
    }

    /// <summary>Whether the last answer was that the site refused it: 401 or 403 (RFC 9110 sections 15.5.2 and 15.5.4).</summary>
    public bool Refused
    {
        get
        {
            lock (_lock)
            {
                return _refused;
            }
        }
    }

    /// <summary>Whether a document was asked for since, by GET, and is not what a form was answered with.</summary>
    /// <param name="loaderId">The id of its load, which is that of its request.</param>
    public bool IsFetched(string loaderId)
    {
        lock (_lock)
        {
            return _fetched.Contains(loaderId);
        }
    }

    /// <summary>Whether it can be said by now what became of the submission, should the page look as before.</summary>
    public bool IsAnswered
    {
        get
        {
            lock (_lock)
            {
                return _underWay.Count == 0 && (_ended is { } ended
                    ? time.GetElapsedTime(ended) > TimeSpan.FromMilliseconds(400)
                    : time.GetElapsedTime(_began) > TimeSpan.FromMilliseconds(1500));
            }
        }
    }

    /// <summary>How far the clock of the site that last answered with a page is ahead of this machine's, to a second; null when it did not say.</summary>
    public TimeSpan? SiteClockAhead
    {
        get
        {
            lock (_lock)
            {
                return _siteClockAhead;
            }
        }
    }

    /// <summary>Takes note of an event.</summary>
    /// <param name="happened">Any.</param>
    public void Note(DevToolsEvent happened)
    {
        switch (happened.Method)
        {
            case NetworkDomain.RequestWillBeSent when happened.Parameters.Deserialize(NetworkJson.Default.RequestSent) is { } request:
                lock (_lock)
                {
                    NoteDocument(request);
                    if (Carries(request))
                    {
                        _unanswered.Add(request.RequestId);
                        if (request is { Type: not Document, FrameId: { } frame })
                        {
                            _awaitedIn[request.RequestId] = frame;
                        }
                    }
                    else if (_unanswered.Remove(request.RequestId))
                    {
                        // The answer led on to another address, under the same id.
                        _answered = true;
                    }

                    if (Carries(request) || request.Type == Document)
                    {
                        _underWay.Add(request.RequestId);
                    }
                }

                break;
            case NetworkDomain.ResponseReceived when happened.Parameters.Deserialize(NetworkJson.Default.ResponseCame) is { } came:
                lock (_lock)
                {
                    if (_unanswered.Remove(came.RequestId))
                    {
                        NoteAnswer(came);
                    }

                    if (came.Type == Document)
                    {
                        _siteClockAhead = ClockAhead(came.Response) ?? _siteClockAhead;
                    }
                }

                break;
            case PageDomain.FrameNavigated when happened.Parameters.Deserialize(PageJson.Default.FrameShown) is { } shown:
                lock (_lock)
                {
                    LeaveUnanswered(shown.Frame.Id);
                    _answered |= _unshown.Remove(shown.Frame.LoaderId);
                }

                break;
            case NetworkDomain.LoadingFinished or NetworkDomain.LoadingFailed when happened.Parameters.Deserialize(NetworkJson.Default.RequestEnded) is { } end:
                lock (_lock)
                {
                    _leftUnanswered |= _unanswered.Remove(end.RequestId) && end.ErrorText is RequestEnded.Aborted && _awaitedIn.ContainsKey(end.RequestId);
                    // Where there is nothing to be shown, the browser says so on a page of its own, which may be broken off as well.
                    if (end.ErrorText is null or RequestEnded.Aborted)
                    {
                        _answered |= _unshown.Remove(end.RequestId) && end.ErrorText is null;
                    }

                    if (_underWay.Remove(end.RequestId))
                    {
                        _ended = time.GetTimestamp();
                    }
                }

                break;
            case NetworkDomain.WebSocketFrameSent:
                lock (_lock)
                {
                    _answered = true;
                    _ended = time.GetTimestamp();
                }

                break;
        }
    }

    /// <summary>A page that is to be shown may yet be broken off, or be kept as a file; an answer without any leaves the page as it is.</summary>
    private void NoteAnswer(ResponseCame came)
    {
        _failed = _failed is not false && came.Response.Status is (429 or >= 500);
        _refused = came.Response.Status is (401 or 403);
        if (came is { Type: Document, Response.Status: not (204 or 205) })
        {
            _unshown.Add(came.RequestId);
        }
        else
        {
            _answered = true;
        }
    }

    /// <summary>From the Date of an answer (RFC 9110 section 6.6.1) that no cache gave (RFC 9111 section 5.1).</summary>
    private TimeSpan? ClockAhead(ResponseHead head)
    {
        string? Header(string name) => head.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return head.FromDiskCache is not true && Header("Age") is null
            && DateTimeOffset.TryParseExact(Header("Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date - time.GetUtcNow()
                : null;
    }

    /// <summary>A document is on its way. One that was asked for and not answered is given up for the next one of its frame; one that is held ends without a word.</summary>
    private void NoteDocument(RequestSent request)
    {
        if (request is { Type: Document, FrameId: { } frame })
        {
            if (_documents.TryGetValue(frame, out var before) && before != request.RequestId)
            {
                _unanswered.Remove(before);
                _unshown.Remove(before);
                _underWay.Remove(before);
            }

            _documents[frame] = request.RequestId;

            // Led on to another address, a form may be sent there once more (RFC 9110 section 15.4.8).
            if (request.Request.Method == "GET")
            {
                _fetched.Add(request.RequestId);
            }
            else
            {
                _fetched.Remove(request.RequestId);
            }
        }
    }

    /// <summary>What a script of the document before waits for is given up with it, and that may end without a word.</summary>
    private void LeaveUnanswered(string frame)
    {
        foreach (var (request, _) in _awaitedIn.Where(awaited => awaited.Value == frame))
        {
            _leftUnanswered |= _unanswered.Remove(request);
            _underWay.Remove(request);
            _awaitedIn.Remove(request);
        }
    }

    /// <summary>
    /// A form, or a script's request with a body, with what was typed in its authorization, by HTTP's own scheme (RFC 7617) or
    /// one of the site's, in a header or a query of its own, or opened with it.
    /// </summary>
    private static bool Carries(RequestSent request) => request.Type is Document or "XHR" or "Fetch"
        && (request.Request.Method is not ("GET" or "HEAD" or "OPTIONS") || (request.Type != Document && GivesValues(request.Request)));

    /// <summary>A token, which nobody has typed, comes by one of these schemes (RFC 6750) or by none.</summary>
    private static bool GivesValues(SentRequest request) => request.AddressGivesValues || request.Headers.NamePassword
        || (request.Headers.AuthorizationScheme is { Length: > 0 } scheme && !TokenSchemes.Contains(scheme, StringComparer.OrdinalIgnoreCase));
}
