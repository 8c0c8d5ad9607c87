namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>A secret that is not well-formed text: bytes that are no UTF-8, or half a surrogate pair.</summary>
    public static VaultError SecretNotText { get; } =
        new("secret-not-text", "A secret is not well-formed text.");
}
