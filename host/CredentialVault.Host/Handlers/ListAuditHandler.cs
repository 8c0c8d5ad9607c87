using CredentialVault.Audit;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

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
            Since = request.Since,
            Until = request.Until,
            Named = request.Text is { } text ? await NamedAsync(opened.Vault, text) : new HashSet<string>(StringComparer.Ordinal),
        };
        var page = await opened.Vault.Audit.FindAsync(filter, request.Before, request.Limit);
        return new ListAuditAnswer([.. page.Records.Select(AuditMember.Of)], page.Next);
    }

    /// <summary>Whoever looks for a credential may look for its username, or for a label that it had at another time than a record.</summary>
    private static async Task<IReadOnlySet<string>> NamedAsync(Vault vault, string text) =>
        (await vault.Credentials.IdsByUsernameAsync(text)).Concat(await vault.Audit.IdsByLabelAsync(text)).ToHashSet(StringComparer.Ordinal);
}
