using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class RemoveAutomationHandler() : Handler<RemoveAutomationRequest, DoneAnswer>(
    MessageType.RemoveAutomation, [Role.Owner], MessageJsonContext.Default.RemoveAutomationRequest, MessageJsonContext.Default.DoneAnswer)
{
    protected override async Task<DoneAnswer> AnswerAsync(OpenedVault opened, Caller caller, RemoveAutomationRequest request)
    {
        await opened.Vault.Profiles.RemoveAsync(await opened.Vault.Profiles.FindAutomationAsync(request.Name));
        return new DoneAnswer();
    }
}
