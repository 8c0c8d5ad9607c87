using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class VerificationHandler() : Handler<VerificationRequest, VerificationAnswer>(
    MessageType.Verification, [Role.Owner], MessageJsonContext.Default.VerificationRequest, MessageJsonContext.Default.VerificationAnswer)
{
    public override bool IsHeld => true;

    protected override async Task<VerificationAnswer> AnswerAsync(OpenedVault opened, Caller caller, VerificationRequest request) =>
        VerificationAnswer.Of(await opened.Verifications.NewsAsync(request.Verification, request.Steps));
}
