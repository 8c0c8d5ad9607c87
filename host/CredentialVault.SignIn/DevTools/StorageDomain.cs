using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Cookies of a browser context.</summary>
internal static class StorageDomain
{
    /// <summary>Every cookie of a context.</summary>
    public static async Task<IReadOnlyList<BrowserCookie>> CookiesAsync(this DevToolsSession browser, string context, CancellationToken cancel) =>
        (await browser.CallAsync("Storage.getCookies", new(context), StorageJson.Default.ContextId, StorageJson.Default.BrowserCookies, cancel)).Cookies;
}

internal sealed record BrowserCookies(IReadOnlyList<BrowserCookie> Cookies);

internal sealed record BrowserCookie(
    string Name,
    string Value,
    string Domain,
    string Path,
    double Expires,
    bool HttpOnly,
    bool Secure,
    bool Session,
    string? SameSite,
    string? SourceScheme,
    int? SourcePort,
    PartitionKey? PartitionKey,
    bool? PartitionKeyOpaque);

internal sealed record PartitionKey(string TopLevelSite, bool HasCrossSiteAncestor);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ContextId))]
[JsonSerializable(typeof(BrowserCookies))]
internal sealed partial class StorageJson : JsonSerializerContext;
