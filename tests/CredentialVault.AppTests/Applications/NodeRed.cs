using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace CredentialVault.AppTests.Applications;

/// <summary>Node-RED: its editor asks to sign in with a dialog and keeps its token in localStorage.</summary>
public sealed class NodeRed : IApplication
{
    /// <summary>The second of the two flows, by its address in the editor.</summary>
    public const string SecondFlow = "/#flow/f0000000000000a2";

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("credential-vault-node-red-");
    private ServerProcess? _server;

    private NodeRed()
    {
    }

    public string Origin { get; } = $"http://127.0.0.1:{ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture)}";

    public string SignInAddress => $"{Origin}/";

    public string Username => "stevedore";

    public string Password { get; } = $"Aa1!{RandomNumberGenerator.GetHexString(20)}";

    public string? Seed => null;

    /// <summary>Starts it with two flows.</summary>
    public static async Task<NodeRed> StartAsync()
    {
        var application = new NodeRed();
        try
        {
            await application.SetUpAsync();
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    public Task BindAuthenticatorAsync(Func<Task<string>> code) => Task.CompletedTask;

    /// <summary>Takes back every token that was given out, as the editor does with its own when one signs out.</summary>
    public async Task EndSessionsAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Origin) };
        var kept = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_state.FullName, ".sessions.json")));
        foreach (var token in kept.RootElement.EnumerateObject().Select(session => session.Name))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/revoke") { Content = JsonContent.Create(new { token }) };
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _state.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task SetUpAsync()
    {
        var files = InstalledApplications.Files("node-red");
        // Beside what it is configured with, Node-RED looks for the packages that the configuration asks for.
        foreach (var name in new[] { "settings.js", "flows.json" })
        {
            File.Copy(Path.Combine(files, name), Path.Combine(_state.FullName, name));
        }

        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PORT"] = new Uri(Origin).Port.ToString(CultureInfo.InvariantCulture),
            ["APP_USERNAME"] = Username,
            ["APP_PASSWORD"] = Password,
            ["NODE_PATH"] = Path.GetFullPath(Path.Combine(InstalledApplications.NodeRed, "..", "..")),
        };
        _server = await ServerProcess.StartAsync(
            "node", [InstalledApplications.NodeRed, "--userDir", _state.FullName, "--settings", Path.Combine(_state.FullName, "settings.js")], environment, _state.FullName, new Uri(SignInAddress));
    }
}
