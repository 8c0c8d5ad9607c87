using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>The browser as a whole.</summary>
internal static class BrowserDomain
{
    /// <summary>How the browser names itself.</summary>
    public static Task<BrowserVersion> VersionAsync(this DevToolsSession browser, CancellationToken cancel) =>
        browser.CallAsync("Browser.getVersion", new(), BrowserJson.Default.NoParameters, BrowserJson.Default.BrowserVersion, cancel);

    /// <summary>Refuses every download of a context.</summary>
    public static Task DenyDownloadsAsync(this DevToolsSession browser, string context, CancellationToken cancel) =>
        browser.CallAsync("Browser.setDownloadBehavior", new("deny", context), BrowserJson.Default.DownloadBehavior, cancel);

    /// <summary>The window that a page is in.</summary>
    /// <returns>Its id.</returns>
    public static async Task<int> WindowOfAsync(this DevToolsSession browser, string target, CancellationToken cancel) =>
        (await browser.CallAsync("Browser.getWindowForTarget", new(target), BrowserJson.Default.WindowWish, BrowserJson.Default.Window, cancel)).WindowId;

    /// <summary>Gives a window another size, in CSS pixels.</summary>
    public static Task SetWindowSizeAsync(this DevToolsSession browser, int window, int width, int height, CancellationToken cancel) =>
        browser.CallAsync("Browser.setWindowBounds", new(window, new(width, height)), BrowserJson.Default.WindowBounds, cancel);
}

internal sealed record BrowserVersion(string Product, string UserAgent);

internal sealed record DownloadBehavior(string Behavior, string BrowserContextId);

internal sealed record WindowWish(string TargetId);

internal sealed record Window(int WindowId);

internal sealed record WindowBounds(int WindowId, WindowSize Bounds);

internal sealed record WindowSize(int Width, int Height);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(BrowserVersion))]
[JsonSerializable(typeof(DownloadBehavior))]
[JsonSerializable(typeof(WindowWish))]
[JsonSerializable(typeof(Window))]
[JsonSerializable(typeof(WindowBounds))]
internal sealed partial class BrowserJson : JsonSerializerContext;
