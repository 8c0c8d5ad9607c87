namespace CredentialVault.SignIn.DevTools;

/// <summary>What developers call a password in a header or a query.</summary>
internal static class PasswordName
{
    private static readonly string[] Parts = ["password", "passwd", "passphrase", "passcode", "pwd"];

    /// <summary>Whether a name is one of those, or holds one: <c>X-Password</c>.</summary>
    /// <param name="name">The name.</param>
    public static bool Is(string? name) =>
        name is not null && (name.Equals("pass", StringComparison.OrdinalIgnoreCase) || Array.Exists(Parts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)));
}
