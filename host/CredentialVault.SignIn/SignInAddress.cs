using System.Collections.Frozen;

namespace CredentialVault.SignIn;

/// <summary>Which addresses are there for signing in, as far as their own words tell.</summary>
internal static class SignInAddress
{
    /// <summary>These are enough as one word among others: <c>verify-device</c>.</summary>
    private static readonly FrozenSet<string> Steps = Set("verify", "verification", "challenge", "checkpoint", "2fa", "mfa", "otp", "totp", "login", "logon", "signin", "signon");

    private static readonly FrozenSet<string> Whole = Set(
        "auth", "authenticate", "authentication", "oauth", "oauth2", "sso", "saml", "saml2", "login", "logon", "signin", "signon", "session", "sessions", "twofactor", "twostep", "stepup",
        "anmelden", "anmeldung", "einloggen", "connexion", "connecter", "iniciarsesion", "acceso", "accedi", "accesso", "inloggen", "aanmelden", "entrar");

    /// <summary>Whether a part of a path says so.</summary>
    /// <param name="path">Path of an address, and of an application's place behind the hash.</param>
    public static bool Is(string path) => path.Split('/', '#', '.').Any(part => part.Split('-', '_') is var words && (words.Any(Steps.Contains) || Whole.Contains(string.Concat(words))));

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
