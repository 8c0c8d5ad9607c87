using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredentialVault.Errors;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

/// <summary>Answers one type of message. It knows no transport.</summary>
internal interface IHandler
{
    /// <summary>The type of the message.</summary>
    string Type { get; }

    /// <summary>The roles that may ask.</summary>
    IReadOnlyList<Role> Roles { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="caller">Who asks; of one of <see cref="Roles"/>.</param>
    /// <param name="body">The request's body.</param>
    /// <returns>The answer's body.</returns>
    /// <exception cref="VaultException">What could not be done.</exception>
    Task<JsonElement> AnswerAsync(Vault vault, Caller caller, JsonElement body);
}

/// <summary>A handler of one type of request and answer.</summary>
internal abstract class Handler<TRequest, TAnswer>(string type, IReadOnlyList<Role> roles, JsonTypeInfo<TRequest> request, JsonTypeInfo<TAnswer> answer) : IHandler
    where TRequest : class
{
    public string Type => type;

    public IReadOnlyList<Role> Roles => roles;

    public async Task<JsonElement> AnswerAsync(Vault vault, Caller caller, JsonElement body)
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

        return JsonSerializer.SerializeToElement(await AnswerAsync(vault, caller, read ?? throw ProtocolErrors.BadMessage.AsException()), answer);
    }

    /// <summary>Translates, asks the library, translates back.</summary>
    protected abstract Task<TAnswer> AnswerAsync(Vault vault, Caller caller, TRequest request);
}
