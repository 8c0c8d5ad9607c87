using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>What a page sends. Bodies are neither kept by the browser nor asked for.</summary>
internal static class NetworkDomain
{
    /// <summary>An event: a request goes out; <see cref="RequestSent"/>.</summary>
    public const string RequestWillBeSent = "Network.requestWillBeSent";

    /// <summary>An event: the head of an answer came; <see cref="ResponseCame"/>.</summary>
    public const string ResponseReceived = "Network.responseReceived";

    /// <summary>An event: a part of an answer came; <see cref="AnswerPart"/>.</summary>
    public const string DataReceived = "Network.dataReceived";

    /// <summary>An event: a request was answered to the end; <see cref="RequestEnded"/>.</summary>
    public const string LoadingFinished = "Network.loadingFinished";

    /// <summary>An event: a request failed; <see cref="RequestEnded"/>.</summary>
    public const string LoadingFailed = "Network.loadingFailed";

    /// <summary>An event: something went out over a web socket.</summary>
    public const string WebSocketFrameSent = "Network.webSocketFrameSent";

    /// <summary>Turns the domain's events on, without a buffer for bodies.</summary>
    public static Task EnableNetworkAsync(this DevToolsSession session, CancellationToken cancel) =>
        session.CallAsync("Network.enable", new(0, 0, 0), NetworkJson.Default.NetworkLimits, cancel);

    /// <summary>Sends requests past the site's service workers, or no longer.</summary>
    public static Task BypassServiceWorkersAsync(this DevToolsSession session, bool bypass, CancellationToken cancel) =>
        session.CallAsync("Network.setBypassServiceWorker", new(bypass), NetworkJson.Default.ServiceWorkerBypass, cancel);
}

internal sealed record ResponseCame(string RequestId, string? FrameId, string Type, ResponseHead Response);

internal sealed record ResponseHead(string Url, int Status, IReadOnlyDictionary<string, string> Headers, bool? FromDiskCache);

internal sealed record NetworkLimits(int MaxTotalBufferSize, int MaxResourceBufferSize, int MaxPostDataSize);

internal sealed record ServiceWorkerBypass(bool Bypass);

internal sealed record RequestSent(string RequestId, string? Type, string? FrameId, SentRequest Request);

/// <summary>A request.</summary>
/// <param name="Method">Its method.</param>
/// <param name="AddressGivesValues">Whether its address gives a name or a password; none of that is kept.</param>
/// <param name="Headers">What its headers tell of what is given in them; none of what they say is kept.</param>
internal sealed record SentRequest(
    string Method,
    [property: JsonPropertyName("url"), JsonConverter(typeof(ValuesOfAddress))] bool AddressGivesValues,
    [property: JsonPropertyName("headers"), JsonConverter(typeof(HeadersOfRequest))] SentHeaders Headers);

internal sealed record AnswerPart(string RequestId);

/// <param name="RequestId">Which.</param>
/// <param name="ErrorText">Chromium's name of what went wrong, or null.</param>
internal sealed record RequestEnded(string RequestId, string? ErrorText)
{
    /// <summary>Nothing went wrong, but nobody wants the answer any more, or it is no page.</summary>
    public const string Aborted = "net::ERR_ABORTED";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NetworkLimits))]
[JsonSerializable(typeof(ResponseCame))]
[JsonSerializable(typeof(ServiceWorkerBypass))]
[JsonSerializable(typeof(RequestSent))]
[JsonSerializable(typeof(AnswerPart))]
[JsonSerializable(typeof(RequestEnded))]
internal sealed partial class NetworkJson : JsonSerializerContext;
