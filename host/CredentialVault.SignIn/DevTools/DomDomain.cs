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
    string? FrameId,
    string? ShadowRootType,
    IReadOnlyList<DomNode>? Children,
    IReadOnlyList<DomNode>? ShadowRoots,
    DomNode? ContentDocument);

internal sealed record NodeInContext(int BackendNodeId, int ExecutionContextId);

internal sealed record ResolvedNode(RemoteObject Object);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DocumentDepth))]
[JsonSerializable(typeof(DomDocument))]
[JsonSerializable(typeof(NodeInContext))]
[JsonSerializable(typeof(ResolvedNode))]
internal sealed partial class DomJson : JsonSerializerContext;
