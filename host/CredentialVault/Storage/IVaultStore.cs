namespace CredentialVault.Storage;

/// <summary>
/// Where a vault is kept. It holds only sealed values and what may be known without a key. Every rule
/// that needs one answer over all hosts is one atomic statement in the store.
/// </summary>
public interface IVaultStore : ICredentialStore, IProfileStore, IGuardStore, IAuditStore, IDeviceTrustStore, IAsyncDisposable
{
    /// <summary>What the vault was made with.</summary>
    Task<VaultRow> ReadVaultAsync();
}

/// <summary>What a vault was made with.</summary>
/// <param name="Id">26 random characters.</param>
/// <param name="SealingKeyId">RFC 7638 thumbprint of the key that secrets are sealed to.</param>
/// <param name="OverviewKeyId">RFC 7638 thumbprint of the overview key.</param>
/// <param name="RecoveryKey">Public half of the recovery key, as a JWK.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record VaultRow(string Id, string SealingKeyId, string OverviewKeyId, string RecoveryKey, DateTimeOffset CreatedAt);
