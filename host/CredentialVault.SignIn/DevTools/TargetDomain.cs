using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Browser contexts, pages, and frames that run in processes of their own.</summary>
internal static class TargetDomain
{
    /// <summary>An event: a target was attached to; <see cref="AttachedToTarget"/>.</summary>
    public const string Attached = "Target.attachedToTarget";

    /// <summary>An event: a target is gone; <see cref="DetachedFromTarget"/>.</summary>
    public const string Detached = "Target.detachedFromTarget";

    /// <summary>A new off-the-record context.</summary>
    public static async Task<string> CreateBrowserContextAsync(this DevToolsSession browser, CancellationToken cancel) =>
        (await browser.CallAsync("Target.createBrowserContext", new(DisposeOnDetach: true), TargetJson.Default.NewContext, TargetJson.Default.ContextId, cancel)).BrowserContextId;

    /// <summary>A new, empty page in a context.</summary>
    public static async Task<string> CreatePageAsync(this DevToolsSession browser, string context, int width, int height, CancellationToken cancel) =>
        (await browser.CallAsync("Target.createTarget", new("about:blank", context, width, height), TargetJson.Default.NewTarget, TargetJson.Default.TargetId, cancel)).Id;

    /// <summary>Attaches to a target.</summary>
    /// <returns>The id of the session.</returns>
    public static async Task<string> AttachAsync(this DevToolsSession browser, string target, CancellationToken cancel) =>
        (await browser.CallAsync("Target.attachToTarget", new(target, Flatten: true), TargetJson.Default.Attachment, TargetJson.Default.Attached, cancel)).SessionId;

    /// <summary>Attaches by itself to what a target brings forth, and holds each until it is let go.</summary>
    public static Task AttachToChildrenAsync(this DevToolsSession session, CancellationToken cancel) =>
        session.CallAsync("Target.setAutoAttach", new(AutoAttach: true, WaitForDebuggerOnStart: true, Flatten: true), TargetJson.Default.AutoAttachment, cancel);

    /// <summary>The same with the workers that pages share, which belong to none of them.</summary>
    public static Task AttachToSharedWorkersAsync(this DevToolsSession browser, CancellationToken cancel) =>
        browser.CallAsync("Target.setAutoAttach", new(AutoAttach: true, WaitForDebuggerOnStart: true, Flatten: true) { Filter = [new("shared_worker")] }, TargetJson.Default.AutoAttachment, cancel);

    /// <summary>Closes a target.</summary>
    public static Task CloseAsync(this DevToolsSession browser, string target, CancellationToken cancel) =>
        browser.CallAsync("Target.closeTarget", new(target), TargetJson.Default.TargetId, cancel);
}

internal sealed record NewContext(bool DisposeOnDetach);

internal sealed record ContextId(string BrowserContextId);

internal sealed record NewTarget(string Url, string BrowserContextId, int Width, int Height);

internal sealed record TargetId([property: JsonPropertyName("targetId")] string Id);

internal sealed record Attachment(string TargetId, bool Flatten);

internal sealed record Attached(string SessionId);

internal sealed record AutoAttachment(bool AutoAttach, bool WaitForDebuggerOnStart, bool Flatten)
{
    public IReadOnlyList<TargetKind>? Filter { get; init; }
}

internal sealed record TargetKind(string Type);

internal sealed record TargetInfo(string TargetId, string Type);

internal sealed record AttachedToTarget(string SessionId, TargetInfo TargetInfo, bool WaitingForDebugger);

internal sealed record DetachedFromTarget(string SessionId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewContext))]
[JsonSerializable(typeof(ContextId))]
[JsonSerializable(typeof(NewTarget))]
[JsonSerializable(typeof(TargetId))]
[JsonSerializable(typeof(Attachment))]
[JsonSerializable(typeof(Attached))]
[JsonSerializable(typeof(AutoAttachment))]
[JsonSerializable(typeof(AttachedToTarget))]
[JsonSerializable(typeof(DetachedFromTarget))]
internal sealed partial class TargetJson : JsonSerializerContext;
