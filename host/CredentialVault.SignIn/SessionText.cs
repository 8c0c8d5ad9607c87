using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn;

/// <summary>A session as JSON text in parts that each fit into one message.</summary>
internal static class SessionText
{
    /// <summary>
    /// Characters of a part. The text is ASCII, and its quotation marks become six bytes each in a message, which holds at
    /// most 1 MiB.
    /// </summary>
    private const int PartLength = 160_000;

    /// <summary>The parts of a session; joined they are one JSON object.</summary>
    /// <param name="origins">The session origins.</param>
    /// <param name="session">The session.</param>
    public static IReadOnlyList<string> PartsOf(IReadOnlyList<string> origins, Session session)
    {
        var text = JsonSerializer.Serialize(new SessionDocument(origins, session.Cookies, session.Storage), SessionJson.Default.SessionDocument);
        return [.. text.Chunk(PartLength).Select(part => new string(part))];
    }
}

internal sealed record SessionDocument(IReadOnlyList<string> Origins, IReadOnlyList<SessionCookie> Cookies, IReadOnlyList<OriginStorage> Storage);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SessionDocument))]
internal sealed partial class SessionJson : JsonSerializerContext;
