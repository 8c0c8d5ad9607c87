namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>An attachment that is written wrongly.</summary>
    public static VaultError AttachmentInvalid { get; } =
        new("attachment-invalid", "Attach to profile:NAME or automation:NAME.");

    /// <summary>A credential without a password.</summary>
    public static VaultError PasswordMissing { get; } =
        new("password-missing", "The password is empty.") { Field = "password" };

    /// <summary>A secret that a credential is to keep and does not have, or cannot keep since it was given for other sign-in origins or another fill.</summary>
    public static VaultError SecretNeeded { get; } =
        new("secret-needed", "This secret must be given again: it is not stored, or was given for other sign-in origins or another fill.");

    /// <summary>A secret whose field no credential can have, has twice, or that is empty.</summary>
    public static VaultError FieldInvalid { get; } =
        new("field-invalid", "A further field needs a value and a name of 1 to 64 characters that no other has, nor the username, password or one-time code, and there are 16 at most.");

    /// <summary>Secrets were sealed for a draft that this host did not give, or that is spent.</summary>
    public static VaultError DraftUnknown { get; } =
        new("draft-unknown", "What was typed can no longer be opened: give the password, the key and the further fields again.");

    /// <summary>One-time codes are asked of a credential without a seed.</summary>
    public static VaultError TotpMissing { get; } =
        new("totp-missing", "This credential has no authenticator key.");

    /// <summary>An origin that cannot be used.</summary>
    /// <param name="why">What is wrong with it, without repeating it.</param>
    public static VaultError OriginInvalid(string why) =>
        new("origin-invalid", $"This is not an origin like https://shop.example: {why}.");

    /// <summary>A sign-in URL outside the credential's origins, or none at all.</summary>
    public static VaultError SignInUrlInvalid { get; } =
        new("sign-in-url-invalid", "The sign-in URL is not an address at one of the credential's origins.") { Field = "signInUrl" };

    /// <summary>A text that is empty, too long, or has control characters.</summary>
    /// <param name="what">Which text, in the words of the command line.</param>
    /// <param name="maximum">The most characters it may have.</param>
    public static VaultError TextInvalid(string what, int maximum) =>
        new("text-invalid", $"The {what} must have 1 to {maximum} characters, none of them a control character.") { Field = what };

    /// <summary>No credential has this id or label.</summary>
    /// <param name="name">What was asked for.</param>
    public static VaultError CredentialUnknown(string name) =>
        new("credential-unknown", $"There is no credential '{name}': 'credential-vault credential list' shows them.");

    /// <summary>Several credentials have this label.</summary>
    /// <param name="label">What was asked for.</param>
    public static VaultError CredentialAmbiguous(string label) =>
        new("credential-ambiguous", $"Several credentials are called '{label}': name one by its id.");
}
