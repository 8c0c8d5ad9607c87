using System.Text.Json;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Whether anything is on its way that may change what the page shows.</summary>
/// <param name="time">The clock.</param>
internal sealed class Loading(TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>What has not ended; true once an answer has begun that a script may leave unread.</summary>
    private readonly Dictionary<string, bool> _underWay = new(StringComparer.Ordinal);
    private long _last = time.GetTimestamp();

    /// <summary>How long nothing has been on its way; zero while something is. An answer that has begun is when parts of it come.</summary>
    public TimeSpan Rest
    {
        get
        {
            lock (_lock)
            {
                return _underWay.ContainsValue(false) ? TimeSpan.Zero : time.GetElapsedTime(_last);
            }
        }
    }

    /// <summary>Takes note of an event.</summary>
    /// <param name="happened">Any.</param>
    public void Note(DevToolsEvent happened)
    {
        switch (happened.Method)
        {
            case NetworkDomain.RequestWillBeSent when happened.Parameters.Deserialize(NetworkJson.Default.RequestSent) is { } request && MayChange(request):
                lock (_lock)
                {
                    _underWay[request.RequestId] = false;
                }

                break;
            case NetworkDomain.ResponseReceived when happened.Parameters.Deserialize(NetworkJson.Default.ResponseCame) is { Type: "XHR" or "Fetch" } answer:
                // What nobody reads to its end is never said to have ended, and some is meant to have none.
                NotePart(answer.RequestId);
                break;
            case NetworkDomain.DataReceived when happened.Parameters.Deserialize(NetworkJson.Default.AnswerPart) is { } part:
                NotePart(part.RequestId, isHead: false);
                break;
            case NetworkDomain.LoadingFinished or NetworkDomain.LoadingFailed when happened.Parameters.Deserialize(NetworkJson.Default.RequestEnded) is { } end:
                lock (_lock)
                {
                    if (_underWay.Remove(end.RequestId))
                    {
                        _last = time.GetTimestamp();
                    }
                }

                break;
        }
    }

    private void NotePart(string requestId, bool isHead = true)
    {
        lock (_lock)
        {
            if (_underWay.TryGetValue(requestId, out var hasHead))
            {
                _underWay[requestId] = hasHead || isHead;
                _last = time.GetTimestamp();
            }
        }
    }

    /// <summary>Pictures and fonts put no form there, and a stream of events never ends.</summary>
    private static bool MayChange(RequestSent request) => request.Type is Traffic.Document or "Script" or "Stylesheet" or "XHR" or "Fetch";
}
