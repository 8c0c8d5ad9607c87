namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>A seed for one-time codes that cannot be read. One error for every form, so that nothing of the input is repeated.</summary>
    public static VaultError SeedInvalid { get; } =
        new("seed-invalid", "This is no seed for one-time codes: give the key the site shows (Base32, at least 10 characters) or its otpauth://totp/ link with 6 to 8 digits.") { Field = "totp-seed" };
}
