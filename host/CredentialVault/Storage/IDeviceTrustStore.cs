using CredentialVault.Sealing;

namespace CredentialVault.Storage;

/// <summary>The part of the store that holds what sites remember the sign-in browser by, one sealed value for each credential and profile.</summary>
public interface IDeviceTrustStore
{
    /// <summary>What is kept, or null.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    Task<SealedValue?> ReadDeviceTrustAsync(string credentialId, string profileId);

    /// <summary>Keeps a value in place of the one before. Nothing happens when the credential or the profile is gone.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="value">The value.</param>
    Task WriteDeviceTrustAsync(string credentialId, string profileId, SealedValue value);

    /// <summary>Forgets what is kept.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    Task RemoveDeviceTrustAsync(string credentialId, string profileId);

    /// <summary>Forgets what is kept for any profile.</summary>
    /// <param name="credentialId">The credential.</param>
    Task RemoveDeviceTrustAsync(string credentialId);
}
