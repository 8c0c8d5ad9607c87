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
        using var code = opened.Vault.Drafts.CurrentCode(request.Draft, new SealedValue(request.Sealed));
        var now = time.GetUtcNow();
        return CodeAnswer.Of(code, now, usedBefore: false, await ClockDoubt.OfAsync(opened.Vault, now));
    }
}
