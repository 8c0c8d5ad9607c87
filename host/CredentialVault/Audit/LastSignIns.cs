using CredentialVault.Errors;
using CredentialVault.Storage;

namespace CredentialVault.Audit;

/// <summary>
/// The latest sign-in of each credential, for an agent or to verify. Records are never changed, so that each is looked at
/// once: what is new at every asking, and of what is older only as much as keeps the answer quick.
/// </summary>
/// <param name="store">Where the audit is kept.</param>
/// <param name="audit">Opens records.</param>
public sealed class LastSignIns(IAuditStore store, AuditLog audit)
{
    private const int Batch = 500;

    /// <summary>Of older records, looked at in one asking.</summary>
    private const int MostOlder = 5000;

    private readonly Dictionary<string, AuditRecord> _known = new(StringComparer.Ordinal);
    private string? _newest;
    private string? _oldest;
    private bool _complete;

    /// <summary>Looks for the latest sign-ins of some credentials.</summary>
    /// <param name="credentialIds">The credentials.</param>
    /// <returns>Those that are known by now, by the credential's id. With a long audit, one from long ago is found only when it is asked for again.</returns>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: a record was changed or moved.</exception>
    public async Task<IReadOnlyDictionary<string, AuditRecord>> FindAsync(IEnumerable<string> credentialIds)
    {
        await LookAtNewAsync();
        var wanted = credentialIds.ToHashSet(StringComparer.Ordinal);
        for (var looked = 0; looked < MostOlder && !_complete && !wanted.IsSubsetOf(_known.Keys); looked += Batch)
        {
            var rows = await store.ReadAuditBeforeAsync(_oldest, Batch);
            Keep(rows, _known);
            _newest ??= rows.Count > 0 ? rows[0].Id : null;
            _oldest = rows.Count > 0 ? rows[^1].Id : _oldest;
            _complete = rows.Count < Batch;
        }

        return _known;
    }

    private async Task LookAtNewAsync()
    {
        if (_newest is null)
        {
            _complete = false;
            return;
        }

        Dictionary<string, AuditRecord> added = new(StringComparer.Ordinal);
        string? before = null;
        string? newest = null;
        for (var more = true; more;)
        {
            var rows = await store.ReadAuditBeforeAsync(before, Batch);
            AuditRow[] news = [.. rows.TakeWhile(row => row.Id != _newest)];
            Keep(news, added);
            newest ??= rows.Count > 0 ? rows[0].Id : null;
            before = rows.Count > 0 ? rows[^1].Id : null;
            more = news.Length == Batch;
        }

        _newest = newest ?? _newest;
        foreach (var (credential, record) in added)
        {
            _known[credential] = record;
        }
    }

    /// <summary>Keeps the first, which is the latest, of each credential.</summary>
    private void Keep(IEnumerable<AuditRow> latestFirst, Dictionary<string, AuditRecord> kept)
    {
        foreach (var row in latestFirst.Where(row => row.Event is AuditEvent.SignIn or AuditEvent.Verify))
        {
            if (audit.Open(row) is { Detail.Credential: { } credential } record)
            {
                kept.TryAdd(credential, record);
            }
        }
    }
}
