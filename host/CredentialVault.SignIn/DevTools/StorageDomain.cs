using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Cookies of a browser context.</summary>
internal static class StorageDomain
{
    /// <summary>Every cookie of a context.</summary>
    public static async Task<IReadOnlyList<BrowserCookie>> CookiesAsync(this DevToolsSession browser, string context, CancellationToken cancel) =>
        (await browser.CallAsync("Storage.getCookies", new(context), StorageJson.Default.ContextId, StorageJson.Default.BrowserCookies, cancel)).Cookies;

    /// <summary>Adds cookies to a context; a cookie of the same name, domain, path and partition is replaced.</summary>
    public static Task SetCookiesAsync(this DevToolsSession browser, string context, IReadOnlyList<NewCookie> cookies, CancellationToken cancel) =>
        browser.CallAsync("Storage.setCookies", new(cookies, context), StorageJson.Default.NewCookies, cancel);
}

internal sealed record NewCookies(IReadOnlyList<NewCookie> Cookies, string BrowserContextId);

internal sealed record NewCookie(
    string Name,
    string Value,
    string Url,
    string? Domain,
    string Path,
    bool Secure,
    bool HttpOnly,
    string? SameSite,
    double? Expires,
    string? SourceScheme,
    int? SourcePort,
    PartitionKey? PartitionKey);

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

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContextId))]
[JsonSerializable(typeof(BrowserCookies))]
[JsonSerializable(typeof(NewCookies))]
internal sealed partial class StorageJson : JsonSerializerContext;
