using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class UnlockCredentialHandler() : Handler<CredentialRequest, DoneAnswer>(
    MessageType.UnlockCredential, [Role.Owner], MessageJsonContext.Default.CredentialRequest, MessageJsonContext.Default.DoneAnswer)
{
    protected override async Task<DoneAnswer> AnswerAsync(OpenedVault opened, Caller caller, CredentialRequest request)
    {
        await opened.Vault.UnlockAsync(await opened.Vault.Credentials.GetAsync(request.Credential));
        return new DoneAnswer();
    }
}
