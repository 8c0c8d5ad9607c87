using System.Diagnostics;

namespace CredentialVault.CliTests;

/// <summary>An owner with a vault folder of their own, who runs the real, built command line.</summary>
public sealed class Owner : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public Owner() => Folder = Directory.CreateTempSubdirectory("credential-vault-tests-").FullName;

    public string Folder { get; }

    public string Home => Path.Combine(Folder, "home");

    public string UserDataDirectory => Path.Combine(Folder, "profiles", "a profile");

    public string Manifest => Path.Combine(UserDataDirectory, "NativeMessagingHosts", "com.credentialvault.host.json");

    public IDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>As on a server.</summary>
    public void HasNoDisplay() => (Environment["DISPLAY"], Environment["WAYLAND_DISPLAY"]) = (null, null);

    public Task<Answer> RunAsync(params string[] words) => RunWithInputAsync("", words);

    public async Task<Answer> RunWithInputAsync(string input, params string[] words)
    {
        using var process = Start(Repository.CommandLine, words);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return new Answer(process.ExitCode, await output, await error);
    }

    public async Task<Answer> SucceedAsync(params string[] words)
    {
        var answer = await RunAsync(words);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer;
    }

    /// <summary>A vault with the profile <c>work</c> and the automation <c>invoices</c>.</summary>
    public async Task SetUpAsync()
    {
        await SucceedAsync("init");
        await SucceedAsync("profile", "add", "work", "--user-data-dir", UserDataDirectory);
        await SucceedAsync("automation", "add", "invoices", "--profile", "work");
    }

    /// <summary>The credential <c>Shop</c>, with a seed.</summary>
    public async Task<Answer> AddShopAsync(params string[] more) => await RunWithInputAsync(
        "correct horse\nJBSWY3DPEHPK3PXP\n",
        ["credential", "add", "--label", "Shop", "--origin", "https://shop.example", "--username", "bob", "--password-stdin", "--totp-stdin", .. more]);

    public Process Start(string program, IEnumerable<string> words)
    {
        var info = new ProcessStartInfo(program, words)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder,
        };
        info.Environment["CREDENTIAL_VAULT_HOME"] = Home;
        info.Environment["HOME"] = Folder;
        foreach (var (name, value) in Environment)
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }

    public void Dispose()
    {
        // A browser that was just ended may still be writing its last files.
        for (var attempt = 0; Directory.Exists(Folder); attempt++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                Thread.Sleep(100);
            }
        }
    }
}

/// <summary>What a command answered.</summary>
public sealed record Answer(int ExitCode, string Output, string Error)
{
    /// <summary>It was refused by one line with this code.</summary>
    public void IsRefusal(string code)
    {
        Assert.Equal(1, ExitCode);
        Assert.Matches(@"\Acredential-vault: [^\n]+ \[" + code + @"\]\n\z", Error);
        Assert.Empty(Output);
    }
}
