using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class VerifyCredentialHandler() : Handler<CredentialRequest, VerifyCredentialAnswer>(
    MessageType.VerifyCredential, [Role.Owner], MessageJsonContext.Default.CredentialRequest, MessageJsonContext.Default.VerifyCredentialAnswer)
{
    protected override async Task<VerifyCredentialAnswer> AnswerAsync(OpenedVault opened, Caller caller, CredentialRequest request) =>
        new(await opened.Verifications.BeginAsync(request.Credential));
}
