using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Keys;
using CredentialVault.OneTimeCodes;
using CredentialVault.Sealing;
using CredentialVault.Storage;

namespace CredentialVault.SignIn;

/// <summary>Gives out one-time codes, each time step at most once over all hosts that share the vault, and never one about to expire.</summary>
/// <param name="credentials">Where the sealed seeds are.</param>
/// <param name="guard">Where used time steps are kept.</param>
/// <param name="keys">Opens the seeds.</param>
/// <param name="audit">Where codes given to the owner are recorded.</param>
/// <param name="time">The clock.</param>
public sealed class CodeIssuer(ICredentialStore credentials, IGuardStore guard, IKeySource keys, AuditLog audit, TimeProvider time)
{
    /// <summary>The longest time step that is waited for; a used one further ahead means that the clock went back.</summary>
    private const int MostPeriodsAhead = 2;

    /// <summary>A code for a sign-in, or how long to wait for one.</summary>
    /// <param name="overview">The credential; it has a seed.</param>
    /// <exception cref="VaultException"><c>totp-missing</c>, <c>sealed-value-invalid</c>.</exception>
    public async Task<CodeForSignIn> IssueAsync(Overview overview)
    {
        using var seed = await OpenSeedAsync(overview);
        var now = time.GetUtcNow();
        var code = seed.CodeAt(now);
        if (!code.IsEnding(now, GuardLimits.CodeMargin) && await guard.TryUseCodeAsync(overview.Id, code.ValidUntil))
        {
            return new CodeForSignIn(code, default, null);
        }

        using (code)
        {
            var usedUntil = (await guard.ReadGuardAsync(overview.Id, now)).CodeUsedUntil ?? default;
            var next = usedUntil > code.ValidUntil ? usedUntil : code.ValidUntil;
            return next - now > MostPeriodsAhead * seed.Period
                ? new CodeForSignIn(null, default, Outcome.BlockedByGuard(Reason.ClockWentBack))
                : new CodeForSignIn(null, next - now, null);
        }
    }

    /// <summary>The current code, for the owner who binds the authenticator at the site. Its time step counts as used from then on.</summary>
    /// <param name="credential">The credential.</param>
    /// <returns>The code, and whether its time step had been used before, so that a site may refuse it.</returns>
    /// <exception cref="VaultException"><c>totp-missing</c>, <c>sealed-value-invalid</c>.</exception>
    public async Task<CodeForOwner> CurrentAsync(Credential credential)
    {
        using var seed = await OpenSeedAsync(credential.Overview);
        var code = seed.CodeAt(time.GetUtcNow());
        var fresh = await guard.TryUseCodeAsync(credential.Id, code.ValidUntil);
        await audit.WriteAsync(AuditEvent.GetCode, new AuditDetail { Credential = credential.Id, Label = credential.Overview.Label });
        return new CodeForOwner(code, UsedBefore: !fresh);
    }

    private async Task<TotpSeed> OpenSeedAsync(Overview overview)
    {
        var value = await credentials.ReadSecretAsync(overview.Id, FieldName.TotpSeed) ?? throw VaultError.TotpMissing.AsException();
        using var key = keys.ReadOpeningKey();
        using var stored = key.Open(value, SealingContext.AtRest(overview.Id, FieldName.TotpSeed, overview.SignInOrigins));
        return TotpSeed.FromStored(stored);
    }
}

/// <summary>A code for a sign-in, or why there is none yet.</summary>
/// <param name="Code">The code, to be disposed of; null while one has to be waited for.</param>
/// <param name="Wait">How long to wait when there is no code and no refusal.</param>
/// <param name="Refusal">Why there will be none, or null.</param>
public sealed record CodeForSignIn(OneTimeCode? Code, TimeSpan Wait, Outcome? Refusal);

/// <summary>The current code for the owner.</summary>
/// <param name="Code">The code, to be disposed of.</param>
/// <param name="UsedBefore">Whether its time step had been used before.</param>
public sealed record CodeForOwner(OneTimeCode Code, bool UsedBefore);
