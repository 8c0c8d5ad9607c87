using Microsoft.Playwright;

namespace CredentialVault.Testing;

/// <summary>A browser without the vault.</summary>
public static class PlainBrowser
{
    /// <summary>How it is started: headless, and as root without a sandbox, which Chromium has none of there.</summary>
    public static BrowserTypeLaunchOptions Options { get; } = new()
    {
        ExecutablePath = BuiltPrograms.Browser,
        ChromiumSandbox = Environment.UserName != "root",
    };
}
