using CredentialVault.Errors;
using CredentialVault.OneTimeCodes;
using CredentialVault.Sealing;

namespace CredentialVault.Credentials;

public sealed partial class CredentialRegistry
{
    private const int MostFurtherFields = 16;

    /// <summary>
    /// Adds a credential, or makes one what is given, whole. A change of what it signs in with lifts the guard's stop,
    /// since it was the owner who looked; with another label or other attachments it stays stopped or verified as it is, and where all is as it was, nothing happens.
    /// </summary>
    /// <param name="old">The credential as it is, or null to add one.</param>
    /// <param name="state">What it is to be; its secrets are sealed, not kept.</param>
    /// <exception cref="VaultException">
    /// <c>text-invalid</c>, <c>origin-invalid</c>, <c>sign-in-url-invalid</c>, <c>profile-unknown</c>, <c>automation-unknown</c>,
    /// <c>password-missing</c>, <c>seed-invalid</c>, <c>field-invalid</c>; <c>secret-needed</c>: a secret is to stay as it is
    /// that is not stored, or was given for other sign-in origins or for the isolated fill alone; <c>credential-unknown</c>:
    /// it was removed. <see cref="VaultError.Field"/> says what is wrong; nothing is changed then.
    /// </exception>
    public async Task<Credential> SaveAsync(Credential? old, CredentialState state)
    {
        Check(state.Label, "label", MaximumLabel);
        string[] signIn = [.. state.SignInOrigins.Select(origin => origin.ToString()).Distinct(StringComparer.Ordinal)];
        if (signIn.Length == 0)
        {
            throw VaultError.OriginInvalid("none was given").At("signInOrigins").AsException();
        }

        string[] session = state.SessionOrigins.Count == 0 ? signIn : [.. state.SessionOrigins.Select(origin => origin.ToString()).Distinct(StringComparer.Ordinal)];
        CheckSignInUrl(state.SignInUrl, [.. signIn, .. session]);
        Check(state.Username, "username", MaximumUsername);
        CheckSecrets(state.Secrets, old?.Overview, old is not null && MayKeepSecrets(old, signIn, state.Fill));
        await CheckTargetsAsync(state.Attachments);

        var totp = state.Secrets.FirstOrDefault(secret => secret.Field == FieldName.TotpSeed);
        using var seed = totp?.Value is { } text ? TotpSeed.Parse(text) : null;
        string[] fields = [.. state.Secrets.Select(secret => FieldName.NameOfFurther(secret.Field)).OfType<string>()];
        var overview = (old?.Overview ?? new Overview { Id = Identifier.NewShort(), Label = "", SignInOrigins = [], SessionOrigins = [], Username = "" }) with
        {
            Label = state.Label,
            SignInOrigins = signIn,
            SessionOrigins = session,
            Username = state.Username,
            SignInUrl = state.SignInUrl,
            Totp = totp is null ? null : ParametersOf(seed) ?? old?.Overview.Totp,
            Fields = fields.Length > 0 ? fields : null,
            Fill = state.Fill,
            RememberDevice = state.RememberDevice,
        };
        overview = overview with { Learned = old is null ? null : overview.LearnedBefore(old.Overview) };
        var sealedSecrets = Seal(overview, state.Secrets.FirstOrDefault(secret => secret.Field == FieldName.Password)?.Value, seed);
        foreach (var further in state.Secrets.Where(secret => FieldName.NameOfFurther(secret.Field) is not null && secret.Value is not null))
        {
            sealedSecrets[further.Field] = sealingKey.Seal(further.Value!, SealingContext.AtRest(overview.Id, further.Field, overview.SignInOrigins));
        }

        var now = time.GetUtcNow();
        var isOther = old is null || ChangeRecords.ConcernsSignIn(old, overview, sealedSecrets.Keys);
        if (!isOther && overview.Label == old!.Overview.Label && state.Attachments.ToHashSet().SetEquals(old.Attachments))
        {
            return old;
        }

        var row = Row(overview, old?.CreatedAt ?? now, isOther ? now : old!.UpdatedAt, isOther ? null : old!.VerifiedAt);
        if (old is null)
        {
            await store.AddCredentialAsync(row, sealedSecrets, state.Attachments, _records.Added(overview, state.Attachments));
        }
        else
        {
            string[] kept = [.. state.Secrets.Where(secret => secret.Value is null).Select(secret => secret.Field)];
            await ForgetDeviceAsync(old.Overview, overview);
            await store.ReplaceCredentialAsync(row, sealedSecrets, kept, state.Attachments, clearsGuard: isOther, _records.Changed(old, overview, sealedSecrets.Keys, state.Attachments));
        }

        return new Credential(overview, state.Attachments, row.CreatedAt, row.UpdatedAt, isOther ? null : old!.StoppedReason, row.VerifiedAt);
    }

    /// <summary>
    /// Secrets are bound to the sign-in origins. And what was given for the isolated fill must not come into a page: whoever
    /// has an owner's page and an agent's browser for a moment could read there what nobody is shown.
    /// </summary>
    private static bool MayKeepSecrets(Credential old, string[] signIn, Fill fill) =>
        old.Overview.SignInOrigins.ToHashSet(StringComparer.Ordinal).SetEquals(signIn) && (fill == old.Fill || fill == Fill.Isolated);

    /// <summary>Every secret has a field of its own and a value, or stays as it is stored.</summary>
    /// <param name="secrets">The secrets.</param>
    /// <param name="old">The credential as it is, or null when it is added.</param>
    /// <param name="mayKeep">Whether what is stored of it may stay.</param>
    private static void CheckSecrets(IReadOnlyList<GivenSecret> secrets, Overview? old, bool mayKeep)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (field, value) in secrets)
        {
            var further = FieldName.NameOfFurther(field);
            if (!seen.Add(field) || !(field is FieldName.Password or FieldName.TotpSeed || HasStored(old, field) || IsFieldName(further)))
            {
                throw VaultError.FieldInvalid.At(field).AsException();
            }

            if (value is null && !(mayKeep && HasStored(old, field)))
            {
                throw VaultError.SecretNeeded.At(field).AsException();
            }

            if (value is { Length: 0 })
            {
                throw (field == FieldName.Password ? VaultError.PasswordMissing : field == FieldName.TotpSeed ? VaultError.SeedInvalid : VaultError.FieldInvalid.At(field)).AsException();
            }
        }

        if (!seen.Contains(FieldName.Password))
        {
            throw VaultError.PasswordMissing.AsException();
        }

        if (seen.Count > MostFurtherFields + 2)
        {
            throw VaultError.FieldInvalid.AsException();
        }
    }

    private static bool IsFieldName(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MaximumFieldName && !name.Any(char.IsControl) && !FieldName.IsOfEvery(name);

    private static bool HasStored(Overview? overview, string field) => overview is not null && field switch
    {
        FieldName.Password => true,
        FieldName.TotpSeed => overview.Totp is not null,
        _ => FieldName.NameOfFurther(field) is { } name && (overview.Fields?.Contains(name, StringComparer.Ordinal) ?? false),
    };
}
