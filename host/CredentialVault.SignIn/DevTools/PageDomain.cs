using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Navigation, frames and dialogs.</summary>
internal static class PageDomain
{
    /// <summary>An event: the page waits for an answer to a dialog.</summary>
    public const string DialogOpening = "Page.javascriptDialogOpening";

    /// <summary>An event: a frame shows another document; <see cref="FrameShown"/>.</summary>
    public const string FrameNavigated = "Page.frameNavigated";

    /// <summary>Turns the domain's events on.</summary>
    public static Task EnablePageAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Page.enable", cancel);

    /// <summary>Goes to an address.</summary>
    public static Task<NavigationResult> NavigateAsync(this DevToolsSession session, string url, CancellationToken cancel) =>
        session.CallAsync("Page.navigate", new(url), PageJson.Default.Navigation, PageJson.Default.NavigationResult, cancel);

    /// <summary>The frames of this target, those in processes of their own left out.</summary>
    public static async Task<FrameTree> FramesAsync(this DevToolsSession session, CancellationToken cancel) =>
        (await session.CallAsync("Page.getFrameTree", new(), PageJson.Default.NoParameters, PageJson.Default.Frames, cancel)).FrameTree;

    /// <summary>A JavaScript world of its own in a frame's present document.</summary>
    /// <returns>The id of its execution context.</returns>
    public static async Task<int> CreateWorldAsync(this DevToolsSession session, string frame, string name, CancellationToken cancel) =>
        (await session.CallAsync("Page.createIsolatedWorld", new(frame, name), PageJson.Default.NewWorld, PageJson.Default.World, cancel)).ExecutionContextId;

    /// <summary>Runs a script in a world of its own in every document from now on, before anything of the page's own.</summary>
    public static Task AddScriptAsync(this DevToolsSession session, string source, string world, CancellationToken cancel) =>
        session.CallAsync("Page.addScriptToEvaluateOnNewDocument", new(source, world), PageJson.Default.NewScript, cancel);

    /// <summary>A picture of what the page shows.</summary>
    /// <param name="session">The page.</param>
    /// <param name="quality">Of the JPEG, in percent.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>A JPEG in base64.</returns>
    public static async Task<string> PictureAsync(this DevToolsSession session, int quality, CancellationToken cancel) =>
        (await session.CallAsync("Page.captureScreenshot", new("jpeg", quality), PageJson.Default.PictureWish, PageJson.Default.Picture, cancel)).Data;

    /// <summary>Answers a dialog.</summary>
    public static Task AnswerDialogAsync(this DevToolsSession session, bool accept, CancellationToken cancel) =>
        session.CallAsync("Page.handleJavaScriptDialog", new(accept), PageJson.Default.DialogAnswer, cancel);
}

internal sealed record NoParameters;

internal sealed record PictureWish(string Format, int Quality);

internal sealed record Picture(string Data);

internal sealed record Navigation(string Url);

/// <param name="LoaderId">The document that came of it, or null.</param>
/// <param name="ErrorText">Chromium's name of what went wrong, such as <c>net::ERR_CONNECTION_REFUSED</c>, or null when something answered there.</param>
internal sealed record NavigationResult(string? LoaderId, string? ErrorText);

internal sealed record Frames(FrameTree FrameTree);

internal sealed record FrameTree(Frame Frame, IReadOnlyList<FrameTree>? ChildFrames);

/// <param name="Id">The frame.</param>
/// <param name="LoaderId">Its document; also the id of the request that it was loaded by.</param>
internal sealed record Frame(string Id, string LoaderId);

internal sealed record FrameShown(Frame Frame);

internal sealed record NewWorld(string FrameId, string WorldName);

internal sealed record NewScript(string Source, string WorldName);

internal sealed record World(int ExecutionContextId);

internal sealed record DialogOpening(string Type);

internal sealed record DialogAnswer(bool Accept);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(PictureWish))]
[JsonSerializable(typeof(Picture))]
[JsonSerializable(typeof(Navigation))]
[JsonSerializable(typeof(NavigationResult))]
[JsonSerializable(typeof(Frames))]
[JsonSerializable(typeof(FrameShown))]
[JsonSerializable(typeof(NewWorld))]
[JsonSerializable(typeof(NewScript))]
[JsonSerializable(typeof(World))]
[JsonSerializable(typeof(DialogOpening))]
[JsonSerializable(typeof(DialogAnswer))]
internal sealed partial class PageJson : JsonSerializerContext;
