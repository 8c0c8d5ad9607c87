using CredentialVault.Credentials;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class ListCredentialsHandler() : Handler<ListCredentialsRequest, ListCredentialsAnswer>(
    MessageType.ListCredentials, [Role.Owner], MessageJsonContext.Default.ListCredentialsRequest, MessageJsonContext.Default.ListCredentialsAnswer)
{
    protected override async Task<ListCredentialsAnswer> AnswerAsync(OpenedVault opened, Caller caller, ListCredentialsRequest request) =>
        new([.. (await opened.Vault.Credentials.ListAsync()).Select(credential => new CredentialMember(
            credential.Id,
            credential.Overview.Label,
            credential.Overview.SignInOrigins,
            credential.Overview.SessionOrigins,
            credential.Overview.Username,
            credential.Overview.Totp is not null,
            credential.Fill.ToName(),
            [.. credential.Attachments.Select(attachment => attachment.ToString())]))]);
}
