using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Commands to one target: the browser itself, a page, or a frame in a process of its own.</summary>
/// <param name="pipe">The way to the browser.</param>
/// <param name="id">The session's id, or null for the browser itself.</param>
internal sealed class DevToolsSession(DevToolsPipe pipe, string? id)
{
    /// <summary>The session's id, or null for the browser itself.</summary>
    public string? Id { get; } = id;

    /// <summary>Sends a command and reads its result.</summary>
    /// <exception cref="DevToolsException">The browser refused it, or is gone.</exception>
    public async Task<TResult> CallAsync<TParameters, TResult>(
        string method, TParameters parameters, JsonTypeInfo<TParameters> writes, JsonTypeInfo<TResult> reads, CancellationToken cancel)
    {
        var result = await pipe.CallAsync(Id, method, JsonSerializer.SerializeToUtf8Bytes(parameters, writes), cancel);
        return result.Deserialize(reads) ?? throw new DevToolsException($"{method} gave nothing.");
    }

    /// <summary>Sends a command whose result does not matter.</summary>
    /// <exception cref="DevToolsException">The browser refused it, or is gone.</exception>
    public Task CallAsync<TParameters>(string method, TParameters parameters, JsonTypeInfo<TParameters> writes, CancellationToken cancel) =>
        pipe.CallAsync(Id, method, JsonSerializer.SerializeToUtf8Bytes(parameters, writes), cancel);

    /// <summary>Sends a command whose parameters hold a secret and are wiped by the caller.</summary>
    /// <exception cref="DevToolsException">The browser refused it, or is gone.</exception>
    public Task<JsonElement> CallAsync(string method, ReadOnlyMemory<byte> parameters, CancellationToken cancel) =>
        pipe.CallAsync(Id, method, parameters, cancel);

    /// <summary>Sends a command without parameters.</summary>
    /// <exception cref="DevToolsException">The browser refused it, or is gone.</exception>
    public Task CallAsync(string method, CancellationToken cancel) => pipe.CallAsync(Id, method, "{}"u8.ToArray(), cancel);
}
