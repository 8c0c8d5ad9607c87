using CredentialVault.Errors;

namespace CredentialVault.SignIn.Chromium;

/// <summary>Where Chromium and Chrome are looked for.</summary>
public static class BrowserPlaces
{
    /// <summary>Debian's real program; its wrapper <c>chromium</c> adds extensions of its own.</summary>
    private const string DebianChromium = "/usr/lib/chromium/chromium";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>
    /// The folders that programs are installed in. Who was started by an agent's browser looks only here: the agent may have
    /// chosen that browser's environment.
    /// </summary>
    public static IReadOnlyList<string> SystemFolders { get; } = ["/usr/local/bin", "/usr/bin", "/bin"];

    /// <summary>The browser that was named, or null when it is not there.</summary>
    /// <param name="name">A path, or a name that is looked for in the folders.</param>
    /// <param name="folders">Absolute paths.</param>
    /// <returns>Absolute path of the program.</returns>
    public static string? Named(string name, IReadOnlyList<string> folders) =>
        name.Contains('/', StringComparison.Ordinal) ? ExistingFile(Path.GetFullPath(name)) : In(folders, name);

    /// <summary>The first browser that is found.</summary>
    /// <param name="folders">Absolute paths.</param>
    /// <returns>Absolute path of the program.</returns>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static string First(IReadOnlyList<string> folders) =>
        ExistingFile(DebianChromium) ?? Names.Select(name => In(folders, name)).FirstOrDefault(path => path is not null)
        ?? throw VaultError.BrowserMissing($"{DebianChromium} or on PATH").AsException();

    private static string? In(IReadOnlyList<string> folders, string name) =>
        folders.Select(folder => ExistingFile(Path.Combine(folder, name))).FirstOrDefault(path => path is not null);

    private static string? ExistingFile(string path) => File.Exists(path) ? path : null;
}
