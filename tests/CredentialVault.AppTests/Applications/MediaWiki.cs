using System.Globalization;
using System.Security.Cryptography;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.AppTests.Applications;

/// <summary>MediaWiki with its two-factor extension: the code is asked for on a page of its own.</summary>
public sealed class MediaWiki : IApplication
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("credential-vault-mediawiki-");
    private ServerProcess? _server;
    private IBrowser? _browser;
    private IPage? _page;

    private MediaWiki()
    {
    }

    public string Origin { get; } = $"http://127.0.0.1:{ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture)}";

    public string SignInAddress => AddressOf("Special:UserLogin");

    public string Username => "Harbourmaster";

    public string Password { get; } = $"Aa1!{RandomNumberGenerator.GetHexString(20)}";

    public string? Seed { get; private set; }

    private static string Root => InstalledApplications.MediaWiki;

    private Dictionary<string, string> Environment => new(StringComparer.Ordinal)
    {
        ["MW_CONFIG_FILE"] = Path.Combine(_state.FullName, "LocalSettings.php"),
        // A page takes its scripts and styles by several requests at a time.
        ["PHP_CLI_SERVER_WORKERS"] = "4",
    };

    /// <summary>Starts it with an account whose authenticator is about to be bound.</summary>
    public static async Task<MediaWiki> StartAsync()
    {
        var application = new MediaWiki();
        try
        {
            await application.SetUpAsync();
            await application.OpenTwoFactorPageAsync();
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>The address of a page.</summary>
    /// <param name="title">The page's title.</param>
    public string AddressOf(string title) => $"{Origin}/index.php?title={title}";

    public async Task BindAuthenticatorAsync(Func<Task<string>> code)
    {
        var page = _page!;
        await page.FillAsync("input[name=token]", await code());
        await page.ClickAsync("button[type=submit]:has-text('Submit')");
        await page.GetByText("Validated two-factor credentials").First.WaitForAsync();
        await _browser!.CloseAsync();
    }

    public Task EndSessionsAsync() => MaintainAsync("invalidateUserSessions.php", "--user", Username);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _server?.Dispose();
        _state.Delete(recursive: true);
    }

    private async Task SetUpAsync()
    {
        var passwordFile = Path.Combine(_state.FullName, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        await MaintainAsync(
            "install.php", "--dbtype", "sqlite", "--dbpath", _state.FullName, "--dbname", "wiki", "--confpath", _state.FullName,
            "--server", Origin, "--scriptpath", "", "--lang", "en", "--passfile", passwordFile, "Harbour wiki", Username);
        File.Delete(passwordFile);
        await File.AppendAllTextAsync(
            Path.Combine(_state.FullName, "LocalSettings.php"), await File.ReadAllTextAsync(Path.Combine(InstalledApplications.Files("mediawiki"), "two-factor.php")));
        await MaintainAsync("update.php", "--quick");
        _server = await ServerProcess.StartAsync(
            "php", ["-d", "opcache.enable_cli=1", "-S", new Uri(Origin).Authority, "-t", Root], Environment, _state.FullName, new Uri(SignInAddress));
    }

    private async Task OpenTwoFactorPageAsync()
    {
        var playwright = await PlaywrightDriver.GetAsync();
        _browser = await playwright.Chromium.LaunchAsync(PlainBrowser.Options);
        _page = await _browser.NewPageAsync();
        await _page.GotoAsync(SignInAddress);
        await _page.FillAsync("#wpName1", Username);
        await _page.FillAsync("#wpPassword1", Password);
        await _page.ClickAsync("#wpLoginAttempt");
        await _page.Locator("#pt-logout").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await _page.GotoAsync(AddressOf("Special:OATHManage") + "&module=totp&action=enable");
        Seed = (await _page.Locator("form kbd").First.InnerTextAsync()).Trim();
    }

    private Task MaintainAsync(string script, params IReadOnlyList<string> arguments) =>
        ServerProcess.RunAsync("php", [Path.Combine(Root, "maintenance", script), .. arguments], EnvironmentOf(script), _state.FullName);

    /// <summary>Before the installation there is no configuration to be named.</summary>
    private Dictionary<string, string> EnvironmentOf(string script) => script == "install.php" ? [] : Environment;
}
