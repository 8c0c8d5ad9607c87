using System.Text.Json.Serialization;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Keys. They go to wherever the focus is, so no secret is ever sent this way.</summary>
internal static class InputDomain
{
    /// <summary>Presses and releases Enter.</summary>
    public static async Task PressEnterAsync(this DevToolsSession session, CancellationToken cancel)
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            var enter = new KeyEvent(type, "Enter", "Enter", type == "keyDown" ? "\r" : "", 13);
            await session.CallAsync("Input.dispatchKeyEvent", enter, InputJson.Default.KeyEvent, cancel);
        }
    }
}

internal sealed record KeyEvent(string Type, string Key, string Code, string Text, int WindowsVirtualKeyCode);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeyEvent))]
internal sealed partial class InputJson : JsonSerializerContext;
