using System.Collections;

namespace CredentialVault.Cli.Browsers;

/// <summary>
/// What of the owner's environment a browser is started with: what it needs to find its files, its display and the network,
/// and nothing else. A password that a script has exported for <c>--password-env</c> must not stay readable in
/// <c>/proc/PID/environ</c> for as long as the browser runs.
/// </summary>
internal static class BrowserEnvironment
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "HOME", "USER", "LOGNAME", "SHELL", "PATH", "LANG", "LANGUAGE", "TZ", "TMPDIR",
        "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
    };

    private static readonly string[] Prefixes = ["LC_", "XDG_", "DBUS_", "FONTCONFIG_", "MESA_", "LIBGL_", "GTK_", "PULSE_"];

    /// <summary>The variables of this process that a browser may have.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> OfThisProcess() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value))
            .Where(variable => Names.Contains(variable.Key) || Prefixes.Any(prefix => variable.Key.StartsWith(prefix, StringComparison.Ordinal)));
}
