namespace CredentialVault.SignIn.Chromium;

/// <summary>The list under Chromium's address bar: two pages of its own, which are loaded with each window, also where nobody sees it.</summary>
public static class AddressBar
{
    /// <summary>Chromium's names of what loads them, for <c>--disable-features</c>, comma-separated.</summary>
    public const string Features = "WebUIOmniboxPopup,WebUIOmniboxAimPopup";
}
