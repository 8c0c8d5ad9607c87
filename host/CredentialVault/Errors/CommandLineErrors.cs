namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>Something that is needed was not given, and nobody can be asked.</summary>
    /// <param name="option">The option, as it is typed.</param>
    public static VaultError OptionMissing(string option) =>
        new("option-missing", $"{option} is missing, and there is no terminal to ask on.");

    /// <summary>The owner ended a question without an answer.</summary>
    public static VaultError Cancelled { get; } =
        new("cancelled", "Cancelled; nothing was changed.");

    /// <summary>The environment variable that should hold a secret does not.</summary>
    /// <param name="variable">Its name.</param>
    public static VaultError SecretVariableMissing(string variable) =>
        new("secret-variable-missing", $"The environment variable {variable} is not set, or is empty.");

    /// <summary>Standard input does not hold the secrets that were announced.</summary>
    /// <param name="expected">What it should hold.</param>
    public static VaultError SecretInputInvalid(string expected) =>
        new("secret-input-invalid", $"Standard input must hold {expected} and nothing else, in at most 64 KiB.");

    /// <summary>A defect of this program. What went wrong underneath may hold anything, so only its type is told.</summary>
    /// <param name="type">Name of the exception's type.</param>
    public static VaultError Unexpected(string type) =>
        new("unexpected", $"Something unexpected went wrong ({type}); 'credential-vault doctor' may say more.");
}
