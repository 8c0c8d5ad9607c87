using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.OneTimeCodes;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.Storage;

namespace CredentialVault.SetUp;

/// <summary>
/// Credentials that an owner's page is about to save. Its secrets come sealed for one draft, which only this object knows,
/// and only until it is spent: what was captured on its way, or is kept in the vault, opens as none, so that it cannot be
/// sent again to have it saved for another site.
/// </summary>
/// <param name="credentials">Where they are saved.</param>
/// <param name="guard">Where used time steps are kept.</param>
/// <param name="keys">Opens what was sealed for a draft.</param>
/// <param name="audit">Where it is recorded that a code was given of a seed that is saved then.</param>
/// <param name="time">The clock.</param>
public sealed class Drafts(CredentialRegistry credentials, IGuardStore guard, IKeySource keys, AuditLog audit, TimeProvider time)
{
    /// <summary>More than an owner has forms open. The oldest one is forgotten.</summary>
    private const int Most = 8;

    private readonly List<Draft> _open = [];

    /// <summary>Begins a draft.</summary>
    /// <returns>Its id, and the key that its secrets are sealed with, for <see cref="SealingContext.SetUp"/>.</returns>
    public (string Id, SealingKey Key) Begin()
    {
        var key = keys.ReadSealingKey();
        var draft = new Draft(Identifier.NewLong());
        lock (_open)
        {
            _open.Add(draft);
            if (_open.Count > Most)
            {
                _open.RemoveAt(0);
            }
        }

        return (draft.Id, key);
    }

    /// <summary>The current code of a seed that is not saved yet, for an owner who types it by hand.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="seed">The seed in any form that a site shows it in, sealed for <see cref="FieldName.TotpSeed"/>.</param>
    /// <returns>The code, to be disposed of.</returns>
    /// <exception cref="VaultException"><c>draft-unknown</c>, <c>sealed-value-invalid</c>, <c>seed-invalid</c>.</exception>
    public OneTimeCode CurrentCode(string draftId, SealedValue seed)
    {
        var draft = Find(draftId);
        using var text = Open(draft, FieldName.TotpSeed, seed);
        using var totp = TotpSeed.Parse(text);
        var code = totp.CodeAt(time.GetUtcNow());
        draft.Showed(code, seed, time.GetUtcNow());
        return code;
    }

    /// <summary>Saves a draft, which is spent then.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="credentialId">The id of the credential to change, or null to add one.</param>
    /// <param name="state">What it is to be, but for the secrets.</param>
    /// <param name="secrets">The secrets, each sealed for its field; null for one that stays as it is stored.</param>
    /// <exception cref="VaultException"><c>draft-unknown</c>, <c>sealed-value-invalid</c>, <c>credential-unknown</c>, and as for <see cref="CredentialRegistry.SaveAsync"/>.</exception>
    public async Task<Credential> SaveAsync(string draftId, string? credentialId, CredentialState state, IReadOnlyList<(string Field, SealedValue? Value)> secrets)
    {
        var draft = Find(draftId);
        var old = credentialId is null ? null : await credentials.GetAsync(credentialId);
        List<GivenSecret> opened = [];
        try
        {
            foreach (var (field, value) in secrets)
            {
                opened.Add(new GivenSecret(field, value is { } given ? Open(draft, field, given) : null));
            }

            var saved = await credentials.SaveAsync(old, state with { Secrets = opened });
            lock (_open)
            {
                _open.Remove(draft);
            }

            // The site took a code of this step when the authenticator was bound, and takes none twice.
            if (saved.Overview.Totp is not null && draft.CodesUntil > DateTimeOffset.UnixEpoch)
            {
                await guard.TryUseCodeAsync(saved.Id, draft.CodesUntil);
            }

            var seed = secrets.FirstOrDefault(secret => secret.Field == FieldName.TotpSeed).Value;
            if (draft.LastShown(seed) is { } at)
            {
                await audit.WriteAsync(AuditEvent.GetCode, new AuditDetail
                {
                    Credential = saved.Id,
                    Label = saved.Overview.Label,
                    SecondsBeforeSaving = (long)(time.GetUtcNow() - at).TotalSeconds,
                });
            }

            return saved;
        }
        finally
        {
            opened.ForEach(secret => secret.Value?.Dispose());
        }
    }

    private Draft Find(string id)
    {
        lock (_open)
        {
            return _open.Find(draft => draft.Id == id) ?? throw VaultError.DraftUnknown.AsException();
        }
    }

    private Secret Open(Draft draft, string field, SealedValue value)
    {
        using var key = keys.ReadOpeningKey();
        try
        {
            return key.Open(value, SealingContext.SetUp(draft.Id, field));
        }
        catch (VaultException failure)
        {
            throw failure.Error.At(field).AsException(failure);
        }
    }

    private sealed class Draft(string id)
    {
        private readonly Dictionary<SealedValue, DateTimeOffset> _shown = [];

        public string Id => id;

        /// <summary>Until when the last code counts that was shown, of whichever seed.</summary>
        public DateTimeOffset CodesUntil { get; private set; } = DateTimeOffset.UnixEpoch;

        public void Showed(OneTimeCode code, SealedValue seed, DateTimeOffset at)
        {
            CodesUntil = code.ValidUntil > CodesUntil ? code.ValidUntil : CodesUntil;
            _shown[seed] = at;
        }

        /// <summary>When a code of this seed was last shown; null: never, as of one that was given up for another.</summary>
        public DateTimeOffset? LastShown(SealedValue? seed) => seed is { } given && _shown.TryGetValue(given, out var at) ? at : null;
    }
}
