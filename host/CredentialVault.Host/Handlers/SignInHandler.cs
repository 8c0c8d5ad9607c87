using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

internal sealed class SignInHandler()
    : Handler<SignInRequest, SignInAnswer>(MessageType.SignIn, [Role.Agent], MessageJsonContext.Default.SignInRequest, MessageJsonContext.Default.SignInAnswer)
{
    protected override async Task<SignInAnswer> AnswerAsync(Vault vault, Caller caller, SignInRequest request)
    {
        var (signIn, instruction) = await vault.InPageSignIns.BeginAsync(caller, request.Page.ToPageIdentity(), request.Seen.ToPageSeen(), request.Wanted, request.AfterWait);
        return new SignInAnswer(signIn, NextMember.Of(instruction));
    }
}
