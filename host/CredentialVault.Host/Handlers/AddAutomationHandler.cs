using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class AddAutomationHandler() : Handler<AddAutomationRequest, DoneAnswer>(
    MessageType.AddAutomation, [Role.Owner], MessageJsonContext.Default.AddAutomationRequest, MessageJsonContext.Default.DoneAnswer)
{
    protected override async Task<DoneAnswer> AnswerAsync(OpenedVault opened, Caller caller, AddAutomationRequest request)
    {
        await opened.Vault.Profiles.AddAutomationAsync(request.Name, request.Profiles);
        return new DoneAnswer();
    }
}
