using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.Secrets;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Holding requests before they go out, answering them in the place of the site, and challenges in the place of a person.</summary>
internal static class FetchDomain
{
    /// <summary>An event: a request waits for an answer; <see cref="RequestHeld"/>.</summary>
    public const string RequestPaused = "Fetch.requestPaused";

    /// <summary>An event: a request was answered with a challenge; <see cref="AuthRequired"/>.</summary>
    public const string ChallengeCame = "Fetch.authRequired";

    /// <summary>Holds requests before they go out, anew at each redirect. It takes the place of what was held before.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="kinds">Of which kinds; null: all.</param>
    /// <param name="challenges">Whether a challenge to one of them waits for an answer too.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static Task HoldRequestsAsync(this DevToolsSession session, IReadOnlyList<RequestPattern>? kinds, bool challenges, CancellationToken cancel) =>
        session.CallAsync("Fetch.enable", new(kinds, challenges), FetchJson.Default.HeldRequests, cancel);

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

    /// <summary>Does not answer a challenge: what the site says to whoever is not known follows.</summary>
    public static Task LeaveChallengeAsync(this DevToolsSession session, string request, CancellationToken cancel) =>
        session.CallAsync("Fetch.continueWithAuth", new(request, new("CancelAuth")), FetchJson.Default.Unanswered, cancel);

    /// <summary>The parameters that answer a challenge.</summary>
    /// <param name="request">The request that was challenged.</param>
    /// <param name="username">Who.</param>
    /// <param name="password">The password; it stays the caller's.</param>
    /// <returns>Memory that is never moved; <see cref="AnswerChallengeAsync"/> wipes it.</returns>
    public static byte[] ChallengeAnswer(string request, string username, Secret password)
    {
        var answer = new ChallengeAnswered(request, new("ProvideCredentials", username, ""));
        return SecretArgument.AsLastMember(JsonSerializer.SerializeToUtf8Bytes(answer, FetchJson.Default.ChallengeAnswered), password);
    }

    /// <summary>Answers a challenge. The text that carries the password is wiped as soon as it is sent.</summary>
    /// <param name="session">The session.</param>
    /// <param name="answer">See <see cref="ChallengeAnswer"/>.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task AnswerChallengeAsync(this DevToolsSession session, byte[] answer, CancellationToken cancel)
    {
        try
        {
            await session.CallAsync("Fetch.continueWithAuth", answer, cancel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(answer);
        }
    }
}

internal sealed record HeldRequests([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RequestPattern>? Patterns, bool HandleAuthRequests);

internal sealed record RequestPattern(string ResourceType);

internal sealed record RequestHeld(string RequestId, string ResourceType, RequestToSend Request);

internal sealed record RequestToSend(string Url, IReadOnlyDictionary<string, string> Headers, bool HasPostData, IReadOnlyList<BodyPart>? PostDataEntries);

internal sealed record BodyPart(byte[]? Bytes);

internal sealed record HeldRequest(string RequestId);

internal sealed record RequestFailure(string RequestId, string ErrorReason);

internal sealed record RequestAnswer(string RequestId, int ResponseCode, IReadOnlyList<AnswerHeader> ResponseHeaders, string Body);

internal sealed record AnswerHeader(string Name, string Value);

internal sealed record AuthRequired(string RequestId, ChallengedRequest Request, string FrameId, string ResourceType, AuthChallenge AuthChallenge);

internal sealed record ChallengedRequest(string Url, string Method);

internal sealed record AuthChallenge(string? Source, string Origin, string Scheme, string Realm);

internal sealed record Unanswered(string RequestId, UnansweredChallenge AuthChallengeResponse);

internal sealed record UnansweredChallenge(string Response);

/// <remarks>The password comes last: it is put in at the end of the text.</remarks>
internal sealed record ChallengeAnswered(string RequestId, [property: JsonPropertyOrder(1)] ChallengeCredentials AuthChallengeResponse);

internal sealed record ChallengeCredentials(string Response, string Username, [property: JsonPropertyOrder(1)] string Password);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HeldRequests))]
[JsonSerializable(typeof(RequestHeld))]
[JsonSerializable(typeof(HeldRequest))]
[JsonSerializable(typeof(RequestFailure))]
[JsonSerializable(typeof(RequestAnswer))]
[JsonSerializable(typeof(AuthRequired))]
[JsonSerializable(typeof(Unanswered))]
[JsonSerializable(typeof(ChallengeAnswered))]
internal sealed partial class FetchJson : JsonSerializerContext;
