using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialVault.Sealing;
using CredentialVault.Secrets;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>What an owner's page would send, by hand, and everything that it was answered.</summary>
/// <param name="host">A host of the owner's profile.</param>
public sealed class PageByHand(HostByHand host)
{
    /// <summary>Every answer so far, as text.</summary>
    public IReadOnlyList<string> Answers => _answers;

    private readonly List<string> _answers = [];

    /// <summary>Asks and gives the answer's body; an error's body when it is an error.</summary>
    public async Task<JsonElement> AskAsync(string type, JsonNode body)
    {
        var (answered, answer) = await host.AskAsync(type, body.ToJsonString());
        _answers.Add(answer.GetRawText());
        Assert.True(answered == type || answered == "error", answered);
        return answer;
    }

    /// <summary>Asks for a draft.</summary>
    public async Task<DraftByHand> BeginDraftAsync()
    {
        var begun = await AskAsync("begin-draft", new JsonObject());
        return new DraftByHand(begun.GetProperty("draft").GetString()!, SealingKey.FromJwk(JsonSerializer.SerializeToUtf8Bytes(begun.GetProperty("key"))));
    }

    /// <summary>What <c>save-credential</c> takes, for the shop.</summary>
    public static JsonObject Shop(DraftByHand draft, string? credential, params (string Field, string? Sealed)[] secrets) => new()
    {
        ["credential"] = credential,
        ["draft"] = draft.Id,
        ["label"] = "Shop by hand",
        ["signInOrigins"] = new JsonArray("https://shop.example"),
        ["sessionOrigins"] = new JsonArray(),
        ["signInUrl"] = "https://shop.example/login",
        ["username"] = "agnes",
        ["fill"] = "isolated",
        ["rememberDevice"] = false,
        ["attachments"] = new JsonArray("profile:idle"),
        ["secrets"] = new JsonArray([.. secrets.Select(secret => new JsonObject { ["field"] = secret.Field, ["sealed"] = secret.Sealed })]),
    };
}

/// <summary>A draft that a host gave.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Key">The vault's public key.</param>
public sealed record DraftByHand(string Id, SealingKey Key)
{
    /// <summary>A secret on its way.</summary>
    public (string Field, string Sealed) Seal(string field, string text)
    {
        using var secret = Secret.FromText(text);
        return (field, Key.Seal(secret, SealingContext.SetUp(Id, field)).Compact);
    }
}
