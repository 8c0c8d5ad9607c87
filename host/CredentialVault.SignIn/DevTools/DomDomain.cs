using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>The document as the browser knows it: closed shadow roots too.</summary>
internal static class DomDomain
{
    private const string Closed = "closed";

    /// <summary>Handles of every closed shadow root of a target's frames, in the world of one execution context.</summary>
    /// <param name="session">The target.</param>
    /// <param name="frame">The frame whose roots are meant.</param>
    /// <param name="top">The frame that is the target's first.</param>
    /// <param name="context">The execution context.</param>
    /// <param name="most">No more than so many.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<IReadOnlyList<string>> ClosedRootsAsync(this DevToolsSession session, string frame, string top, int context, int most, CancellationToken cancel)
    {
        var document = await session.CallAsync("DOM.getDocument", new(Depth: -1, Pierce: true), DomJson.Default.DocumentDepth, DomJson.Default.DomDocument, cancel);
        var found = Collect(document.Root, top, frame);
        List<string> handles = [];
        foreach (var root in found.Take(most))
        {
            var resolved = await session.CallAsync("DOM.resolveNode", new(root, context), DomJson.Default.NodeInContext, DomJson.Default.ResolvedNode, cancel);
            if (resolved.Object.ObjectId is { } handle)
            {
                handles.Add(handle);
            }
        }

        return handles;
    }

    /// <summary>Pages nest as deep as they like, so the walk does not lean on the stack of calls.</summary>
    private static List<int> Collect(JsonElement document, string top, string frame)
    {
        List<int> found = [];
        Stack<(JsonElement Node, string? Frame)> left = new([(document, top)]);
        while (left.TryPop(out var at))
        {
            foreach (var child in ListOf(at.Node, "children"))
            {
                left.Push((child, at.Frame));
            }

            foreach (var root in ListOf(at.Node, "shadowRoots"))
            {
                if (at.Frame == frame && TextOf(root, "shadowRootType") == Closed)
                {
                    found.Add(root.GetProperty("backendNodeId").GetInt32());
                }

                left.Push((root, at.Frame));
            }

            if (at.Node.TryGetProperty("contentDocument", out var inner))
            {
                left.Push((inner, TextOf(at.Node, "frameId")));
            }
        }

        return found;
    }

    private static JsonElement.ArrayEnumerator ListOf(JsonElement node, string name) => node.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static string? TextOf(JsonElement node, string name) => node.TryGetProperty(name, out var text) ? text.GetString() : null;
}

internal sealed record DocumentDepth(int Depth, bool Pierce);

internal sealed record DomDocument(JsonElement Root);

internal sealed record NodeInContext(int BackendNodeId, int ExecutionContextId);

internal sealed record ResolvedNode(RemoteObject Object);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = DevToolsPipe.MostNested)]
[JsonSerializable(typeof(DocumentDepth))]
[JsonSerializable(typeof(DomDocument))]
[JsonSerializable(typeof(NodeInContext))]
[JsonSerializable(typeof(ResolvedNode))]
internal sealed partial class DomJson : JsonSerializerContext;
