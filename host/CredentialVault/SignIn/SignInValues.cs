using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.OneTimeCodes;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CredentialVault.Storage;

namespace CredentialVault.SignIn;

/// <summary>
/// The values that one sign-in types in a browser of the host's own. The guard is asked, and the attempt recorded, before
/// the first secret is opened.
/// </summary>
public sealed class SignInValues : IDisposable
{
    private readonly string _id;
    private readonly string _profileId;
    private readonly Guard _guard;
    private readonly CodeIssuer _codes;
    private readonly ICredentialStore _store;
    private readonly IKeySource _keys;
    private readonly List<Secret> _codesGiven = [];
    private bool _attemptBegun;

    internal SignInValues(string id, Overview overview, string profileId, Guard guard, CodeIssuer codes, ICredentialStore store, IKeySource keys)
    {
        _id = id;
        Overview = overview;
        _profileId = profileId;
        _guard = guard;
        _codes = codes;
        _store = store;
        _keys = keys;
    }

    /// <summary>The credential.</summary>
    public Overview Overview { get; }

    /// <summary>The sign-in's id, for the lease.</summary>
    public string SignInId => _id;

    /// <summary>Whether a secret was given out.</summary>
    public bool AttemptBegun => _attemptBegun;

    /// <summary>Values for fields, or why there are none yet.</summary>
    /// <param name="fields">See <see cref="FieldName"/>.</param>
    /// <exception cref="VaultException"><c>totp-missing</c>, <c>sealed-value-invalid</c>, <c>fill-unexpected</c>.</exception>
    public async Task<ValuesForFields> TakeAsync(IReadOnlyList<string> fields)
    {
        var code = fields.Contains(FieldName.OneTimeCode, StringComparer.Ordinal) ? await _codes.IssueAsync(Overview) : null;
        if (code is { Code: null })
        {
            return new ValuesForFields([], code.Wait, code.Refusal);
        }

        using (code?.Code)
        {
            var secret = fields.Any(FieldName.IsSecret);
            if (secret && !_attemptBegun && await _guard.BeginAttemptAsync(Overview.Id, _id, _profileId) is { } refusal)
            {
                return new ValuesForFields([], default, refusal);
            }

            _attemptBegun |= secret;
            if (code?.Code is { } given)
            {
                lock (_codesGiven)
                {
                    _codesGiven.Add(given.Value.Copy());
                }
            }

            var values = new ValuesForFields([], default, null);
            try
            {
                foreach (var field in fields)
                {
                    values.Add(field, await OpenAsync(field, code?.Code?.Value) ?? throw VaultError.FillUnexpected.AsException());
                }

                return values;
            }
            catch
            {
                values.Dispose();
                throw;
            }
        }
    }

    /// <summary>The session without what holds the password, the seed or a code that was typed.</summary>
    /// <param name="session">The session as it was read.</param>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>.</exception>
    public async Task<WithheldSession> WithholdAsync(Session session)
    {
        using var withholding = await WithholdingAsync();
        return withholding.Apply(session);
    }

    /// <summary>Whether one of these texts holds the password, the seed or a code that was typed, plain or encoded.</summary>
    /// <param name="texts">The texts.</param>
    /// <exception cref="VaultException"><c>sealed-value-invalid</c>.</exception>
    public async Task<bool> AreInAsync(IEnumerable<string> texts)
    {
        using var withholding = await WithholdingAsync();
        return texts.Any(withholding.Holds);
    }

    /// <summary>Records how the sign-in ended.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="proven">Whether a page showed that it is signed in.</param>
    public Task EndAsync(Outcome outcome, bool proven) => _attemptBegun ? _guard.EndAttemptAsync(_id, outcome, proven) : Task.CompletedTask;

    /// <summary>Wipes the codes.</summary>
    public void Dispose()
    {
        lock (_codesGiven)
        {
            _codesGiven.ForEach(code => code.Dispose());
        }
    }

    private async Task<Withholding> WithholdingAsync()
    {
        using var password = await OpenAsync(FieldName.Password, code: null);
        using var stored = await OpenAsync(FieldName.TotpSeed, code: null);
        using var seed = stored is null ? null : TotpSeed.FromStored(stored);
        lock (_codesGiven)
        {
            return new Withholding(password, seed, _codesGiven);
        }
    }

    private async Task<Secret?> OpenAsync(string field, Secret? code)
    {
        switch (field)
        {
            case FieldName.Username:
                return Secret.FromText(Overview.Username);
            case FieldName.OneTimeCode:
                return code?.Copy();
            default:
                if (await _store.ReadSecretAsync(Overview.Id, field) is not { } value)
                {
                    return null;
                }

                using (var key = _keys.ReadOpeningKey())
                {
                    return key.Open(value, SealingContext.AtRest(Overview.Id, field, Overview.SignInOrigins));
                }
        }
    }
}

/// <summary>Values for fields, or why there are none yet. Disposing of it wipes them.</summary>
public sealed class ValuesForFields : IDisposable
{
    private readonly List<(string Field, Secret Value)> _values;

    internal ValuesForFields(List<(string Field, Secret Value)> values, TimeSpan wait, Outcome? refusal)
    {
        _values = values;
        Wait = wait;
        Refusal = refusal;
    }

    /// <summary>The values, in the order of the fields.</summary>
    public IReadOnlyList<(string Field, Secret Value)> Values => _values;

    /// <summary>How long to wait for the next one-time code when there are no values and no refusal.</summary>
    public TimeSpan Wait { get; }

    /// <summary>Why there will be none, or null.</summary>
    public Outcome? Refusal { get; }

    /// <summary>Wipes the values.</summary>
    public void Dispose() => _values.ForEach(value => value.Value.Dispose());

    internal void Add(string field, Secret value) => _values.Add((field, value));
}
