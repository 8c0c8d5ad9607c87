using System.Text.Json;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Whether anything is on its way that may change what the page shows.</summary>
/// <param name="time">The clock.</param>
internal sealed class Loading(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private long _last = time.GetTimestamp();

    /// <summary>How long nothing has been on its way; zero while something is.</summary>
    public TimeSpan Rest
    {
        get
        {
            lock (_lock)
            {
                return _underWay.Count > 0 ? TimeSpan.Zero : time.GetElapsedTime(_last);
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
                    _underWay.Add(request.RequestId);
                }

                break;
            case NetworkDomain.ResponseReceived when happened.Parameters.Deserialize(NetworkJson.Default.ResponseCame) is { Type: "XHR" or "Fetch" } answer:
                // What nobody reads to its end is never said to have ended, and some is meant to have none.
                NoteEnd(answer.RequestId);
                break;
            case NetworkDomain.DataReceived:
                lock (_lock)
                {
                    _last = time.GetTimestamp();
                }

                break;
            case NetworkDomain.LoadingFinished or NetworkDomain.LoadingFailed when happened.Parameters.Deserialize(NetworkJson.Default.RequestEnded) is { } end:
                NoteEnd(end.RequestId);
                break;
        }
    }

    private void NoteEnd(string requestId)
    {
        lock (_lock)
        {
            if (_underWay.Remove(requestId))
            {
                _last = time.GetTimestamp();
            }
        }
    }

    /// <summary>Pictures and fonts put no form there, and a stream of events never ends.</summary>
    private static bool MayChange(RequestSent request) => request.Type is Traffic.Document or "Script" or "Stylesheet" or "XHR" or "Fetch";
}
