using System.Text.Json;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class BeginDraftHandler() : Handler<BeginDraftRequest, BeginDraftAnswer>(
    MessageType.BeginDraft, [Role.Owner], MessageJsonContext.Default.BeginDraftRequest, MessageJsonContext.Default.BeginDraftAnswer)
{
    protected override Task<BeginDraftAnswer> AnswerAsync(OpenedVault opened, Caller caller, BeginDraftRequest request)
    {
        var (draft, key) = opened.Vault.Drafts.Begin();
        return Task.FromResult(new BeginDraftAnswer(draft, key.Kid, JsonSerializer.Deserialize(key.ToJwk(), MessageJsonContext.Default.KeyMember)!));
    }
}
