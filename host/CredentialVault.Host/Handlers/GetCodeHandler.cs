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
        var (lasting, next) = await opened.Vault.Codes.LastingAsync(credential);
        using var code = lasting?.Code;
        var now = time.GetUtcNow();
        var doubt = await ClockDoubt.OfAsync(opened.Vault, now);
        return lasting is null
            ? CodeAnswer.None(next, credential.Overview.Totp!.PeriodSeconds, now, doubt)
            : CodeAnswer.Of(lasting.Code, now, lasting.UsedBefore, doubt);
    }
}
