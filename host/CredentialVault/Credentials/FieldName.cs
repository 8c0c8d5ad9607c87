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

    /// <summary>Whether what goes into a field is a secret: all but the account's name.</summary>
    /// <param name="field">The field.</param>
    public static bool IsSecret(string field) => field != Username;

    private const string FurtherPrefix = "field:";

    /// <summary>What every credential has a field of its own for, as a person calls it.</summary>
    private static readonly string[] OfEvery = ["username", "password", "one-time code"];

    /// <summary>Whether a further field would have the name of one that every credential has, in any case.</summary>
    /// <param name="name">The owner's name for it.</param>
    public static bool IsOfEvery(string name) => OfEvery.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name under which a further field of a credential is sealed, such as <c>field:Tenant</c>.</summary>
    /// <param name="name">The owner's name for it.</param>
    public static string Further(string name) => FurtherPrefix + name;

    /// <summary>The owner's name for a further field.</summary>
    /// <param name="field">The name that it is sealed under.</param>
    /// <returns>Null for <see cref="Password"/>, <see cref="TotpSeed"/> and whatever is no further field.</returns>
    public static string? NameOfFurther(string field) => field.StartsWith(FurtherPrefix, StringComparison.Ordinal) ? field[FurtherPrefix.Length..] : null;
}
