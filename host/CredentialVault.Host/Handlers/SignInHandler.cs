using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class SignInHandler()
    : Handler<SignInRequest, SignInAnswer>(MessageType.SignIn, [Role.Agent], MessageJsonContext.Default.SignInRequest, MessageJsonContext.Default.SignInAnswer)
{
    protected override async Task<SignInAnswer> AnswerAsync(OpenedVault opened, Caller caller, SignInRequest request)
    {
        var (signIn, instruction) = await opened.SignIns.BeginAsync(caller, request.Page.ToPageIdentity(), request.Seen.ToPageSeen(), request.Wanted, request.AfterWait, request.Presentation?.ToPresentation());
        return new SignInAnswer(signIn, NextMember.Of(instruction));
    }
}
