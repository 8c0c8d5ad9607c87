using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>A profile that has run the extension keeps its worker, until name and version say that there is another one.</summary>
public sealed class UpdatedExtensionTests : IDisposable
{
    private const string SetUpPage = "chrome-extension://impbffjibjbijamjhloklbnabdbecplh/setup.html";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credential-vault-");

    private string Extension => Path.Combine(_folder.FullName, "extension");

    private string Manifest => Path.Combine(Extension, "manifest.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_profile_that_ran_an_older_build_runs_the_one_that_is_there_now()
    {
        Copy(Path.Combine(BuiltPrograms.Artifacts, "extension"), Extension);
        var built = JsonNode.Parse(await File.ReadAllTextAsync(Manifest))!.AsObject();
        var version = built["version"]!.GetValue<string>();
        var worker = built["background"]!["service_worker"]!.GetValue<string>();
        var code = await File.ReadAllTextAsync(Path.Combine(Extension, worker));
        Assert.Matches(@"^worker-[0-9a-f]{8}\.js$", worker);
        Assert.Matches($@"^{Regex.Escape(built["version_name"]!.GetValue<string>())}\.\d+$", version);

        await BuildAsync("worker-0ddba11d.js", "0.0.0.1");
        await RunsAsync("worker-0ddba11d.js");
        await BuildAsync(worker, version);
        await RunsAsync(worker);

        async Task BuildAsync(string name, string number)
        {
            await File.WriteAllTextAsync(Path.Combine(Extension, name), $$"""chrome.storage.local.set({ worker: "{{name}}" });{{code}}""");
            built["version"] = number;
            built["background"]!["service_worker"] = name;
            await File.WriteAllTextAsync(Manifest, built.ToJsonString());
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    /// <summary>Starts the browser of the profile and waits until this worker has run.</summary>
    private async Task RunsAsync(string name)
    {
        var playwright = await PlaywrightDriver.GetAsync();
        await using var context = await playwright.Chromium.LaunchPersistentContextAsync(Path.Combine(_folder.FullName, "profile"), new()
        {
            ExecutablePath = PlainBrowser.Options.ExecutablePath,
            ChromiumSandbox = PlainBrowser.Options.ChromiumSandbox,
            Args = ["--headless=new", $"--load-extension={Extension}", $"--disable-extensions-except={Extension}"],
            IgnoreDefaultArgs = ["--disable-extensions"],
        });
        var page = await context.NewPageAsync();
        await ManySites.UntilAsync(async () =>
        {
            await page.GotoAsync(SetUpPage);
            return await page.EvaluateAsync<string?>("async () => (await chrome.storage.local.get('worker')).worker") == name;
        });
    }
}
