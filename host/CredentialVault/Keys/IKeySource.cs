using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Keys;

/// <summary>Where the keys of a vault come from. Each is asked for only by who needs it.</summary>
public interface IKeySource
{
    /// <summary>The public key that secrets are sealed with.</summary>
    /// <exception cref="VaultException">The key is missing, unsafe or not what it should be.</exception>
    SealingKey ReadSealingKey();

    /// <summary>The private key that secrets are opened with, to be disposed by the caller.</summary>
    /// <exception cref="VaultException">The key is missing, unsafe or not what it should be.</exception>
    OpeningKey ReadOpeningKey();

    /// <summary>The key of the overviews, to be disposed by the caller.</summary>
    /// <exception cref="VaultException">The key is missing, unsafe or not what it should be.</exception>
    OverviewKey ReadOverviewKey();
}
