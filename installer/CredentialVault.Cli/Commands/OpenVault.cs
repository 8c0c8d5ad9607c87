using CredentialVault.Audit;
using CredentialVault.Errors;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary>The vault that this process works on.</summary>
internal static class OpenVault
{
    /// <summary>Opens it.</summary>
    /// <exception cref="VaultException">As for <see cref="Vault.OpenAsync"/>.</exception>
    public static Task<Vault> OfThisProcessAsync() => Vault.OpenAsync(VaultHome.Locate(), TimeProvider.System, OwnersProgram.CommandLine);
}
