using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

internal sealed class GetDraftCodeHandler(TimeProvider time) : Handler<GetDraftCodeRequest, CodeAnswer>(
    MessageType.GetDraftCode, [Role.Owner], MessageJsonContext.Default.GetDraftCodeRequest, MessageJsonContext.Default.CodeAnswer)
{
    protected override async Task<CodeAnswer> AnswerAsync(OpenedVault opened, Caller caller, GetDraftCodeRequest request)
    {
        var (lasting, next, period) = opened.Vault.Drafts.LastingCode(request.Draft, new SealedValue(request.Sealed));
        using var code = lasting;
        var now = time.GetUtcNow();
        var doubt = await ClockDoubt.OfAsync(opened.Vault, now);
        return code is null ? CodeAnswer.None(next, period, now, doubt) : CodeAnswer.Of(code, now, usedBefore: false, doubt);
    }
}
