using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CredentialVault.CliTests;

public sealed class Launching : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_can_run_a_profile_for_an_automation_until_I_end_it()
    {
        await _owner.SetUpAsync();
        using var launch = Launch("--automation", "invoices");
        var address = await ReadyAsync(launch, "automation 'invoices'");

        using (var http = new HttpClient())
        {
            Assert.Contains("webSocketDebuggerUrl", await http.GetStringAsync(new Uri(address + "/json/version")), StringComparison.Ordinal);
        }

        (await _owner.RunAsync("launch", "--profile", "work", "--automation", "invoices")).IsRefusal("profile-busy");
        await _owner.SucceedAsync("automation", "add", "other", "--profile", "work");
        var refused = await _owner.RunAsync("launch", "--profile", "work", "--automation", "other");
        refused.IsRefusal("profile-busy");
        Assert.Contains($"DevTools at {address}", refused.Error, StringComparison.Ordinal);
        Assert.Contains("for another automation, 'invoices'", refused.Error, StringComparison.Ordinal);

        Assert.Equal(0, await EndAsync(launch));
        using var again = Launch();
        await ReadyAsync(again, "no automation");
        Assert.Equal(0, await EndAsync(again));
    }

    [Fact]
    public async Task Of_two_launches_at_the_same_time_one_is_refused()
    {
        await _owner.SetUpAsync();
        using var one = Launch();
        using var other = Launch();

        var first = await Task.WhenAny(one.WaitForExitAsync(), other.WaitForExitAsync()).WaitAsync(TimeSpan.FromSeconds(30));
        await first;
        var (refused, running) = one.HasExited ? (one, other) : (other, one);

        Assert.Contains("[profile-busy]", await refused.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await ReadyAsync(running, "no automation");
        Assert.Equal(0, await EndAsync(running));
    }

    [Fact]
    public async Task A_mark_that_a_dead_browser_left_is_no_obstacle()
    {
        await _owner.SetUpAsync();
        File.CreateSymbolicLink(Path.Combine(_owner.UserDataDirectory, "SingletonLock"), $"{Environment.MachineName}-{int.MaxValue}");

        using var launch = Launch();
        await ReadyAsync(launch, "no automation");

        Assert.Equal(0, await EndAsync(launch));
    }

    [Fact]
    public async Task An_automation_cannot_be_launched_in_a_profile_that_is_not_its_own()
    {
        await _owner.SetUpAsync();
        await _owner.SucceedAsync("profile", "add", "other", "--user-data-dir", Path.Combine(_owner.Folder, "other"));

        (await _owner.RunAsync("launch", "--profile", "other", "--automation", "invoices")).IsRefusal("automation-unknown");
    }

    [Fact]
    public async Task I_am_told_when_there_is_no_browser()
    {
        await _owner.SetUpAsync();
        _owner.Environment["CREDENTIAL_VAULT_BROWSER"] = "/nowhere/chromium";

        (await _owner.RunAsync("launch", "--profile", "work")).IsRefusal("browser-missing");
    }

    [Fact]
    public async Task I_am_told_to_go_without_a_window_where_there_is_no_display()
    {
        await _owner.SetUpAsync();
        _owner.HasNoDisplay();

        (await _owner.RunAsync("launch", "--profile", "work")).IsRefusal("no-display");
    }

    [Fact]
    public async Task Authorities_that_cannot_be_read_are_refused_and_not_left_out()
    {
        await _owner.SucceedAsync("init");
        var file = Path.Combine(_owner.Folder, "ca.pem");
        await File.WriteAllTextAsync(file, "-----BEGIN CERTIFICATE-----");
        (await _owner.RunAsync("profile", "add", "work", "--user-data-dir", _owner.UserDataDirectory, "--ca", file)).IsRefusal("authority-invalid");
        using var key = ECDsa.Create();
        using (var authority = new CertificateRequest("CN=Office", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1)))
        {
            await File.WriteAllTextAsync(file, authority.ExportCertificatePem());
        }

        await _owner.SucceedAsync("profile", "add", "work", "--user-data-dir", _owner.UserDataDirectory, "--ca", file);
        await File.WriteAllTextAsync(file, "");

        (await _owner.RunAsync("launch", "--profile", "work", "--headless")).IsRefusal("authority-invalid");
        Assert.Contains("[authority-invalid]", (await _owner.RunAsync("doctor")).Output, StringComparison.Ordinal);
        Assert.Equal(1, await TrustedAsync());
        await _owner.SucceedAsync("profile", "remove", "work");
        Assert.Equal(0, await TrustedAsync());
    }

    private async Task<long> TrustedAsync()
    {
        await using var list = new SqliteConnection($"Data Source={Path.Combine(_owner.UserDataDirectory, "Default", "ServerCertificate")};Pooling=False");
        await list.OpenAsync();
        await using var count = list.CreateCommand();
        count.CommandText = "SELECT count(*) FROM certificates";
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private Process Launch(params string[] more) =>
        _owner.Start(Repository.CommandLine, ["launch", "--profile", "work", "--headless", "--remote-debugging-port", "0", .. more]);

    private static async Task<string> ReadyAsync(Process launch, string expected)
    {
        var line = await launch.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        return Regex.Match(line!, @"http://127\.0\.0\.1:\d+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    private static async Task<int> EndAsync(Process launch)
    {
        using var kill = Process.Start("kill", ["-TERM", launch.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await launch.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return launch.ExitCode;
    }
}
