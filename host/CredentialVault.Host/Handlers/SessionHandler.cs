using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class SessionHandler()
    : Handler<SessionRequest, SessionAnswer>(MessageType.Session, [Role.Agent], MessageJsonContext.Default.SessionRequest, MessageJsonContext.Default.SessionAnswer)
{
    public override bool IsHeld => true;

    protected override async Task<SessionAnswer> AnswerAsync(OpenedVault opened, Caller caller, SessionRequest request) =>
        new(NextMember.Of(await opened.SignIns.Isolated.NewsAsync(caller, request.SignIn)));
}
