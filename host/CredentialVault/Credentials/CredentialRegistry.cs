using System.Text.Json;
using CredentialVault.Audit;
using CredentialVault.Errors;
using CredentialVault.OneTimeCodes;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.Storage;

namespace CredentialVault.Credentials;

/// <summary>What an owner does with credentials, each change with its record in the audit. It seals to the vault's public key and cannot open what it sealed.</summary>
/// <param name="store">Where credentials are kept.</param>
/// <param name="devices">Where it is kept what sites know the sign-in browser by.</param>
/// <param name="profiles">What they can be attached to.</param>
/// <param name="sealingKey">The vault's public key.</param>
/// <param name="overviewKey">Seals and opens overviews.</param>
/// <param name="audit">Where it is recorded what the owner changes.</param>
/// <param name="program">By what the owner makes the changes.</param>
/// <param name="time">The clock.</param>
public sealed partial class CredentialRegistry(
    ICredentialStore store, IDeviceTrustStore devices, ProfileRegistry profiles, SealingKey sealingKey, OverviewKey overviewKey, AuditLog audit, OwnersProgram program, TimeProvider time)
{
    private readonly ChangeRecords _records = new(audit, program);

    /// <summary>Adds a credential.</summary>
    /// <param name="draft">The credential; its secrets are sealed, not kept.</param>
    /// <exception cref="VaultException"><c>text-invalid</c>, <c>origin-invalid</c>, <c>password-missing</c>, <c>sign-in-url-invalid</c>, <c>profile-unknown</c>, <c>automation-unknown</c>, <c>field-invalid</c>; nothing is added then.</exception>
    public async Task<Credential> AddAsync(CredentialDraft draft)
    {
        Check(draft.Label, "label", MaximumLabel);
        Check(draft.Username, "username", MaximumUsername);
        if (draft.SignInOrigins.Count == 0)
        {
            throw VaultError.OriginInvalid("none was given").At("signInOrigins").AsException();
        }

        if (draft.Password.Length == 0)
        {
            throw VaultError.PasswordMissing.AsException();
        }

        await CheckTargetsAsync(draft.Attachments);
        string[] signIn = [.. draft.SignInOrigins.Select(origin => origin.ToString()).Distinct(StringComparer.Ordinal)];
        string[] session = draft.SessionOrigins.Count == 0 ? signIn : [.. draft.SessionOrigins.Select(origin => origin.ToString()).Distinct(StringComparer.Ordinal)];
        CheckSignInUrl(draft.SignInUrl, [.. signIn, .. session]);

        var overview = new Overview
        {
            Id = Identifier.NewShort(),
            Label = draft.Label,
            SignInOrigins = signIn,
            SessionOrigins = session,
            Username = draft.Username,
            SignInUrl = draft.SignInUrl,
            Totp = ParametersOf(draft.Totp),
            Fill = draft.Fill,
            RememberDevice = draft.RememberDevice,
            Fields = NamesOf(null, draft.FurtherFields),
        };
        var now = time.GetUtcNow();
        await store.AddCredentialAsync(Row(overview, now, now), SealAll(overview, draft.Password, draft.Totp, draft.FurtherFields), draft.Attachments, _records.Added(overview, draft.Attachments));
        return new Credential(overview, draft.Attachments, now, now, StoppedReason: null);
    }

    /// <summary>All credentials, oldest first.</summary>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: an overview was changed or moved.</exception>
    public async Task<IReadOnlyList<Credential>> ListAsync() => [.. (await store.ListCredentialsAsync()).Select(Open)];

    /// <summary>Ids of the credentials whose username has a text in it, in any case.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: an overview was changed or moved.</exception>
    public async Task<IReadOnlySet<string>> IdsByUsernameAsync(string text) => (await ListAsync())
        .Where(credential => credential.Overview.Username.Contains(text, StringComparison.OrdinalIgnoreCase))
        .Select(credential => credential.Id)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>One credential.</summary>
    /// <param name="name">Its id, or its label when no other has the same.</param>
    /// <exception cref="VaultException"><c>credential-unknown</c>, <c>credential-ambiguous</c>.</exception>
    public async Task<Credential> FindAsync(string name)
    {
        var all = await ListAsync();
        if (all.FirstOrDefault(credential => credential.Id == name) is { } exact)
        {
            return exact;
        }

        return all.Where(credential => credential.Overview.Label.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray() switch
        {
            [var one] => one,
            [] => throw VaultError.CredentialUnknown(name).AsException(),
            _ => throw VaultError.CredentialAmbiguous(name).AsException(),
        };
    }

    /// <summary>One credential.</summary>
    /// <param name="id">Its id, and not its label.</param>
    /// <exception cref="VaultException"><c>credential-unknown</c>.</exception>
    public async Task<Credential> GetAsync(string id) =>
        (await ListAsync()).FirstOrDefault(credential => credential.Id == id) ?? throw VaultError.CredentialUnknown(id).AsException();

    /// <summary>Changes a credential. Where that concerns what it signs in with, it lifts the guard's stop; another label does not.</summary>
    /// <param name="credential">The credential as it is.</param>
    /// <param name="change">What is to be different.</param>
    /// <exception cref="VaultException">As for <see cref="AddAsync"/>.</exception>
    public async Task<Credential> ChangeAsync(Credential credential, CredentialChange change)
    {
        if (change.Password is { Length: 0 })
        {
            throw VaultError.PasswordMissing.AsException();
        }

        var old = credential.Overview;
        var overview = old with
        {
            Label = change.Label ?? old.Label,
            Username = change.Username ?? old.Username,
            SessionOrigins = change.SessionOrigins is { Count: > 0 } origins ? [.. origins.Select(origin => origin.ToString())] : old.SessionOrigins,
            SignInUrl = change.SignInUrl ?? old.SignInUrl,
            Totp = ParametersOf(change.Totp) ?? old.Totp,
            Fill = change.Fill ?? credential.Fill,
            RememberDevice = change.RememberDevice ?? old.RememberDevice,
            Fields = NamesOf(old.Fields, change.FurtherFields),
        };
        overview = overview with { Learned = overview.LearnedBefore(old) };
        Check(overview.Label, "label", MaximumLabel);
        Check(overview.Username, "username", MaximumUsername);
        CheckSignInUrl(overview.SignInUrl, [.. overview.SignInOrigins, .. overview.SessionOrigins]);

        var secrets = SealAll(overview, change.Password, change.Totp, change.FurtherFields);
        var changed = credential with { Overview = overview };
        var isOther = ChangeRecords.ConcernsSignIn(credential, overview, secrets.Keys);
        if (isOther)
        {
            changed = changed with { UpdatedAt = time.GetUtcNow(), VerifiedAt = null, StoppedReason = null };
        }

        var record = _records.Changed(credential, overview, secrets.Keys, credential.Attachments);
        await ForgetDeviceAsync(old, overview);
        await store.ReplaceCredentialAsync(Row(overview, changed.CreatedAt, changed.UpdatedAt, changed.VerifiedAt), secrets, clearsGuard: isOther, record);
        return changed;
    }

    /// <summary>Whoever says that a site is not to know the browser again expects to be asked for a code the next time: what it was known by goes before the wish does.</summary>
    private Task ForgetDeviceAsync(Overview old, Overview now) =>
        old.RememberDevice && !now.RememberDevice ? devices.RemoveDeviceTrustAsync(now.Id) : Task.CompletedTask;

    /// <summary>Records that a credential was seen to work now.</summary>
    /// <param name="credentialId">The credential.</param>
    public Task RecordVerifiedAsync(string credentialId) => store.RecordVerifiedAsync(credentialId, time.GetUtcNow());

    /// <summary>Keeps what was learned of the site of a credential, unless the owner has changed the credential meanwhile.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="learned">What was learned; null: what was learned before is forgotten.</param>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>: the overview was changed or moved.</exception>
    public async Task LearnAsync(string credentialId, Learned? learned)
    {
        if ((await store.ListCredentialsAsync()).FirstOrDefault(one => one.Id == credentialId) is not { } stored)
        {
            return;
        }

        var overview = OpenOverview(overviewKey, stored.Id, stored.Overview);
        if (overview.Learned != learned)
        {
            await store.ReplaceOverviewAsync(stored.Id, stored.Overview, Seal(overview with { Learned = learned }));
        }
    }

    /// <summary>Seals the fills that a vault from before kept in the open. One that is sealed already is not taken from there.</summary>
    internal async Task SealFillsAsync()
    {
        foreach (var (id, sealedOverview, fill) in await store.ListUnsealedFillsAsync())
        {
            var overview = OpenOverview(overviewKey, id, sealedOverview);
            await store.ReplaceOverviewAsync(id, sealedOverview, overview.Fill is null ? Seal(overview with { Fill = fill }) : sealedOverview);
        }
    }

    /// <summary>Removes a credential with its secrets. Its audit stays.</summary>
    /// <param name="credential">The credential.</param>
    public Task RemoveAsync(Credential credential) => store.RemoveCredentialAsync(credential.Id, _records.Removed(credential.Overview));

    /// <summary>Attaches a credential; nothing happens when it already is.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="attachment">To what.</param>
    /// <exception cref="VaultException"><c>profile-unknown</c>, <c>automation-unknown</c>.</exception>
    public async Task AttachAsync(Credential credential, Attachment attachment)
    {
        await CheckTargetsAsync([attachment]);
        await store.AttachAsync(credential.Id, attachment, _records.Attached(credential.Overview, attachment));
    }

    /// <summary>Takes an attachment away.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="attachment">From what.</param>
    /// <returns>False when it was not attached there.</returns>
    public Task<bool> DetachAsync(Credential credential, Attachment attachment) =>
        store.DetachAsync(credential.Id, attachment, _records.Detached(credential.Overview, attachment));

    internal static Overview OpenOverview(OverviewKey key, string id, SealedValue value)
    {
        var overview = JsonSerializer.Deserialize(key.Open(value), OverviewJson.Default.Overview);
        return overview?.Id == id ? overview : throw VaultError.SealedValueInvalid.AsException();
    }

    private Credential Open(StoredCredential stored) => new(
        OpenOverview(overviewKey, stored.Id, stored.Overview), stored.Attachments, stored.CreatedAt, stored.UpdatedAt, stored.StoppedReason, stored.VerifiedAt);

    private CredentialRow Row(Overview overview, DateTimeOffset createdAt, DateTimeOffset updatedAt, DateTimeOffset? verifiedAt = null) => new(
        overview.Id,
        Seal(overview),
        [.. overview.SignInOrigins.Select(overviewKey.BlindIndex)],
        createdAt,
        updatedAt,
        verifiedAt);

    private SealedValue Seal(Overview overview) => overviewKey.Seal(JsonSerializer.SerializeToUtf8Bytes(overview, OverviewJson.Default.Overview));

    private Dictionary<string, SealedValue> Seal(Overview overview, Secret? password, TotpSeed? totp)
    {
        var secrets = new Dictionary<string, SealedValue>(StringComparer.Ordinal);
        if (password is not null)
        {
            secrets[FieldName.Password] = sealingKey.Seal(password, SealingContext.AtRest(overview.Id, FieldName.Password, overview.SignInOrigins));
        }

        if (totp is not null)
        {
            using var stored = totp.ToStored();
            secrets[FieldName.TotpSeed] = sealingKey.Seal(stored, SealingContext.AtRest(overview.Id, FieldName.TotpSeed, overview.SignInOrigins));
        }

        return secrets;
    }

    private Dictionary<string, SealedValue> SealAll(Overview overview, Secret? password, TotpSeed? totp, IReadOnlyDictionary<string, Secret>? further)
    {
        var secrets = Seal(overview, password, totp);
        foreach (var (name, value) in further ?? new Dictionary<string, Secret>(StringComparer.Ordinal))
        {
            var field = FieldName.Further(name);
            secrets[field] = sealingKey.Seal(value, SealingContext.AtRest(overview.Id, field, overview.SignInOrigins));
        }

        return secrets;
    }

    private static string[]? NamesOf(IReadOnlyList<string>? old, IReadOnlyDictionary<string, Secret>? further)
    {
        string[] given = [.. further?.Keys ?? []];
        foreach (var name in given)
        {
            Check(name, "field's name", MaximumFieldName);
        }

        string[] names = [.. (old ?? []).Union(given, StringComparer.Ordinal)];
        // One from before that rule keeps its name, so that its value can be replaced.
        if (given.Except(old ?? [], StringComparer.Ordinal).Any(FieldName.IsOfEvery) || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Length)
        {
            throw VaultError.FieldInvalid.AsException();
        }

        return names.Length > 0 ? names : null;
    }

    private static TotpParameters? ParametersOf(TotpSeed? seed) => seed is null
        ? null
        : new TotpParameters(seed.Algorithm.ToString().ToUpperInvariant(), seed.Digits, (int)seed.Period.TotalSeconds);
}
