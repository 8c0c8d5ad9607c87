using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.SetUp;
using CredentialVault.SignIn;
using CredentialVault.Storage;
using CredentialVault.Storage.Sqlite;

namespace CredentialVault.Vaults;

/// <summary>An open vault: its store, its keys and what can be done with them.</summary>
public sealed class Vault : IAsyncDisposable
{
    private readonly IVaultStore _store;
    private readonly OverviewKey _overviewKey;
    private readonly IKeySource _keys;

    private Vault(VaultHome home, IVaultStore store, IKeySource keys, OverviewKey overviewKey, TimeProvider time, OwnersProgram program)
    {
        Home = home;
        _store = store;
        _overviewKey = overviewKey;
        _keys = keys;
        Audit = new AuditLog(store, overviewKey, time);
        LastSignIns = new LastSignIns(store, Audit);
        Profiles = new ProfileRegistry(store, Audit, program, time);
        Guard = new Guard(store, time);
        Credentials = new CredentialRegistry(store, store, Profiles, keys.ReadSealingKey(), overviewKey, Audit, program, time);
        Codes = new CodeIssuer(store, store, keys, Audit, time);
        Matcher = new CredentialMatcher(store, overviewKey);
        Door = new SignInDoor(Matcher, Guard, Audit, time);
        Drafts = new Drafts(Credentials, store, keys, Audit, time);
        DeviceTrust = new DeviceTrust(store, keys, time);
        InPageSignIns = new InPageSignIns(Door, Guard, Codes, store, keys, time);
    }

    /// <summary>Where its files are.</summary>
    public VaultHome Home { get; }

    /// <summary>Adding, changing and listing credentials.</summary>
    public CredentialRegistry Credentials { get; }

    /// <summary>Credentials that an owner's page is about to save.</summary>
    public Drafts Drafts { get; }

    /// <summary>Adding and listing profiles and automations.</summary>
    public ProfileRegistry Profiles { get; }

    /// <summary>Whether a credential may be tried.</summary>
    public Guard Guard { get; }

    /// <summary>Current one-time codes.</summary>
    public CodeIssuer Codes { get; }

    /// <summary>Where sign-ins for agents begin.</summary>
    public SignInDoor Door { get; }

    /// <summary>Finds credentials for pages.</summary>
    public CredentialMatcher Matcher { get; }

    /// <summary>Sign-ins in the agent's own page.</summary>
    public InPageSignIns InPageSignIns { get; }

    /// <summary>What sites remember the sign-in browser by.</summary>
    public DeviceTrust DeviceTrust { get; }

    /// <summary>What happened.</summary>
    public AuditLog Audit { get; }

    /// <summary>When each credential was last signed in with.</summary>
    public LastSignIns LastSignIns { get; }

    /// <summary>Opens a vault.</summary>
    /// <param name="home">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="program">By what an owner who changes it does so, which the audit says.</param>
    /// <exception cref="VaultException"><c>vault-missing</c>, <c>vault-unreadable</c>, <c>vault-keys-mismatch</c>, <c>key-file-unsafe</c>, and the errors of the store.</exception>
    public static async Task<Vault> OpenAsync(VaultHome home, TimeProvider time, OwnersProgram program)
    {
        if (!File.Exists(home.Database))
        {
            throw (Path.Exists(home.Keys) ? VaultError.VaultIncomplete(home.Path) : VaultError.VaultMissing(home.Path)).AsException();
        }

        var keys = new KeyDirectory(home.Keys);
        var overviewKey = keys.ReadOverviewKey();
        var store = await SqliteVaultStore.OpenAsync(home.Database);
        try
        {
            var made = await store.ReadVaultAsync();
            if (made.OverviewKeyId != overviewKey.Kid || made.SealingKeyId != keys.ReadSealingKey().Kid)
            {
                throw VaultError.VaultKeysMismatch(home.Path).AsException();
            }

            var vault = new Vault(home, store, keys, overviewKey, time, program);
            await vault.Credentials.SealFillsAsync();
            return vault;
        }
        catch
        {
            await store.DisposeAsync();
            overviewKey.Dispose();
            throw;
        }
    }

    /// <summary>The values that one sign-in of a credential types in a browser of the host's own.</summary>
    /// <param name="overview">The credential.</param>
    /// <param name="profile">The profile that it is for.</param>
    public SignInValues ValuesFor(Overview overview, Profile profile) => new(Identifier.NewLong(), overview, profile.Id, Guard, Codes, _store, _keys);

    /// <summary>The values that a sign-in for an agent types in a browser of the host's own.</summary>
    /// <param name="signIn">The sign-in.</param>
    public SignInValues ValuesFor(AdmittedSignIn signIn) => new(signIn.Id, signIn.Overview, signIn.Caller.Profile.Id, Guard, Codes, _store, _keys);

    /// <summary>The values that an owner's try of a credential types. It counts for the guard, and for no profile.</summary>
    /// <param name="overview">The credential.</param>
    public SignInValues ValuesForVerifying(Overview overview) => new(Identifier.NewLong(), overview, "", Guard, Codes, _store, _keys);

    /// <summary>Lets a credential be tried again that the guard has stopped, and writes that down.</summary>
    /// <param name="credential">The credential.</param>
    public async Task UnlockAsync(Credential credential)
    {
        await Guard.UnlockAsync(credential.Id);
        await Audit.WriteAsync(AuditEvent.Unlock, new AuditDetail { Credential = credential.Id, Label = credential.Overview.Label });
    }

    /// <summary>Writes down that the extension of a profile was heard of.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="contact">What it said.</param>
    public Task RecordContactAsync(Profile profile, Contact contact) => _store.RecordContactAsync(profile.Id, contact);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await InPageSignIns.DisposeAsync();
        await _store.DisposeAsync();
        _overviewKey.Dispose();
    }
}
