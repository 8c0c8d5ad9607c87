using System.Text.Json;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Host.Messages;
using CredentialVault.Profiles;

namespace CredentialVault.Host.Handlers;

internal sealed class ListCredentialsHandler() : Handler<ListCredentialsRequest, ListCredentialsAnswer>(
    MessageType.ListCredentials, [Role.Owner], MessageJsonContext.Default.ListCredentialsRequest, MessageJsonContext.Default.ListCredentialsAnswer)
{
    /// <summary>Bytes of JSON in one answer; Chrome takes 1 MiB.</summary>
    private const int MostBytes = 800_000;

    protected override async Task<ListCredentialsAnswer> AnswerAsync(OpenedVault opened, Caller caller, ListCredentialsRequest request)
    {
        var all = await opened.Vault.Credentials.ListAsync();
        var last = await opened.Vault.LastSignIns.FindAsync(all.Select(credential => credential.Id));
        var conflicts = Conflict.Among(all).SelectMany(conflict => conflict.Credentials.Select(credential => (credential.Id, conflict))).ToLookup(pair => pair.Id, pair => pair.conflict, StringComparer.Ordinal);
        List<CredentialMember> members = [];
        var bytes = 0;
        foreach (var credential in request.After is { } after ? all.Skip(PlaceOf(after, all) + 1) : all)
        {
            var member = CredentialMember.Of(credential, last.GetValueOrDefault(credential.Id), await opened.Vault.Guard.RefusalAsync(credential.Id), conflicts[credential.Id]);
            bytes += JsonSerializer.SerializeToUtf8Bytes(member, MessageJsonContext.Default.CredentialMember).Length;
            if (bytes > MostBytes && members.Count > 0)
            {
                return new ListCredentialsAnswer(members, members[^1].Id);
            }

            members.Add(member);
        }

        return new ListCredentialsAnswer(members, null);
    }

    private static int PlaceOf(string id, IReadOnlyList<Credential> all) => all.ToList().FindIndex(credential => credential.Id == id) is var at and >= 0
        ? at
        : throw VaultError.CredentialUnknown(id).AsException();
}
