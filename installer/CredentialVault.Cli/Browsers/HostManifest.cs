using System.Text.Encodings.Web;
using System.Text.Json;

namespace CredentialVault.Cli.Browsers;

/// <summary>The file by which Chromium finds the host of a profile.</summary>
internal static class HostManifest
{
    /// <summary>The extension's id, fixed by the key in its manifest.</summary>
    public const string ExtensionId = "impbffjibjbijamjhloklbnabdbecplh";

    private const string FileName = "com.credentialvault.host.json";

    /// <summary>The only folder of a user-data-dir in which Chromium looks.</summary>
    /// <param name="userDataDirectory">The user-data-dir.</param>
    public static string FolderIn(string userDataDirectory) => Path.Combine(userDataDirectory, "NativeMessagingHosts");

    /// <summary>Where the manifest belongs.</summary>
    /// <param name="userDataDirectory">The user-data-dir.</param>
    public static string PathIn(string userDataDirectory) => Path.Combine(FolderIn(userDataDirectory), FileName);

    /// <summary>What the manifest of a profile says.</summary>
    /// <param name="link">Absolute path of the profile's link to the host.</param>
    public static string For(string link)
    {
        using var template = typeof(HostManifest).Assembly.GetManifestResourceStream("manifest.template.json")!;
        using var reader = new StreamReader(template);
        return reader.ReadToEnd()
            .Replace("{{extension}}", ExtensionId, StringComparison.Ordinal)
            // Last: a folder may be called like a place to be filled in.
            .Replace("{{host}}", JsonEncodedText.Encode(link, JavaScriptEncoder.Default).ToString(), StringComparison.Ordinal);
    }

    /// <summary>The link that a manifest names, or null when there is no manifest or it cannot be read.</summary>
    /// <param name="manifest">Path of the manifest.</param>
    public static string? LinkIn(string manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(manifest));
            return json.RootElement.GetProperty("path").GetString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
