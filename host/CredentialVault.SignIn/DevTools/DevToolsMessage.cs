using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>What comes from the browser: the answer to the command of that id, or an event.</summary>
internal sealed record DevToolsMessage(int? Id, string? SessionId, string? Method, JsonElement? Params, JsonElement? Result, DevToolsError? Error);

/// <summary>Why a command failed.</summary>
internal sealed record DevToolsError(int Code, string Message);

/// <summary>Something that happened in the browser.</summary>
/// <param name="Session">The session it belongs to, or null for the browser itself.</param>
/// <param name="Method">Domain and name.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record DevToolsEvent(string? Session, string Method, JsonElement Parameters);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = DevToolsPipe.MostNested)]
[JsonSerializable(typeof(DevToolsMessage))]
internal sealed partial class DevToolsMessageJson : JsonSerializerContext;
