using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredentialVault.Testing;

/// <summary>
/// A profile's browser that is driven by DevTools commands alone. Playwright keeps every page visible; here a tab that
/// another one covers is hidden, as it is for a person and for agents that do without Playwright.
/// </summary>
public sealed class BareBrowser : IAsyncDisposable
{
    private readonly Launch _launch;
    private readonly HttpClient _http = new();

    private BareBrowser(Launch launch) => _launch = launch;

    /// <summary>Starts the browser of a profile.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="automation">The automation.</param>
    public static async Task<BareBrowser> StartAsync(Owner owner, string profile, string automation) =>
        new(await Launch.StartAsync(owner, ["launch", "--profile", profile, "--automation", automation]));

    /// <summary>Opens a tab before all others.</summary>
    /// <param name="address">Where.</param>
    /// <returns>Where the tab takes DevTools commands.</returns>
    public async Task<Uri> OpenAsync(Uri address)
    {
        using var answer = await _http.PutAsync(new Uri(_launch.DevTools, $"/json/new?{address}"), content: null);
        using var tab = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new Uri(tab.RootElement.GetProperty("webSocketDebuggerUrl").GetString()!);
    }

    /// <summary>Evaluates an expression in a tab's page.</summary>
    /// <param name="tab">The tab.</param>
    /// <param name="expression">In JavaScript; gives a text.</param>
    /// <returns>The text, or null when the page went meanwhile.</returns>
    public static async Task<string?> EvaluateAsync(Uri tab, string expression)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(tab, CancellationToken.None);
        var command = new JsonObject { ["id"] = 1, ["method"] = "Runtime.evaluate", ["params"] = new JsonObject { ["expression"] = expression } };
        await socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        using var answer = new MemoryStream();
        var buffer = new byte[16_384];
        for (var end = false; !end;)
        {
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            answer.Write(buffer, 0, part.Count);
            end = part.EndOfMessage;
        }

        var result = JsonNode.Parse(answer.ToArray())?["result"]?["result"]?["value"];
        return result?.GetValue<string>();
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _launch.DisposeAsync();
    }
}
