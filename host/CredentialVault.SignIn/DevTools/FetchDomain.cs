using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Holding requests before they go out.</summary>
internal static class FetchDomain
{
    /// <summary>An event: a request waits for an answer; <see cref="RequestHeld"/>.</summary>
    public const string RequestPaused = "Fetch.requestPaused";

    /// <summary>What a page can send more with than an address.</summary>
    private static readonly HeldRequests Sending = new([new("Document"), new("XHR"), new("Fetch"), new("Ping"), new("Other")]);

    /// <summary>Holds every request.</summary>
    public static Task HoldRequestsAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Fetch.enable", cancel);

    /// <summary>Holds documents, and requests of scripts, anew at each redirect.</summary>
    public static Task HoldSendingAsync(this DevToolsSession session, CancellationToken cancel) =>
        session.CallAsync("Fetch.enable", Sending, FetchJson.Default.HeldRequests, cancel);

    /// <summary>Holds no request any more.</summary>
    public static Task LetRequestsGoAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Fetch.disable", cancel);

    /// <summary>Answers a held request with an empty page.</summary>
    public static Task AnswerWithEmptyPageAsync(this DevToolsSession session, string request, CancellationToken cancel) =>
        session.CallAsync("Fetch.fulfillRequest", new(request, 200, [new("content-type", "text/html")], ""), FetchJson.Default.RequestAnswer, cancel);

    /// <summary>Sends a held request as it is.</summary>
    public static Task LetRequestGoAsync(this DevToolsSession session, string request, CancellationToken cancel) =>
        session.CallAsync("Fetch.continueRequest", new(request), FetchJson.Default.HeldRequest, cancel);

    /// <summary>Sends a held request nowhere.</summary>
    public static Task FailRequestAsync(this DevToolsSession session, string request, CancellationToken cancel) =>
        session.CallAsync("Fetch.failRequest", new(request, "BlockedByClient"), FetchJson.Default.RequestFailure, cancel);
}

internal sealed record HeldRequests(IReadOnlyList<RequestPattern> Patterns);

internal sealed record RequestPattern(string ResourceType);

internal sealed record RequestHeld(string RequestId, string ResourceType, RequestToSend Request);

internal sealed record RequestToSend(string Url, IReadOnlyDictionary<string, string> Headers, bool HasPostData, IReadOnlyList<BodyPart>? PostDataEntries);

internal sealed record BodyPart(byte[]? Bytes);

internal sealed record HeldRequest(string RequestId);

internal sealed record RequestFailure(string RequestId, string ErrorReason);

internal sealed record RequestAnswer(string RequestId, int ResponseCode, IReadOnlyList<AnswerHeader> ResponseHeaders, string Body);

internal sealed record AnswerHeader(string Name, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HeldRequests))]
[JsonSerializable(typeof(RequestHeld))]
[JsonSerializable(typeof(HeldRequest))]
[JsonSerializable(typeof(RequestFailure))]
[JsonSerializable(typeof(RequestAnswer))]
internal sealed partial class FetchJson : JsonSerializerContext;
