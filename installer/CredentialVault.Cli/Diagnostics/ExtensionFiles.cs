using System.Security.Cryptography;
using System.Text.Json;
using CredentialVault.Cli.Browsers;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether the extension is there, and is the one that the host's manifest lets in.</summary>
internal sealed class ExtensionFiles(InstalledParts parts) : IDiagnostic
{
    private const int IdBytes = 16;

    public string Name => "extension";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) => [await CheckAsync(cancel)];

    private async Task<Finding> CheckAsync(CancellationToken cancel)
    {
        var path = Path.Combine(parts.Extension, "manifest.json");
        try
        {
            using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(path, cancel));
            var version = manifest.RootElement.GetProperty("version").GetString();
            var worker = manifest.RootElement.GetProperty("background").GetProperty("service_worker").GetString() ?? "";
            return IdOf(manifest.RootElement.GetProperty("key").GetString() ?? "") switch
            {
                not HostManifest.ExtensionId => Finding.Problem($"{path} has another key, so the host would not let it in.", "eng/build.sh"),
                _ when !File.Exists(Path.Combine(parts.Extension, worker)) => Finding.Problem($"{worker} is missing in {parts.Extension}.", "eng/build.sh"),
                _ => Finding.Good($"{parts.Extension} holds version {version}."),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return Finding.Problem($"There is no whole extension in {parts.Extension}.", "eng/build.sh");
        }
    }

    /// <summary>Chromium's id of a key: the first half of its SHA-256, a letter from a to p for each four bits.</summary>
    private static string IdOf(string key)
    {
        var hash = SHA256.HashData(Convert.FromBase64String(key)).AsSpan(0, IdBytes);
        return string.Create(IdBytes * 2, Convert.ToHexStringLower(hash), (letters, hex) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('a' + Convert.ToInt32(hex[i].ToString(), 16));
            }
        });
    }
}
