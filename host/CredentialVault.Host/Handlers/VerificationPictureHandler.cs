using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class VerificationPictureHandler() : Handler<VerificationPictureRequest, VerificationPictureAnswer>(
    MessageType.VerificationPicture, [Role.Owner], MessageJsonContext.Default.VerificationPictureRequest, MessageJsonContext.Default.VerificationPictureAnswer)
{
    protected override Task<VerificationPictureAnswer> AnswerAsync(OpenedVault opened, Caller caller, VerificationPictureRequest request) =>
        Task.FromResult(new VerificationPictureAnswer(opened.Verifications.PicturePart(request.Verification, request.Part)));
}
