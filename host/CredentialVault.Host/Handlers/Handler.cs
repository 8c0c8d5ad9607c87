using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredentialVault.Errors;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

/// <summary>Answers one type of message. It knows no transport.</summary>
internal interface IHandler
{
    /// <summary>The type of the message.</summary>
    string Type { get; }

    /// <summary>The roles that may ask.</summary>
    IReadOnlyList<Role> Roles { get; }

    /// <summary>Whether the answer may be long in coming, so that other requests are answered meanwhile.</summary>
    bool IsHeld { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="opened">The vault and its sign-ins.</param>
    /// <param name="caller">Who asks; of one of <see cref="Roles"/>.</param>
    /// <param name="body">The request's body.</param>
    /// <returns>The answer's body.</returns>
    /// <exception cref="VaultException">What could not be done.</exception>
    Task<JsonElement> AnswerAsync(OpenedVault opened, Caller caller, JsonElement body);
}

/// <summary>A handler of one type of request and answer.</summary>
internal abstract class Handler<TRequest, TAnswer>(string type, IReadOnlyList<Role> roles, JsonTypeInfo<TRequest> request, JsonTypeInfo<TAnswer> answer) : IHandler
    where TRequest : class
{
    public string Type => type;

    public IReadOnlyList<Role> Roles => roles;

    public virtual bool IsHeld => false;

    public async Task<JsonElement> AnswerAsync(OpenedVault opened, Caller caller, JsonElement body)
    {
        TRequest? read;
        try
        {
            read = body.Deserialize(request);
        }
        catch (JsonException exception)
        {
            throw ProtocolErrors.BadMessage.AsException(exception);
        }

        return JsonSerializer.SerializeToElement(await AnswerAsync(opened, caller, read ?? throw ProtocolErrors.BadMessage.AsException()), answer);
    }

    /// <summary>Translates, asks the library, translates back.</summary>
    protected abstract Task<TAnswer> AnswerAsync(OpenedVault opened, Caller caller, TRequest request);
}
