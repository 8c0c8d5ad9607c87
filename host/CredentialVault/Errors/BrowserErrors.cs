using System.Globalization;

namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>No browser is where one was named, or none was found.</summary>
    /// <param name="where">Where it was looked for.</param>
    public static VaultError BrowserMissing(string where) =>
        new("browser-missing", $"There is no browser at {where}: install Chromium, or register the profile with --browser.");

    /// <summary>The browser that the owner's environment names is not there.</summary>
    /// <param name="path">What <c>CREDENTIAL_VAULT_BROWSER</c> says.</param>
    public static VaultError BrowserVariableWrong(string path) =>
        new("browser-missing", $"CREDENTIAL_VAULT_BROWSER names {path}, where there is no browser: correct it, or unset it.");

    /// <summary>A window was asked for where none can be shown.</summary>
    public static VaultError NoDisplay { get; } =
        new("no-display", "There is no display to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): add --headless.");

    /// <summary>An owner wanted to watch where no window can be shown.</summary>
    public static VaultError NoDisplayToWatch { get; } =
        new("no-display", "There is no display to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): leave --headed out.");

    /// <summary>The browser ended by itself with an error.</summary>
    /// <param name="browser">Its path.</param>
    /// <param name="exitCode">What it ended with.</param>
    public static VaultError BrowserFailed(string browser, int exitCode) =>
        new("browser-failed", string.Create(CultureInfo.InvariantCulture, $"{browser} ended with code {exitCode}: start it by hand to see why."));

    /// <summary>The browser that the host signs in with did not start, or did not answer.</summary>
    /// <param name="browser">Its path.</param>
    public static VaultError SignInBrowserFailed(string browser) =>
        new("sign-in-browser-failed", $"{browser} did not start, or did not answer: start it by hand to see why.");

    /// <summary>Nothing answers at an address, or not with a page.</summary>
    /// <param name="address">The address.</param>
    public static VaultError PageUnreachable(string address) =>
        new("page-unreachable", $"Nothing answers at {address}: check the address.");

    /// <summary>The profile's browser runs already.</summary>
    /// <param name="how">For what it runs, to follow "already runs".</param>
    public static VaultError ProfileBusy(string how) =>
        new("profile-busy", $"The browser of this profile already runs {how}.");

    /// <summary>The port for DevTools is in use.</summary>
    /// <param name="port">The TCP port.</param>
    public static VaultError PortTaken(int port) =>
        new("port-taken", string.Create(CultureInfo.InvariantCulture, $"Port {port} is in use: choose another one, or 0 for any that is free."));

    /// <summary>The file that a profile's certificate authorities are taken from is of no use.</summary>
    /// <param name="file">Its path.</param>
    public static VaultError AuthorityInvalid(string file) =>
        new("authority-invalid", $"{file} cannot be read, or holds no certificate (PEM): put it back, or register the profile with another --ca.");

    /// <summary>A browser's list of authorities would not take those of the profile.</summary>
    /// <param name="list">The list's path.</param>
    public static VaultError AuthoritiesNotWritten(string list) =>
        new("authorities-not-written", $"{list} cannot be written, or is not Chromium's list of certificate authorities: delete it, and Chromium makes a new one.");
}
