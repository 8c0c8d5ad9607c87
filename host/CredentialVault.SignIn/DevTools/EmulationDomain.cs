using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>How the browser presents itself.</summary>
internal static class EmulationDomain
{
    /// <summary>User agent, languages and client hints.</summary>
    public static Task SetUserAgentAsync(this DevToolsSession session, UserAgentOverride agent, CancellationToken cancel) =>
        session.CallAsync("Emulation.setUserAgentOverride", agent, EmulationJson.Default.UserAgentOverride, cancel);

    /// <summary>The time zone, by its IANA name.</summary>
    public static Task SetTimeZoneAsync(this DevToolsSession session, string timeZone, CancellationToken cancel) =>
        session.CallAsync("Emulation.setTimezoneOverride", new(timeZone), EmulationJson.Default.TimeZoneOverride, cancel);

    /// <summary>The locale that numbers and dates are written in.</summary>
    public static Task SetLocaleAsync(this DevToolsSession session, string locale, CancellationToken cancel) =>
        session.CallAsync("Emulation.setLocaleOverride", new(locale), EmulationJson.Default.LocaleOverride, cancel);

    /// <summary>The viewport, in CSS pixels.</summary>
    public static Task SetViewportAsync(this DevToolsSession session, int width, int height, double scale, CancellationToken cancel) =>
        session.CallAsync("Emulation.setDeviceMetricsOverride", new(width, height, scale, Mobile: false), EmulationJson.Default.DeviceMetrics, cancel);

    /// <summary>Lets no script of the page run any more.</summary>
    public static Task StopScriptsAsync(this DevToolsSession session, CancellationToken cancel) =>
        session.CallAsync("Emulation.setScriptExecutionDisabled", new(Value: true), EmulationJson.Default.ScriptStop, cancel);

    /// <summary>Keeps the page as if its window had the focus, so that typing reaches its fields.</summary>
    public static Task KeepFocusAsync(this DevToolsSession session, CancellationToken cancel) =>
        session.CallAsync("Emulation.setFocusEmulationEnabled", new(Enabled: true), EmulationJson.Default.FocusEmulation, cancel);
}

internal sealed record UserAgentOverride(string UserAgent, string? AcceptLanguage, string? Platform, UserAgentMetadata? UserAgentMetadata);

internal sealed record UserAgentMetadata(
    IReadOnlyList<BrandVersion> Brands,
    IReadOnlyList<BrandVersion> FullVersionList,
    string Platform,
    string PlatformVersion,
    string Architecture,
    string Model,
    bool Mobile,
    string Bitness,
    bool Wow64);

internal sealed record BrandVersion(string Brand, string Version);

internal sealed record TimeZoneOverride(string TimezoneId);

internal sealed record LocaleOverride(string Locale);

internal sealed record DeviceMetrics(int Width, int Height, double DeviceScaleFactor, bool Mobile);

internal sealed record FocusEmulation(bool Enabled);

internal sealed record ScriptStop(bool Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UserAgentOverride))]
[JsonSerializable(typeof(TimeZoneOverride))]
[JsonSerializable(typeof(LocaleOverride))]
[JsonSerializable(typeof(DeviceMetrics))]
[JsonSerializable(typeof(FocusEmulation))]
[JsonSerializable(typeof(ScriptStop))]
internal sealed partial class EmulationJson : JsonSerializerContext;
