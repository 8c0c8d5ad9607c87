namespace CredentialVault.Credentials;

/// <summary>The fields of a sign-in page, in the words of the protocol.</summary>
public static class FieldName
{
    /// <summary>The account's name.</summary>
    public const string Username = "username";

    /// <summary>The account's password.</summary>
    public const string Password = "password";

    /// <summary>A time-based one-time code (RFC 6238).</summary>
    public const string OneTimeCode = "one-time-code";

    /// <summary>The name under which the seed of the one-time codes is sealed; it is never a field of a page.</summary>
    public const string TotpSeed = "totp-seed";
}
