using System.Collections.Concurrent;
using System.Text.Json;

namespace CredentialVault.Testing.FullPower;

/// <summary>A target that the agent is attached to.</summary>
/// <param name="Session">The DevTools session.</param>
/// <param name="Target">The target's id.</param>
/// <param name="Type">Its type, as DevTools names it.</param>
/// <param name="Address">Its address when it was attached to.</param>
internal sealed record AttachedTarget(string Session, string Target, string Type, string Address)
{
    /// <summary>Worlds that scripts run in: the page's own and one of each extension.</summary>
    public ConcurrentDictionary<int, byte> Contexts { get; } = new();

    public bool IsPage => Type is "page" or "iframe";

    public bool IsExtensionWorker => Type == "service_worker" && Address.StartsWith("chrome-extension://", StringComparison.Ordinal);

    /// <summary>Reads <c>Target.attachedToTarget</c>.</summary>
    public static AttachedTarget From(JsonElement attached)
    {
        var info = attached.GetProperty("targetInfo");
        return new(attached.GetProperty("sessionId").GetString()!, info.GetProperty("targetId").GetString()!, info.GetProperty("type").GetString()!, info.GetProperty("url").GetString()!);
    }
}
