using CredentialVault.Testing;

namespace CredentialVault.AppTests.Applications;

/// <summary>Where <c>eng/apps.sh</c> leaves what it installs, and what belongs to each application here.</summary>
internal static class InstalledApplications
{
    /// <summary>Node-RED, as npm installed it.</summary>
    public static string NodeRed { get; } = Installed("node-red/node_modules/node-red/red.js");

    /// <summary>MediaWiki, as Debian's package holds it.</summary>
    public static string MediaWiki { get; } = Path.GetDirectoryName(Installed("mediawiki/usr/share/mediawiki/index.php"))!;

    /// <summary>A folder of this project.</summary>
    /// <param name="application">The application's folder.</param>
    public static string Files(string application) =>
        Path.Combine(BuiltPrograms.Repository, "tests", "CredentialVault.AppTests", "Applications", application);

    private static string Installed(string path)
    {
        var file = Path.Combine(BuiltPrograms.Artifacts, "apps", path);
        return File.Exists(file) ? file : throw new FileNotFoundException($"{path} is not installed: run eng/apps.sh first.", file);
    }
}
