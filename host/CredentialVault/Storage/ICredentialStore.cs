using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Storage;

/// <summary>The part of the store that holds credentials.</summary>
public interface ICredentialStore
{
    /// <summary>Adds a credential whole or not at all.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="secrets">Its sealed secrets by field.</param>
    /// <param name="attachments">What it is attached to.</param>
    /// <param name="record">What the audit says of it.</param>
    Task AddCredentialAsync(CredentialRow credential, IReadOnlyDictionary<string, SealedValue> secrets, IReadOnlyList<Attachment> attachments, AuditRow record);

    /// <summary>Replaces what is given of a credential, whole or not at all.</summary>
    /// <param name="credential">The credential as it is to be.</param>
    /// <param name="secrets">The sealed secrets that replace older ones; others stay.</param>
    /// <param name="clearsGuard">Whether stops and counted attempts are forgotten.</param>
    /// <param name="record">What the audit says of it.</param>
    /// <exception cref="VaultException"><c>credential-unknown</c>: it was removed.</exception>
    Task ReplaceCredentialAsync(CredentialRow credential, IReadOnlyDictionary<string, SealedValue> secrets, bool clearsGuard, AuditRow record);

    /// <summary>Replaces all of a credential, whole or not at all.</summary>
    /// <param name="credential">The credential as it is to be.</param>
    /// <param name="secrets">The sealed secrets that replace older ones.</param>
    /// <param name="kept">Fields of the secrets that stay as they are; what is in neither is removed.</param>
    /// <param name="attachments">All that it is attached to.</param>
    /// <param name="clearsGuard">Whether stops and counted attempts are forgotten.</param>
    /// <param name="record">What the audit says of it.</param>
    /// <exception cref="VaultException"><c>credential-unknown</c>: it was removed.</exception>
    Task ReplaceCredentialAsync(CredentialRow credential, IReadOnlyDictionary<string, SealedValue> secrets, IReadOnlyCollection<string> kept, IReadOnlyList<Attachment> attachments, bool clearsGuard, AuditRow record);

    /// <summary>All credentials, oldest first.</summary>
    Task<IReadOnlyList<StoredCredential>> ListCredentialsAsync();

    /// <summary>Puts an overview in the place of another one; a fill that a vault from before kept in the open is dropped with it. All else of the credential stays.</summary>
    /// <param name="id">The credential.</param>
    /// <param name="old">The overview as it was read: when another one is there by now, or the credential is gone, nothing happens.</param>
    /// <param name="overview">The new one.</param>
    Task ReplaceOverviewAsync(string id, SealedValue old, SealedValue overview);

    /// <summary>The fills that a vault from before the third schema kept in the open; none once they are sealed.</summary>
    Task<IReadOnlyList<(string Id, SealedValue Overview, Fill Fill)>> ListUnsealedFillsAsync();

    /// <summary>Records that a credential was seen to work.</summary>
    /// <param name="id">The credential; nothing happens when it is gone.</param>
    /// <param name="at">When.</param>
    Task RecordVerifiedAsync(string id, DateTimeOffset at);

    /// <summary>Removes a credential with its secrets and attachments; its audit stays.</summary>
    /// <param name="id">The credential.</param>
    /// <param name="record">What the audit says of it, when there was one.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveCredentialAsync(string id, AuditRow record);

    /// <summary>Attaches a credential; nothing happens when it already is.</summary>
    /// <param name="id">The credential.</param>
    /// <param name="attachment">To what.</param>
    /// <param name="record">What the audit says of it, when it was not attached there before.</param>
    Task AttachAsync(string id, Attachment attachment, AuditRow record);

    /// <summary>Takes an attachment away.</summary>
    /// <param name="id">The credential.</param>
    /// <param name="attachment">From what.</param>
    /// <param name="record">What the audit says of it, when there was one.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> DetachAsync(string id, Attachment attachment, AuditRow record);

    /// <summary>The credentials of one sign-in origin that a caller may use: none when its automation is gone or not one of its profile.</summary>
    /// <param name="originIndex">Blind index of the origin, 32 bytes; null: of any.</param>
    /// <param name="profileId">The caller's profile.</param>
    /// <param name="automationId">The caller's automation, or null.</param>
    Task<IReadOnlyList<UsableCredential>> FindUsableAsync(byte[]? originIndex, string profileId, string? automationId);

    /// <summary>A sealed secret, or null when the credential has none of this name.</summary>
    /// <param name="id">The credential.</param>
    /// <param name="field">See <see cref="FieldName"/>.</param>
    Task<SealedValue?> ReadSecretAsync(string id, string field);
}

/// <summary>A credential as it is stored.</summary>
/// <param name="Id">12 characters.</param>
/// <param name="Overview">The sealed overview.</param>
/// <param name="SignInIndexes">Blind indexes of the sign-in origins.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When what it signs in with was last changed.</param>
/// <param name="VerifiedAt">When that was last seen to work, or null if not since; a credential that is added is not verified.</param>
public sealed record CredentialRow(
    string Id,
    SealedValue Overview,
    IReadOnlyList<byte[]> SignInIndexes,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? VerifiedAt = null);

/// <summary>A credential with what the store knows around it.</summary>
/// <param name="Id">12 characters.</param>
/// <param name="Overview">The sealed overview.</param>
/// <param name="Attachments">What it is attached to.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When what it signs in with was last changed.</param>
/// <param name="StoppedReason">Why the guard has stopped it, or null.</param>
/// <param name="VerifiedAt">When it was last seen to work, or null if not since what it signs in with was last changed.</param>
public sealed record StoredCredential(
    string Id,
    SealedValue Overview,
    IReadOnlyList<Attachment> Attachments,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? StoppedReason,
    DateTimeOffset? VerifiedAt);

/// <summary>A credential that a caller may use.</summary>
/// <param name="Id">12 characters.</param>
/// <param name="Overview">The sealed overview.</param>
/// <param name="ThroughAutomation">Whether it is attached to the caller's automation.</param>
public sealed record UsableCredential(string Id, SealedValue Overview, bool ThroughAutomation);
