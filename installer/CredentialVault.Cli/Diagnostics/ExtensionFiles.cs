using System.Security.Cryptography;
using System.Text.Json;
using CredentialVault.Cli.Browsers;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether the extension is there, is the one that the host's manifest lets in, and is as it was built together with this program.</summary>
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
                _ when await ChangedFileAsync(cancel) is { } changed => Finding.Problem($"{Path.Combine(parts.Extension, changed)} is not as it was built: somebody has changed it, or built it anew.", "eng/build.sh"),
                _ => Finding.Good($"{parts.Extension} holds version {version}."),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return Finding.Problem($"There is no whole extension in {parts.Extension}.", "eng/build.sh");
        }
    }

    /// <summary>A file that is another than was built, or there although it was not, or not there; null: none.</summary>
    private async Task<string?> ChangedFileAsync(CancellationToken cancel)
    {
        var built = Built();
        foreach (var path in Directory.EnumerateFiles(parts.Extension, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(parts.Extension, path);
            await using var file = File.OpenRead(path);
            if (!built.Remove(name, out var hash) || hash != Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)))
            {
                return name;
            }
        }

        return built.Keys.FirstOrDefault();
    }

    /// <summary>Hashes of the extension's files, in lower-case hexadecimal digits, by their path in it.</summary>
    private static Dictionary<string, string> Built()
    {
        // As sha256sum writes them: the hash, two spaces, the path.
        const int HashDigits = SHA256.HashSizeInBytes * 2;
        using var list = new StreamReader(typeof(ExtensionFiles).Assembly.GetManifestResourceStream("extension.sha256")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(line => line[(HashDigits + 2)..], line => line[..HashDigits], StringComparer.Ordinal);
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
