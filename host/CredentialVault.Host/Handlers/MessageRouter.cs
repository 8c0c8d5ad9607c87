using System.Text.Json;
using CredentialVault.Errors;
using CredentialVault.Host.Messages;

namespace CredentialVault.Host.Handlers;

/// <summary>Reads a request, finds out who asks, and lets the handler of its type answer if the caller's role allows it.</summary>
/// <param name="handlers">All handlers.</param>
/// <param name="origin">How the host was started.</param>
/// <param name="time">The clock.</param>
internal sealed class MessageRouter(IEnumerable<IHandler> handlers, CallerOrigin origin, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, IHandler> _handlers = handlers.ToDictionary(handler => handler.Type, StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private OpenedVault? _opened;

    /// <summary>Begins to answer one message; whatever goes wrong is an answer too.</summary>
    /// <param name="utf8">The request.</param>
    public ComingAnswer Answer(ReadOnlyMemory<byte> utf8)
    {
        Request request;
        try
        {
            request = Read(utf8.Span);
        }
        catch (VaultException exception)
        {
            return new ComingAnswer(Task.FromResult(AnswerTo(exception.Error)), IsHeld: false);
        }

        return new ComingAnswer(AnswerAndCatchAsync(request), _handlers.GetValueOrDefault(request.Type)?.IsHeld ?? false);
    }

    /// <summary>The answer to something that is no message.</summary>
    /// <param name="error">What is wrong with it.</param>
    public static byte[] AnswerTo(VaultError error) =>
        JsonSerializer.SerializeToUtf8Bytes(new Answer(MessageType.Version, 0, MessageType.Error, ErrorBody(error)), MessageJsonContext.Default.Answer);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_opened is not null)
        {
            await _opened.DisposeAsync();
        }

        _opening.Dispose();
    }

    private static Request Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, MessageJsonContext.Default.Request) is { Id: >= 0 and <= MessageType.LargestId } request
                ? request
                : throw ProtocolErrors.BadMessage.AsException();
        }
        catch (JsonException exception)
        {
            throw ProtocolErrors.BadMessage.AsException(exception);
        }
    }

    private async Task<byte[]> AnswerAndCatchAsync(Request request)
    {
        var (type, body) = (MessageType.Error, default(JsonElement));
        try
        {
            body = await AnswerAsync(request);
            type = request.Type;
        }
        catch (VaultException exception)
        {
            body = ErrorBody(exception.Error);
        }
#pragma warning disable CA1031 // Whatever it is, its text may hold anything and must not leave the host.
        catch (Exception)
#pragma warning restore CA1031
        {
            body = ErrorBody(ProtocolErrors.Unexpected);
        }

        return JsonSerializer.SerializeToUtf8Bytes(new Answer(MessageType.Version, request.Id, type, body), MessageJsonContext.Default.Answer);
    }

    private async Task<JsonElement> AnswerAsync(Request request)
    {
        if (request.Version != MessageType.Version)
        {
            throw ProtocolErrors.VersionUnsupported.AsException();
        }

        var handler = _handlers.GetValueOrDefault(request.Type) ?? throw ProtocolErrors.TypeUnknown.AsException();
        var opened = await OpenAsync();

        // Asked anew for each message: the owner may have removed the profile meanwhile.
        var caller = await origin.IdentifyAsync(opened.Vault.Profiles);
        return handler.Roles.Contains(caller.Profile.Role)
            ? await handler.AnswerAsync(opened, caller, request.Body)
            : throw VaultError.NotAllowed.AsException();
    }

    private async Task<OpenedVault> OpenAsync()
    {
        await _opening.WaitAsync();
        try
        {
            return _opened ??= await OpenedVault.OpenAsync(origin.Home ?? throw VaultError.CallerUnknown.AsException(), time);
        }
        finally
        {
            _opening.Release();
        }
    }

    private static JsonElement ErrorBody(VaultError error) =>
        JsonSerializer.SerializeToElement(new ErrorAnswer(error.Code, error.Sentence, error.Field), MessageJsonContext.Default.ErrorAnswer);
}

/// <summary>An answer that may not be there yet.</summary>
/// <param name="Utf8">The answer.</param>
/// <param name="IsHeld">Whether it may be long in coming, so that other requests are answered meanwhile.</param>
internal sealed record ComingAnswer(Task<byte[]> Utf8, bool IsHeld);
