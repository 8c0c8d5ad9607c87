using Microsoft.Playwright;

namespace CredentialVault.Testing;

/// <summary>Playwright's driver, a program of its own: one for all tests of a run.</summary>
public static class PlaywrightDriver
{
    private static readonly Lazy<Task<IPlaywright>> Started = new(Playwright.CreateAsync);

    /// <summary>Starts browsers and connects to them. It ends with the tests' own process.</summary>
    public static Task<IPlaywright> GetAsync() => Started.Value;
}
