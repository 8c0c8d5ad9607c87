namespace CredentialVault.SignIn;

/// <summary>What a page offers to press where a sign-in goes on without anything to type, in the words of the detector.</summary>
public static class WayOn
{
    /// <summary>Picks the account: the one whose name the page shows, else another one.</summary>
    public const string Account = "account";

    /// <summary>Picks a code from an authenticator among several ways to prove who one is.</summary>
    public const string Authenticator = "authenticator";

    /// <summary>Leads to other ways to prove who one is.</summary>
    public const string OtherMethod = "other-method";

    /// <summary>Lets the site know this browser again, so that it asks for no code the next time.</summary>
    public const string RememberDevice = "remember-device";

    /// <summary>Says no to an offer: to stay signed in, to trust the device, to make a passkey.</summary>
    public const string Decline = "decline";

    /// <summary>Opens the form that a page keeps behind a link or button; pressed only in a page that the vault itself has loaded.</summary>
    public const string Form = "form";

    /// <summary>What was done, after "it".</summary>
    /// <param name="way">One of these.</param>
    public static string InWords(string way) => way switch
    {
        Account => "picked the account",
        Authenticator => "chose a code from an authenticator",
        OtherMethod => "asked for other ways to prove who one is",
        RememberDevice => "let the site remember the device",
        Decline => "said no to an offer",
        Form => "opened the form to sign in",
        _ => $"pressed '{way}'",
    };

    private const string Prefix = "way-on-";

    /// <summary>The ways on among the evidence of a page.</summary>
    /// <param name="evidence">The detector's codes.</param>
    public static IReadOnlyList<string> In(IEnumerable<string> evidence) =>
        [.. evidence.Where(code => code.StartsWith(Prefix, StringComparison.Ordinal)).Select(code => code[Prefix.Length..])];
}
