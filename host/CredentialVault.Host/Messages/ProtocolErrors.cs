using CredentialVault.Errors;

namespace CredentialVault.Host.Messages;

/// <summary>What can be wrong with a message itself.</summary>
internal static class ProtocolErrors
{
    /// <summary>Not JSON, or not what the protocol says of this type.</summary>
    public static VaultError BadMessage { get; } = new("bad-message", "The message is not one that the protocol knows.");

    /// <summary>Another version of the protocol.</summary>
    public static VaultError VersionUnsupported { get; } = new("version-unsupported", "The extension and the host are of different versions: install both anew.");

    /// <summary>A type that the protocol does not have.</summary>
    public static VaultError TypeUnknown { get; } = new("type-unknown", "The host does not know this type of message.");

    /// <summary>Longer than the host reads.</summary>
    public static VaultError MessageTooLong { get; } = new("message-too-long", "The message is longer than the host reads.");

    /// <summary>Something nobody thought of. What it was is not told, since it could be anything.</summary>
    public static VaultError Unexpected { get; } = new("unexpected", "Something unexpected went wrong in the host; the vault is unchanged.");
}
