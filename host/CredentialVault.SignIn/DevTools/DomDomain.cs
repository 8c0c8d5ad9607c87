using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>The document as the browser knows it: closed shadow roots too.</summary>
internal static class DomDomain
{
    private const string Closed = "closed";

    /// <summary>Handles of the closed shadow roots of a target's frames, each in a world of its frame's. A large page takes most of a second.</summary>
    /// <param name="session">The target.</param>
    /// <param name="worlds">The frames whose roots are meant, each with the execution context of its world.</param>
    /// <param name="top">The frame that is the target's first.</param>
    /// <param name="most">No more than so many of a frame.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<IReadOnlyList<string>> ClosedRootsAsync(
        this DevToolsSession session, IReadOnlyDictionary<string, int> worlds, string top, int most, CancellationToken cancel)
    {
        var document = await session.DocumentAsync(cancel);
        var roots = Nodes(document, top)
            .Where(at => at.Frame is { } frame && worlds.ContainsKey(frame) && TextOf(at.Node, "shadowRootType") == Closed)
            .GroupBy(at => worlds[at.Frame!], at => IdOf(at.Node));
        List<string> handles = [];
        foreach (var (context, root) in roots.SelectMany(ofFrame => ofFrame.Take(most), (ofFrame, root) => (ofFrame.Key, root)))
        {
            var resolved = await session.CallAsync("DOM.resolveNode", new(root, context), DomJson.Default.NodeInContext, DomJson.Default.ResolvedNode, cancel);
            if (resolved.Object.ObjectId is { } handle)
            {
                handles.Add(handle);
            }
        }

        return handles;
    }

    /// <summary>Empties every field that text can be typed into, in all frames and shadow roots of a target.</summary>
    /// <param name="session">The target.</param>
    /// <param name="most">With more fields than so many, nothing is emptied.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Where its first document is; null when there were too many fields.</returns>
    public static async Task<string?> EmptyFieldsAsync(this DevToolsSession session, int most, CancellationToken cancel)
    {
        const string Empty = """
            function () {
              const kind = this instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
              Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(this, "");
              this.removeAttribute("value");
              this.textContent = "";
            }
            """;
        var document = await session.DocumentAsync(cancel);
        int[] fields = [.. Nodes(document, top: null).Where(at => TextOf(at.Node, "nodeName") is "INPUT" or "TEXTAREA").Select(at => IdOf(at.Node)).Take(most + 1)];
        if (fields.Length > most)
        {
            return null;
        }

        foreach (var field in fields)
        {
            var resolved = await session.CallAsync("DOM.resolveNode", new(field, null), DomJson.Default.NodeInContext, DomJson.Default.ResolvedNode, cancel);
            await session.CallAsync("Runtime.callFunctionOn", new(resolved.Object.ObjectId ?? "", Empty, [], ReturnByValue: true, AwaitPromise: false, UserGesture: false), RuntimeJson.Default.FunctionCall, cancel);
        }

        return TextOf(document, "documentURL");
    }

    private static async Task<JsonElement> DocumentAsync(this DevToolsSession session, CancellationToken cancel) =>
        (await session.CallAsync("DOM.getDocument", new(Depth: -1, Pierce: true), DomJson.Default.DocumentDepth, DomJson.Default.DomDocument, cancel)).Root;

    /// <summary>All nodes, each with its frame. Pages nest as deep as they like, so the walk does not lean on the stack of calls.</summary>
    private static IEnumerable<(JsonElement Node, string? Frame)> Nodes(JsonElement document, string? top)
    {
        Stack<(JsonElement Node, string? Frame)> left = new([(document, top)]);
        while (left.TryPop(out var at))
        {
            yield return at;
            foreach (var inside in ListOf(at.Node, "children").Concat(ListOf(at.Node, "shadowRoots")))
            {
                left.Push((inside, at.Frame));
            }

            if (at.Node.TryGetProperty("contentDocument", out var inner))
            {
                left.Push((inner, TextOf(at.Node, "frameId")));
            }
        }
    }

    private static JsonElement.ArrayEnumerator ListOf(JsonElement node, string name) => node.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static string? TextOf(JsonElement node, string name) => node.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static int IdOf(JsonElement node) => node.GetProperty("backendNodeId").GetInt32();
}

internal sealed record DocumentDepth(int Depth, bool Pierce);

internal sealed record DomDocument(JsonElement Root);

internal sealed record NodeInContext(int BackendNodeId, int? ExecutionContextId);

internal sealed record ResolvedNode(RemoteObject Object);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = DevToolsPipe.MostNested)]
[JsonSerializable(typeof(DocumentDepth))]
[JsonSerializable(typeof(DomDocument))]
[JsonSerializable(typeof(NodeInContext))]
[JsonSerializable(typeof(ResolvedNode))]
internal sealed partial class DomJson : JsonSerializerContext;
