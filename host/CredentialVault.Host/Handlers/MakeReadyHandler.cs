using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class MakeReadyHandler()
    : Handler<MakeReadyRequest, MakeReadyAnswer>(MessageType.MakeReady, [Role.Agent], MessageJsonContext.Default.MakeReadyRequest, MessageJsonContext.Default.MakeReadyAnswer)
{
    protected override async Task<MakeReadyAnswer> AnswerAsync(OpenedVault opened, Caller caller, MakeReadyRequest request)
    {
        var kept = await opened.SignIns.Isolated.MakeReadyAsync(caller, request.Origin);
        return new MakeReadyAnswer((long?)kept?.TotalMilliseconds);
    }
}
