using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace CredentialVault.SignIn.DevTools;

/// <summary>The Chrome DevTools Protocol over a pair of pipes: JSON messages, each ended by a zero byte.</summary>
internal sealed class DevToolsPipe : IAsyncDisposable
{
    /// <summary>How deep JSON may be nested: two levels for each element of a page that is asked for whole. To read it takes no stack.</summary>
    public const int MostNested = 100_000;

    private const int LargestMessage = 64 * 1024 * 1024;

    private readonly Stream _toBrowser;
    private readonly Stream _fromBrowser;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _pending = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Task _reading;
    private int _lastId;
    private volatile bool _closed;

    /// <summary>Speaks over two streams, which are disposed of together with this.</summary>
    /// <param name="toBrowser">Takes commands.</param>
    /// <param name="fromBrowser">Gives answers and events.</param>
    /// <param name="received">Called for each event, one after another; it must not wait.</param>
    public DevToolsPipe(Stream toBrowser, Stream fromBrowser, Action<DevToolsEvent> received)
    {
        _toBrowser = toBrowser;
        _fromBrowser = fromBrowser;
        _reading = Task.Run(() => ReadAsync(received));
    }

    /// <summary>Sends a command and gives its result.</summary>
    /// <param name="session">The session it is for, or null for the browser itself.</param>
    /// <param name="method">Domain and name; letters and a dot.</param>
    /// <param name="parameters">A JSON object in UTF-8.</param>
    /// <param name="cancel">Ends the wait, not the command.</param>
    /// <exception cref="DevToolsException">The browser refused it, or is gone.</exception>
    public async Task<JsonElement> CallAsync(string? session, string method, ReadOnlyMemory<byte> parameters, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;
        try
        {
            if (_closed)
            {
                throw new DevToolsException("The browser is gone.");
            }

            await WriteAsync(DevToolsCommand.Write(id, session, method, parameters.Span), cancel);
            return await answer.Task.WaitAsync(cancel);
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await _toBrowser.DisposeAsync();
        await _fromBrowser.DisposeAsync();
        await _reading;
        _writing.Dispose();
    }

    private async Task WriteAsync(byte[] message, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            // Half a message would spoil all that follow, so it is not ended in the middle.
            await _toBrowser.WriteAsync(message, CancellationToken.None);
            await _toBrowser.FlushAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            throw new DevToolsException("The browser is gone.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
            _writing.Release();
        }
    }

    private async Task ReadAsync(Action<DevToolsEvent> received)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, checked(buffer.Length * 2));
                }

                var read = await _fromBrowser.ReadAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    break;
                }

                var start = 0;
                var searched = length;
                length += read;
                for (int end; (end = buffer.AsSpan(searched, length - searched).IndexOf((byte)0)) >= 0; start = searched)
                {
                    Take(buffer.AsSpan(start, searched + end - start), received);
                    searched += end + 1;
                }

                buffer.AsSpan(start, length - start).CopyTo(buffer);
                length -= start;
                if (length > LargestMessage)
                {
                    break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or JsonException)
        {
            // All the same to whoever waits for an answer: there will be none.
        }

        _closed = true;
        foreach (var (_, waiting) in _pending)
        {
            waiting.TrySetException(new DevToolsException("The browser is gone."));
        }
    }

    private void Take(ReadOnlySpan<byte> json, Action<DevToolsEvent> received)
    {
        var message = JsonSerializer.Deserialize(json, DevToolsMessageJson.Default.DevToolsMessage)!;
        if (message.Id is { } id)
        {
            if (_pending.TryGetValue(id, out var waiting))
            {
                if (message.Error is { } error)
                {
                    waiting.TrySetException(new DevToolsException(error.Message));
                }
                else
                {
                    waiting.TrySetResult(message.Result ?? default);
                }
            }
        }
        else if (message is { Method: { } method, Params: { } parameters })
        {
            received(new DevToolsEvent(message.SessionId, method, parameters));
        }
    }
}
