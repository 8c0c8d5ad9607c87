namespace CredentialVault.SignIn.Chromium;

/// <summary>What a sign-in browser is started with: no port, no extension, nothing of whoever started the host.</summary>
internal static class ChromiumCommandLine
{
    /// <summary>The only variables that come from the host's own environment: where programs and fonts are, and the character set.</summary>
    private static readonly string[] Inherited = ["PATH", "LANG", "LC_ALL", "FONTCONFIG_PATH", "FONTCONFIG_FILE"];

    /// <summary>What a window needs besides.</summary>
    private static readonly string[] Display = ["DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"];

    /// <summary>Whether Chromium has to go without its sandbox, since it has none for root.</summary>
    public static bool WithoutSandbox => Environment.IsPrivilegedProcess;

    /// <summary>Where in its private directory the browser keeps its profile.</summary>
    /// <param name="home">Absolute path of that directory.</param>
    public static string UserDataDirectory(string home) => $"{home}/profile";

    /// <summary>The arguments after the program.</summary>
    /// <param name="home">Absolute path of the browser's private directory.</param>
    /// <param name="options">With what it is started.</param>
    public static IReadOnlyList<string> Arguments(string home, SignInBrowserOptions options) =>
    [
        "--remote-debugging-pipe",
        .. When(!options.Headed, "--headless=new"),
        $"--user-data-dir={UserDataDirectory(home)}",
        "--no-startup-window",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-breakpad",
        "--password-store=basic",
        "--mute-audio",
        // Else a second renderer starts beside the one that is waited for, kept ready for another site, and a third for the address bar.
        $"--disable-features=SpareRendererForSitePerProcess,{AddressBar.Features}",
        // Else a page could tell that it is driven: navigator.webdriver.
        "--disable-blink-features=AutomationControlled",
        .. When(WithoutSandbox, "--no-sandbox"),
        .. When(options.Proxy is not null, $"--proxy-server={options.Proxy}"),
    ];

    /// <summary>The whole environment of the browser.</summary>
    /// <param name="home">Absolute path of the browser's private directory, which is also its working directory.</param>
    /// <param name="headed">Whether it has a window.</param>
    public static IEnumerable<KeyValuePair<string, string>> Variables(string home, bool headed)
    {
        foreach (var name in headed ? [.. Inherited, .. Display] : Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                yield return new(name, value);
            }
        }

        yield return new("HOME", home);
        // Chromium puts a socket there and ends where its path is longer than 107 bytes (unix(7)); this is the working directory.
        yield return new("TMPDIR", ".");
    }

    private static string[] When(bool condition, string argument) => condition ? [argument] : [];
}
