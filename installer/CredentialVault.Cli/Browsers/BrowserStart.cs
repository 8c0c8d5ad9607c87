using System.Globalization;
using CredentialVault.Profiles;
using CredentialVault.SignIn.Chromium;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Browsers;

/// <summary>How a profile's browser is to be started.</summary>
internal sealed record BrowserStart
{
    /// <summary>The variable from which the host learns for which automation the browser was started.</summary>
    public const string AutomationVariable = "CREDENTIAL_VAULT_AUTOMATION";

    /// <summary>The browser.</summary>
    public required Browser Browser { get; init; }

    /// <summary>The profile.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The unpacked extension.</summary>
    public required string Extension { get; init; }

    /// <summary>The vault that its hosts open.</summary>
    public required VaultHome Home { get; init; }

    /// <summary>Name of the automation, or null.</summary>
    public string? Automation { get; init; }

    /// <summary>Without a window.</summary>
    public bool Headless { get; init; }

    /// <summary>TCP port for DevTools on 127.0.0.1, 0 for any that is free, or null for none.</summary>
    public int? DevToolsPort { get; init; }

    /// <summary>The first page; null for an empty one, since programs that drive Chromium hang on its New Tab page.</summary>
    public string? Address { get; init; }

    /// <summary>Whether Chromium has to go without its sandbox, since it has none for root.</summary>
    public static bool WithoutSandbox => Environment.IsPrivilegedProcess;

    /// <summary>What follows the program on its command line.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        $"--user-data-dir={Profile.UserDataDirectory}",
        $"--load-extension={Extension}",
        $"--disable-extensions-except={Extension}",
        "--no-first-run",
        "--no-default-browser-check",
        .. When(Headless, "--headless=new", $"--disable-features={AddressBar.Features}"),
        .. When(DevToolsPort is not null, string.Create(CultureInfo.InvariantCulture, $"--remote-debugging-port={DevToolsPort}")),
        .. When(WithoutSandbox, "--no-sandbox"),
        .. When(Profile.Proxy is not null, $"--proxy-server={Profile.Proxy}"),
        Address ?? "about:blank",
    ];

    private static string[] When(bool condition, params string[] arguments) => condition ? arguments : [];
}
