namespace CredentialVault.Cli.Browsers;

/// <summary>Where windows can be shown.</summary>
internal static class Display
{
    /// <summary>Whether this process was given one, by X11 or Wayland.</summary>
    public static bool IsThere => IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
