using System.Security.Cryptography;

namespace CredentialVault.Credentials;

/// <summary>Random names for rows and sign-ins: lower-case letters and digits without those that look alike.</summary>
internal static class Identifier
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A name for something an owner types: 60 random bits in 12 characters.</summary>
    public static string NewShort() => RandomNumberGenerator.GetString(Alphabet, 12);

    /// <summary>A name that cannot be guessed: 130 random bits in 26 characters.</summary>
    public static string NewLong() => RandomNumberGenerator.GetString(Alphabet, 26);
}
