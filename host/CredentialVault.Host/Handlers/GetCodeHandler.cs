using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

internal sealed class GetCodeHandler(TimeProvider time) : Handler<CredentialRequest, CodeAnswer>(
    MessageType.GetCode, [Role.Owner], MessageJsonContext.Default.CredentialRequest, MessageJsonContext.Default.CodeAnswer)
{
    protected override async Task<CodeAnswer> AnswerAsync(OpenedVault opened, Caller caller, CredentialRequest request)
    {
        var credential = await opened.Vault.Credentials.GetAsync(request.Credential);
        var current = await opened.Vault.Codes.CurrentAsync(credential);
        using var code = current.Code;
        var now = time.GetUtcNow();
        return CodeAnswer.Of(code, now, current.UsedBefore, await ClockDoubt.OfAsync(opened.Vault, now));
    }
}
