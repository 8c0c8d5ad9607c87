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
        List<int> found = [];
        Collect(document.Root, top, frame, found);
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
        var document = await session.CallAsync("DOM.getDocument", new(Depth: -1, Pierce: true), DomJson.Default.DocumentDepth, DomJson.Default.DomDocument, cancel);
        List<int> fields = [];
        CollectFields(document.Root, fields);
        if (fields.Count > most)
        {
            return null;
        }

        foreach (var field in fields)
        {
            var resolved = await session.CallAsync("DOM.resolveNode", new(field, null), DomJson.Default.NodeInContext, DomJson.Default.ResolvedNode, cancel);
            await session.CallAsync("Runtime.callFunctionOn", new(resolved.Object.ObjectId ?? "", Empty, [], ReturnByValue: true, AwaitPromise: false, UserGesture: false), RuntimeJson.Default.FunctionCall, cancel);
        }

        return document.Root.DocumentURL;
    }

    private static void CollectFields(DomNode node, List<int> found)
    {
        if (node.NodeName is "INPUT" or "TEXTAREA")
        {
            found.Add(node.BackendNodeId);
        }

        foreach (var inside in (node.Children ?? []).Concat(node.ShadowRoots ?? []))
        {
            CollectFields(inside, found);
        }

        if (node.ContentDocument is { } inner)
        {
            CollectFields(inner, found);
        }
    }

    private static void Collect(DomNode node, string? inFrame, string frame, List<int> found)
    {
        foreach (var child in node.Children ?? [])
        {
            Collect(child, inFrame, frame, found);
        }

        foreach (var root in node.ShadowRoots ?? [])
        {
            if (root.ShadowRootType == Closed && inFrame == frame)
            {
                found.Add(root.BackendNodeId);
            }

            Collect(root, inFrame, frame, found);
        }

        if (node.ContentDocument is { } inner)
        {
            Collect(inner, node.FrameId, frame, found);
        }
    }
}

internal sealed record DocumentDepth(int Depth, bool Pierce);

internal sealed record DomDocument(DomNode Root);

internal sealed record DomNode(
    int BackendNodeId,
    string? NodeName,
    string? DocumentURL,
    string? FrameId,
    string? ShadowRootType,
    IReadOnlyList<DomNode>? Children,
    IReadOnlyList<DomNode>? ShadowRoots,
    DomNode? ContentDocument);

internal sealed record NodeInContext(int BackendNodeId, int? ExecutionContextId);

internal sealed record ResolvedNode(RemoteObject Object);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DocumentDepth))]
[JsonSerializable(typeof(DomDocument))]
[JsonSerializable(typeof(NodeInContext))]
[JsonSerializable(typeof(ResolvedNode))]
internal sealed partial class DomJson : JsonSerializerContext;
