using System.Text.Json;
using CredentialVault.Errors;
using CredentialVault.Host.Messages;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

/// <summary>Reads a request, finds out who asks, and lets the handler of its type answer if the caller's role allows it.</summary>
/// <param name="handlers">All handlers.</param>
/// <param name="origin">How the host was started.</param>
/// <param name="time">The clock.</param>
internal sealed class MessageRouter(IEnumerable<IHandler> handlers, CallerOrigin origin, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, IHandler> _handlers = handlers.ToDictionary(handler => handler.Type, StringComparer.Ordinal);
    private Vault? _vault;

    /// <summary>The answer to one message; whatever goes wrong is an answer too.</summary>
    /// <param name="utf8">The request.</param>
    /// <returns>The answer, UTF-8.</returns>
    public async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> utf8)
    {
        var (id, type, body) = (0L, MessageType.Error, default(JsonElement));
        try
        {
            var request = Read(utf8.Span);
            id = request.Id;
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

        return JsonSerializer.SerializeToUtf8Bytes(new Answer(MessageType.Version, id, type, body), MessageJsonContext.Default.Answer);
    }

    /// <summary>The answer to something that is no message.</summary>
    /// <param name="error">What is wrong with it.</param>
    public static byte[] AnswerTo(VaultError error) =>
        JsonSerializer.SerializeToUtf8Bytes(new Answer(MessageType.Version, 0, MessageType.Error, ErrorBody(error)), MessageJsonContext.Default.Answer);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _vault?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Request Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, MessageJsonContext.Default.Request) ?? throw ProtocolErrors.BadMessage.AsException();
        }
        catch (JsonException exception)
        {
            throw ProtocolErrors.BadMessage.AsException(exception);
        }
    }

    private async Task<JsonElement> AnswerAsync(Request request)
    {
        if (request.Version != MessageType.Version)
        {
            throw ProtocolErrors.VersionUnsupported.AsException();
        }

        var handler = _handlers.GetValueOrDefault(request.Type) ?? throw ProtocolErrors.TypeUnknown.AsException();
        _vault ??= await Vault.OpenAsync(origin.Home ?? throw VaultError.CallerUnknown.AsException(), time);

        // Asked anew for each message: the owner may have removed the profile meanwhile.
        var caller = await origin.IdentifyAsync(_vault.Profiles);
        return handler.Roles.Contains(caller.Profile.Role)
            ? await handler.AnswerAsync(_vault, caller, request.Body)
            : throw VaultError.NotAllowed.AsException();
    }

    private static JsonElement ErrorBody(VaultError error) =>
        JsonSerializer.SerializeToElement(new ErrorAnswer(error.Code, error.Sentence), MessageJsonContext.Default.ErrorAnswer);
}
