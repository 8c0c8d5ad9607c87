using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Answering requests in the place of the site.</summary>
internal static class FetchDomain
{
    /// <summary>An event: a request waits for an answer; <see cref="RequestHeld"/>.</summary>
    public const string RequestPaused = "Fetch.requestPaused";

    /// <summary>Holds every request.</summary>
    public static Task HoldRequestsAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Fetch.enable", cancel);

    /// <summary>Holds no request any more.</summary>
    public static Task LetRequestsGoAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Fetch.disable", cancel);

    /// <summary>Answers a held request with an empty page.</summary>
    public static Task AnswerWithEmptyPageAsync(this DevToolsSession session, string request, CancellationToken cancel) =>
        session.CallAsync("Fetch.fulfillRequest", new(request, 200, [new("content-type", "text/html")], ""), FetchJson.Default.RequestAnswer, cancel);
}

internal sealed record RequestHeld(string RequestId);

internal sealed record RequestAnswer(string RequestId, int ResponseCode, IReadOnlyList<AnswerHeader> ResponseHeaders, string Body);

internal sealed record AnswerHeader(string Name, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RequestHeld))]
[JsonSerializable(typeof(RequestAnswer))]
internal sealed partial class FetchJson : JsonSerializerContext;
