using CredentialVault.SignIn;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

/// <summary>The vault of the caller's profile, and the sign-ins that go on for it. They end together.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="SignIns">The sign-ins.</param>
internal sealed record OpenedVault(Vault Vault, SignIns SignIns) : IAsyncDisposable
{
    /// <summary>Opens a vault.</summary>
    /// <param name="home">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="Errors.VaultException">As for <see cref="Vault.OpenAsync"/>.</exception>
    public static async Task<OpenedVault> OpenAsync(VaultHome home, TimeProvider time)
    {
        var vault = await Vault.OpenAsync(home, time);
        return new OpenedVault(vault, new SignIns(vault, SignInTurns.OfThisMachine(home, time), time));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await SignIns.DisposeAsync();
        await Vault.DisposeAsync();
    }
}
