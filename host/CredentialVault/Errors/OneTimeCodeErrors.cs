namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>A seed for one-time codes that cannot be read. One error for every form, so that nothing of the input is repeated.</summary>
    public static VaultError SeedInvalid { get; } =
        new("seed-invalid", "This is no authenticator key: give the one that the site shows (at least 10 of the letters A to Z and the digits 2 to 7) or its otpauth://totp/ link with 6 to 8 digits.") { Field = "totp-seed" };
}
