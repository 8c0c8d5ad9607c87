using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Sealing;

namespace CredentialVault.Host.Handlers;

internal sealed class SaveCredentialHandler() : Handler<SaveCredentialRequest, SaveCredentialAnswer>(
    MessageType.SaveCredential, [Role.Owner], MessageJsonContext.Default.SaveCredentialRequest, MessageJsonContext.Default.SaveCredentialAnswer)
{
    protected override async Task<SaveCredentialAnswer> AnswerAsync(OpenedVault opened, Caller caller, SaveCredentialRequest request)
    {
        var secrets = request.Secrets.Select(secret => (secret.Field, secret.Sealed is { } compact ? new SealedValue(compact) : (SealedValue?)null));
        var saved = await opened.Vault.Drafts.SaveAsync(request.Draft, request.Credential, request.ToState(), [.. secrets]);
        return new SaveCredentialAnswer(saved.Id);
    }
}
