namespace CredentialVault.Errors;

/// <summary>The one exception this library throws for what its callers can cause; it carries a <see cref="VaultError"/>.</summary>
public sealed class VaultException : Exception
{
    internal VaultException(VaultError error)
        : base(error.Sentence) => Error = error;

    internal VaultException(VaultError error, Exception cause)
        : base(error.Sentence, cause) => Error = error;

    /// <summary>What went wrong.</summary>
    public VaultError Error { get; }
}
