using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class RemoveCredentialHandler() : Handler<CredentialRequest, DoneAnswer>(
    MessageType.RemoveCredential, [Role.Owner], MessageJsonContext.Default.CredentialRequest, MessageJsonContext.Default.DoneAnswer)
{
    protected override async Task<DoneAnswer> AnswerAsync(OpenedVault opened, Caller caller, CredentialRequest request)
    {
        await opened.Vault.Credentials.RemoveAsync(await opened.Vault.Credentials.GetAsync(request.Credential));
        return new DoneAnswer();
    }
}
