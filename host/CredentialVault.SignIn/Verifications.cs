using CredentialVault.Errors;
using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>Verifications for an owner's page, one at a time. Each goes on by itself once it is begun; the page asks for news. The latest is remembered with its picture.</summary>
/// <param name="vault">The vault.</param>
/// <param name="turns">Lets only so many sign-in browsers run at a time.</param>
/// <param name="time">The clock.</param>
public sealed class Verifications(Vault vault, SignInTurns turns, TimeProvider time) : IAsyncDisposable
{
    private OngoingVerification? _latest;

    /// <summary>Begins to verify a credential.</summary>
    /// <param name="credentialId">Its id.</param>
    /// <returns>The verification's id.</returns>
    /// <exception cref="VaultException"><c>credential-unknown</c>; <c>verification-busy</c>.</exception>
    public async Task<string> BeginAsync(string credentialId)
    {
        if (_latest is { HasEnded: false })
        {
            throw VaultError.VerificationBusy.AsException();
        }

        var credential = await vault.Credentials.GetAsync(credentialId);
        _latest?.Dispose();
        var verification = new OngoingVerification(Guid.NewGuid().ToString("N"), credential.Fill, time);
        _latest = verification;
        verification.Run = Task.Run(() => RunAsync(verification, credential));
        return verification.Id;
    }

    /// <summary>How far a verification has come, once there are more steps than these or it has ended.</summary>
    /// <param name="id">The verification.</param>
    /// <param name="steps">How many steps are known.</param>
    /// <exception cref="VaultException"><c>verification-unknown</c>.</exception>
    public Task<VerificationProgress> NewsAsync(string id, int steps) => Find(id).NewsAsync(steps);

    /// <summary>A part of the picture of the last page.</summary>
    /// <param name="id">The verification.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <returns>Base64, at most 200,000 characters.</returns>
    /// <exception cref="VaultException"><c>verification-unknown</c>.</exception>
    public string PicturePart(string id, int part) => Find(id).PicturePart(part);

    /// <summary>Ends the one that still goes on, with its browser.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_latest is { } latest)
        {
            await latest.GiveUpAsync();
            await latest.Run;
            latest.Dispose();
        }
    }

    private async Task RunAsync(OngoingVerification verification, Credentials.Credential credential)
    {
        try
        {
            var options = await SignInBrowserOptions.ForAsync(vault, credential);
            verification.End(await new Verification(vault, turns, time).RunAsync(credential, options, verification, verification.Cancel));
        }
        catch (VaultException failure)
        {
            verification.End(failure.Error);
        }
        catch (OperationCanceledException)
        {
            verification.End(VaultError.VerificationUnknown);
        }
#pragma warning disable CA1031 // Nobody waits for this task; whatever it is, the owner must learn that nothing comes of it.
        catch (Exception)
#pragma warning restore CA1031
        {
            verification.End(new VerificationResult(Outcome.NeedsOwner(Reason.HostFailed)));
        }
    }

    private OngoingVerification Find(string id) => _latest is { } latest && latest.Id == id ? latest : throw VaultError.VerificationUnknown.AsException();
}
