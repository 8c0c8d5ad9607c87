using System.Text.Json;

namespace CredentialVault.CliTests;

public sealed class Diagnosing : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task Doctor_makes_a_real_round_trip_through_the_browser_and_ends_it_again()
    {
        await _owner.SetUpAsync();

        var answer = await _owner.RunAsync("doctor");

        Assert.True(answer.ExitCode == 0, answer.Output);
        Assert.Matches(@"round trip of work: Browser started, extension reached the host, \d+ ms in all \(extension 0\.1\.0\.\d+, host 0\.1\.0, Chromium ", answer.Output);
        Assert.Contains("browser.newContext()", answer.Output, StringComparison.Ordinal);

        // Chromium's helpers end when they notice that it is gone, which is a moment later.
        for (var deadline = DateTime.UtcNow.AddSeconds(2); IsRunning() && DateTime.UtcNow < deadline; await Task.Delay(20))
        {
        }

        Assert.False(IsRunning());
    }

    [Fact]
    public async Task Doctor_says_what_is_wrong_and_how_to_mend_it()
    {
        await _owner.SetUpAsync();
        await File.AppendAllTextAsync(_owner.Manifest, " ");
        File.SetUnixFileMode(Path.Combine(_owner.Home, "vault.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        _owner.Environment["CREDENTIAL_VAULT_BROWSER"] = "/nowhere/chromium";

        var answer = await _owner.RunAsync("doctor", "--json");

        Assert.Equal(1, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Output);
        var problems = json.RootElement.EnumerateArray().Where(one => one.GetProperty("state").GetString() == "problem")
            .ToDictionary(one => one.GetProperty("check").GetString()!, one => one.GetProperty("mend").GetString(), StringComparer.Ordinal);
        Assert.Equal(["browser of work", "private files", "profile work", "round trip of work"], problems.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal($"chmod 600 {_owner.Home}/vault.db", problems["private files"]);
        Assert.Contains("launch --profile work", problems["profile work"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker-*.js", "globalThis.stolen = 1;")]
    [InlineData("manifest.json", " ")]
    [InlineData("added.js", "1;")]
    [InlineData("hand-over.js", null)]
    public async Task Doctor_notices_a_file_of_the_extension_that_was_changed(string file, string? added)
    {
        await _owner.SucceedAsync("init");
        var prefix = Path.Combine(_owner.Folder, "prefix");
        await _owner.SucceedAsync("install", "--prefix", prefix);
        var extension = Path.Combine(prefix, "lib/credential-vault/extension");
        var path = Directory.GetFiles(extension, file) is [var one] ? one : Path.Combine(extension, file);
        if (added is null)
        {
            File.Delete(path);
        }
        else
        {
            await File.AppendAllTextAsync(path, added);
        }

        using var doctor = _owner.Start(Path.Combine(prefix, "bin/credential-vault"), ["doctor"]);
        var output = await doctor.StandardOutput.ReadToEndAsync();
        await doctor.WaitForExitAsync();

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains($"problem  extension: {path} is not as it was built", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_does_not_say_that_all_is_well_while_two_credentials_stand_in_each_others_way()
    {
        await _owner.SucceedAsync("init");
        await _owner.SucceedAsync("profile", "add", "mine", "--user-data-dir", _owner.UserDataDirectory, "--role", "owner");
        await _owner.AddShopAsync("--attach", "profile:mine");
        await _owner.AddShopAsync("--attach", "profile:mine");

        var answer = await _owner.RunAsync("doctor");

        Assert.Equal(1, answer.ExitCode);
        Assert.Matches("mend with: .* credential detach [a-z0-9]+ profile:mine", answer.Output);
        Assert.DoesNotContain("Nothing is wrong.", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_tells_me_to_make_a_vault_when_there_is_none()
    {
        var answer = await _owner.RunAsync("doctor");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("mend with: " + Repository.CommandLine + " init", answer.Output, StringComparison.Ordinal);
    }

    private bool IsRunning() => Directory.EnumerateDirectories("/proc").Any(process => RunsIn(process, _owner.UserDataDirectory));

    private static bool RunsIn(string process, string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(directory, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
