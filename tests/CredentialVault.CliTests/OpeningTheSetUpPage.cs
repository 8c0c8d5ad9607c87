using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CredentialVault.CliTests;

public sealed class OpeningTheSetUpPage : IDisposable
{
    private const string Page = "chrome-extension://impbffjibjbijamjhloklbnabdbecplh/setup.html";

    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_can_open_it_before_there_is_a_vault_or_a_profile_and_again_later()
    {
        using var first = Open();
        var said = await ReadyAsync(first);
        Assert.Contains("(recovery key):", said, StringComparison.Ordinal);
        await ShowsPageAsync(said);
        var refused = await _owner.RunAsync("setup", "--headless");
        refused.IsRefusal("profile-busy");
        Assert.Contains("icon", refused.Error, StringComparison.Ordinal);
        await EndAsync(first);

        using var second = Open();
        said = await ReadyAsync(second);
        Assert.DoesNotContain("(recovery key):", said, StringComparison.Ordinal);
        await ShowsPageAsync(said);
        await EndAsync(second);

        var profiles = (await _owner.SucceedAsync("profile", "list", "--json")).Output;
        Assert.Equal(1, Regex.Count(profiles, "\"role\": \"owner\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task It_opens_in_the_owners_profile_that_I_registered_myself()
    {
        await _owner.SucceedAsync("init");
        await _owner.SucceedAsync("profile", "add", "mine", "--user-data-dir", _owner.UserDataDirectory, "--role", "owner");

        using var setup = Open();
        Assert.Contains("'mine'", await ReadyAsync(setup), StringComparison.Ordinal);
        await EndAsync(setup);
    }

    [Fact]
    public async Task A_program_that_may_drive_it_has_my_power_and_I_am_told_so()
    {
        using var setup = Open();
        await ReadyAsync(setup);
        await EndAsync(setup);

        Assert.Contains("whoever reaches the port", await setup.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_made_where_there_is_no_display_to_show_it_on()
    {
        _owner.HasNoDisplay();

        (await _owner.RunAsync("setup")).IsRefusal("no-display");

        Assert.False(Directory.Exists(_owner.Home));
    }

    private Process Open() => _owner.Start(Repository.CommandLine, ["setup", "--headless", "--remote-debugging-port", "0"]);

    private static async Task<string> ReadyAsync(Process setup)
    {
        var said = "";
        while (await setup.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            said += line + "\n";
            if (line.StartsWith("Ready:", StringComparison.Ordinal))
            {
                return said;
            }
        }

        Assert.Fail(said + await setup.StandardError.ReadToEndAsync());
        return said;
    }

    /// <summary>The page comes once the extension has reached the host, which may be a moment later.</summary>
    private static async Task ShowsPageAsync(string said)
    {
        using var http = new HttpClient();
        var list = new Uri(Regex.Match(said, @"http://127\.0\.0\.1:\d+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value + "/json/list");
        var pages = "";
        for (var tries = 0; tries < 50 && !pages.Contains(Page, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100);
            pages = await http.GetStringAsync(list);
        }

        Assert.Contains(Page, pages, StringComparison.Ordinal);
    }

    private static async Task EndAsync(Process setup)
    {
        using var kill = Process.Start("kill", ["-TERM", setup.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await setup.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, setup.ExitCode);
    }
}
