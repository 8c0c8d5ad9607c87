using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Every text of a target's documents, what fields hold included, across frames and shadow roots.</summary>
internal static class SnapshotDomain
{
    /// <summary>The texts, each once, and those that are laid out joined in their order, for a text that stands in pieces.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(this DevToolsSession session, CancellationToken cancel)
    {
        var snapshot = await session.CallAsync("DOMSnapshot.captureSnapshot", new([]), SnapshotJson.Default.SnapshotStyles, SnapshotJson.Default.Snapshot, cancel);
        return [.. snapshot.Strings, .. snapshot.Documents.Select(document => string.Concat(document.Layout.Text.Where(at => at >= 0).Select(at => snapshot.Strings[at])))];
    }
}

internal sealed record SnapshotStyles(IReadOnlyList<string> ComputedStyles);

internal sealed record Snapshot(IReadOnlyList<SnapshotDocument> Documents, IReadOnlyList<string> Strings);

internal sealed record SnapshotDocument(SnapshotLayout Layout);

/// <param name="Text">Places in the list of strings; -1 for none.</param>
internal sealed record SnapshotLayout(IReadOnlyList<int> Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SnapshotStyles))]
[JsonSerializable(typeof(Snapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
