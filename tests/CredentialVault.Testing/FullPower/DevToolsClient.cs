using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredentialVault.Testing.FullPower;

/// <summary>One message from the browser.</summary>
/// <param name="Method">The event's name, or the command that this answers.</param>
/// <param name="Session">The session it belongs to; empty for the browser itself.</param>
/// <param name="Text">The message as it came.</param>
/// <param name="Body">The event's parameters or the command's result.</param>
/// <param name="IsEvent">Whether nothing had asked for it.</param>
internal sealed record DevToolsMessage(string Method, string Session, string Text, JsonElement Body, bool IsEvent);

/// <summary>A DevTools client of the whole browser, as any program has that knows its port. Sessions are flat: each message names its own.</summary>
internal sealed class DevToolsClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, (string Method, TaskCompletionSource<JsonElement> Answer)> _asked = new();
    private readonly Action<DevToolsMessage> _received;
    private Task _reading = Task.CompletedTask;
    private int _last;

    private DevToolsClient(Action<DevToolsMessage> received) => _received = received;

    /// <summary>Connects to the browser target.</summary>
    /// <param name="devTools">Where the browser takes DevTools commands.</param>
    /// <param name="received">Told every message, in order, on one thread.</param>
    public static async Task<DevToolsClient> ConnectAsync(Uri devTools, Action<DevToolsMessage> received)
    {
        using var http = new HttpClient();
        using var version = JsonDocument.Parse(await http.GetStringAsync(new Uri(devTools, "/json/version")));
        var client = new DevToolsClient(received);
        await client._socket.ConnectAsync(new Uri(version.RootElement.GetProperty("webSocketDebuggerUrl").GetString()!), CancellationToken.None);
        client._reading = Task.Run(client.ReadAsync);
        return client;
    }

    /// <summary>Asks, and gives the result; an error, a closed target or no answer in time give nothing.</summary>
    /// <param name="method">The command.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="session">The session, or empty for the browser itself.</param>
    /// <param name="seconds">How long to wait.</param>
    public async Task<JsonElement?> AskAsync(string method, JsonObject? parameters = null, string session = "", int seconds = 5)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = (method, answer);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session.Length > 0)
        {
            command["sessionId"] = session;
        }

        try
        {
            await SendAsync(JsonSerializer.SerializeToUtf8Bytes(command));
            return await answer.Task.WaitAsync(TimeSpan.FromSeconds(seconds));
        }
        catch (Exception gone) when (gone is WebSocketException or TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task SendAsync(byte[] command)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var message = new ArrayBufferWriter<byte>(1 << 20);
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(message.GetMemory(1 << 16), CancellationToken.None);
                message.Advance(read.Count);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                if (read.EndOfMessage)
                {
                    Take(message.WrittenMemory);
                    message.ResetWrittenCount();
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser was closed, or this client was.
        }
    }

    private void Take(ReadOnlyMemory<byte> bytes)
    {
        var message = JsonElement.Parse(bytes.Span);
        var text = System.Text.Encoding.UTF8.GetString(bytes.Span);
        var session = message.TryGetProperty("sessionId", out var named) ? named.GetString()! : "";
        if (!message.TryGetProperty("id", out var id))
        {
            _received(new DevToolsMessage(message.GetProperty("method").GetString()!, session, text, message.GetProperty("params"), IsEvent: true));
            return;
        }

        if (!_asked.TryRemove(id.GetInt32(), out var asked))
        {
            return;
        }

        if (message.TryGetProperty("result", out var result))
        {
            _received(new DevToolsMessage(asked.Method, session, text, result, IsEvent: false));
            asked.Answer.SetResult(result);
        }
        else
        {
            asked.Answer.SetCanceled();
        }
    }
}
