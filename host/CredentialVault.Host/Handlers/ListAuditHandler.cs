using CredentialVault.Audit;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class ListAuditHandler() : Handler<ListAuditRequest, ListAuditAnswer>(
    MessageType.ListAudit, [Role.Owner], MessageJsonContext.Default.ListAuditRequest, MessageJsonContext.Default.ListAuditAnswer)
{
    private const int Most = 200;

    protected override async Task<ListAuditAnswer> AnswerAsync(OpenedVault opened, Caller caller, ListAuditRequest request)
    {
        if (request.Limit is < 1 or > Most)
        {
            throw ProtocolErrors.BadMessage.AsException();
        }

        var filter = new AuditFilter(request.Events, request.Credential, request.Text)
        {
            Named = request.Text is { } text ? await opened.Vault.Credentials.IdsByUsernameAsync(text) : new HashSet<string>(StringComparer.Ordinal),
        };
        var page = await opened.Vault.Audit.FindAsync(filter, request.Before, request.Limit);
        return new ListAuditAnswer([.. page.Records.Select(AuditMember.Of)], page.Next);
    }
}
