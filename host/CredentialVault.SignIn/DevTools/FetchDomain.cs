using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialVault.Secrets;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Answering requests in the place of the site, and challenges in the place of a person.</summary>
internal static class FetchDomain
{
    /// <summary>An event: a request waits for an answer; <see cref="RequestHeld"/>.</summary>
    public const string RequestPaused = "Fetch.requestPaused";

    /// <summary>An event: a request was answered with a challenge; <see cref="AuthRequired"/>.</summary>
    public const string ChallengeCame = "Fetch.authRequired";

    /// <summary>Holds every request.</summary>
    public static Task HoldRequestsAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Fetch.enable", cancel);

    /// <summary>Holds the requests for documents, and tells of challenges to them.</summary>
    public static Task TellOfChallengesAsync(this DevToolsSession session, CancellationToken cancel) =>
        session.CallAsync("Fetch.enable", new([new("*", "Document")], HandleAuthRequests: true), FetchJson.Default.Holding, cancel);

    /// <summary>Holds no request any more.</summary>
    public static Task LetRequestsGoAsync(this DevToolsSession session, CancellationToken cancel) => session.CallAsync("Fetch.disable", cancel);

    /// <summary>Answers a held request with an empty page.</summary>
    public static Task AnswerWithEmptyPageAsync(this DevToolsSession session, string request, CancellationToken cancel) =>
        session.CallAsync("Fetch.fulfillRequest", new(request, 200, [new("content-type", "text/html")], ""), FetchJson.Default.RequestAnswer, cancel);

    /// <summary>Lets a held request go to the site.</summary>
    public static Task LetRequestGoAsync(this DevToolsSession session, string request, CancellationToken cancel) =>
        session.CallAsync("Fetch.continueRequest", new RequestHeld(request), FetchJson.Default.RequestHeld, cancel);

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

internal sealed record Holding(IReadOnlyList<HeldPattern> Patterns, bool HandleAuthRequests);

internal sealed record HeldPattern(string UrlPattern, string ResourceType);

internal sealed record RequestHeld(string RequestId);

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
[JsonSerializable(typeof(Holding))]
[JsonSerializable(typeof(RequestHeld))]
[JsonSerializable(typeof(RequestAnswer))]
[JsonSerializable(typeof(AuthRequired))]
[JsonSerializable(typeof(Unanswered))]
[JsonSerializable(typeof(ChallengeAnswered))]
internal sealed partial class FetchJson : JsonSerializerContext;
