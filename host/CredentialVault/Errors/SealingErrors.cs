namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>A sealed value that cannot be opened: another key, another context, changed or malformed. One error for all, so that nobody learns which.</summary>
    public static VaultError SealedValueInvalid { get; } =
        new("sealed-value-invalid", "A sealed value cannot be opened: it was made for another key or place, or it was changed.");

    /// <summary>A key that is not a usable P-256 or 256-bit JWK.</summary>
    public static VaultError KeyInvalid { get; } =
        new("key-invalid", "This is not a key that can be used here.");

    /// <summary>A value longer than a sealed value may hold.</summary>
    public static VaultError TooLongToSeal { get; } =
        new("too-long-to-seal", "A value is too long to be sealed: 64 KiB of UTF-8 is the most.");

    /// <summary>An id, a field or an origin that cannot be bound into a sealed value: empty, with control characters, not well-formed, or too long.</summary>
    public static VaultError SealingContextInvalid { get; } =
        new("sealing-context-invalid", "The id, the field or the origins of a secret are empty, too long or hold control characters.");

    /// <summary>A recovery key with a typing mistake, or something else.</summary>
    public static VaultError RecoveryKeyInvalid { get; } =
        new("recovery-key-invalid", "This is not a recovery key: look for a mistyped or missing character.");
}
