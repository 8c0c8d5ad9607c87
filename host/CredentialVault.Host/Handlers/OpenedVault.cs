using CredentialVault.Audit;
using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

/// <summary>The vault of the caller's profile, and the sign-ins and verifications that go on for it. They end together.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="SignIns">The sign-ins.</param>
/// <param name="Verifications">The verifications.</param>
internal sealed record OpenedVault(Vault Vault, SignIns SignIns, Verifications Verifications) : IAsyncDisposable
{
    /// <summary>Opens a vault.</summary>
    /// <param name="home">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="Errors.VaultException">As for <see cref="Vault.OpenAsync"/>.</exception>
    public static async Task<OpenedVault> OpenAsync(VaultHome home, TimeProvider time)
    {
        var vault = await Vault.OpenAsync(home, time, OwnersProgram.SetUpPage);
        var turns = await SignInTurns.ForAsync(vault, time);
        return new OpenedVault(vault, new SignIns(vault, turns, time), new Verifications(vault, turns, time));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await SignIns.DisposeAsync();
        await Verifications.DisposeAsync();
        await Vault.DisposeAsync();
    }
}
