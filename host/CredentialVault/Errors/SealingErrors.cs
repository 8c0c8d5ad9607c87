namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>A sealed value that cannot be opened: another key, another context, changed or malformed. One error for all, so that nobody learns which.</summary>
    public static VaultError SealedValueInvalid { get; } =
        new("sealed-value-invalid", "A sealed value cannot be opened: it was made for another key or place, or it was changed.");

    /// <summary>A key that is not a usable P-256 or 256-bit JWK.</summary>
    public static VaultError KeyInvalid { get; } =
        new("key-invalid", "This is not a key that can be used here.");
}
