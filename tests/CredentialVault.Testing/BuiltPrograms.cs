namespace CredentialVault.Testing;

/// <summary>Where <c>eng/build.sh</c> leaves what it builds, and the browser that it is tried with.</summary>
public static class BuiltPrograms
{
    private const string DebianChromium = "/usr/lib/chromium/chromium";

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder that everything built goes to.</summary>
    public static string Artifacts { get; } = Path.Combine(Repository, "artifacts");

    /// <summary>The owner's command line.</summary>
    public static string CommandLine { get; } = Built("bin/credential-vault");

    /// <summary>The native-messaging host.</summary>
    public static string Host { get; } = Built("bin/credential-vault-host");

    /// <summary>The unpacked extension.</summary>
    public static string Extension { get; } = Path.Combine(Artifacts, "extension");

    /// <summary>Chromium itself: <c>CREDENTIAL_VAULT_BROWSER</c>, else Debian's.</summary>
    public static string Browser { get; } = Environment.GetEnvironmentVariable("CREDENTIAL_VAULT_BROWSER") is { Length: > 0 } named ? named : DebianChromium;

    private static string Built(string path)
    {
        var file = Path.Combine(Artifacts, path);
        return File.Exists(file) ? file : throw new FileNotFoundException($"{path} is not built: run eng/build.sh first.", file);
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CredentialVault.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("CredentialVault.sln is in no folder above this program.");
    }
}
