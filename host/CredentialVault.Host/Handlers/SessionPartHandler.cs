using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class SessionPartHandler() : Handler<SessionPartRequest, SessionPartAnswer>(
    MessageType.SessionPart, [Role.Agent], MessageJsonContext.Default.SessionPartRequest, MessageJsonContext.Default.SessionPartAnswer)
{
    protected override Task<SessionPartAnswer> AnswerAsync(OpenedVault opened, Caller caller, SessionPartRequest request) =>
        Task.FromResult(new SessionPartAnswer(opened.SignIns.Isolated.Part(caller, request.SignIn, request.Part)));
}
