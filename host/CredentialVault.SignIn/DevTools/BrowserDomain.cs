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
}

internal sealed record BrowserVersion(string Product, string UserAgent);

internal sealed record DownloadBehavior(string Behavior, string BrowserContextId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(BrowserVersion))]
[JsonSerializable(typeof(DownloadBehavior))]
internal sealed partial class BrowserJson : JsonSerializerContext;
