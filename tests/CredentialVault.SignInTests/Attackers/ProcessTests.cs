using System.Diagnostics;
using System.Globalization;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using CredentialVault.Testing;
using CredentialVault.Testing.AgentsEye;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>What another process of the same machine can see of a sign-in browser, and what is left of it.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Nothing_of_the_password_is_on_disk_in_arguments_or_in_the_environment_during_and_after()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "a-session-cookie", new CookieOptions { MaxAge = TimeSpan.FromDays(1) });
                return SmallSite.Page(SmallSite.Inside);
            });
        });
        var credential = await vault.AddAsync(site.Address, "/");
        string[] searched = [.. SecretForms.Of(vault.Password), "a-session-cookie"];
        string home;
        await using (var browser = await vault.StartBrowserAsync())
        {
            home = browser.Home;

            Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(browser, credential)).Outcome);

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(home).UnixFileMode);
            Assert.NotEmpty(Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories));
            Assert.Empty(FilesHolding.AnyOf(vault.Homes, searched));
            await File.WriteAllTextAsync(Path.Combine(home, "control"), "x" + vault.Password);
            Assert.Equal([Path.Combine(home, "control")], FilesHolding.AnyOf(vault.Homes, searched), StringComparer.Ordinal);
            var tree = ProcessTree.Of(browser.ProcessId);
            Assert.True(tree.Count > 3);
            Assert.Contains("--remote-debugging-pipe", ProcessTree.ArgumentsOf(browser.ProcessId), StringComparison.Ordinal);
            Assert.All(tree, process => Assert.DoesNotContain(searched, form => ProcessTree.ArgumentsOf(process).Contains(form, StringComparison.Ordinal)));
            Assert.All(tree, process => Assert.DoesNotContain("--remote-debugging-port", ProcessTree.ArgumentsOf(process), StringComparison.Ordinal));
            Assert.DoesNotContain(searched, form => ProcessTree.EnvironmentOf(browser.ProcessId).Any(variable => variable.Contains(form, StringComparison.Ordinal)));
            Assert.Empty(ProcessTree.ListeningPortsOf(tree));
        }

        Assert.False(Directory.Exists(home));
        Assert.Empty(Directory.EnumerateFileSystemEntries(vault.Homes));
    }

    [Fact]
    public async Task An_agent_cannot_reach_the_browser_through_the_environment_of_the_host()
    {
        string[] planted = ["SSLKEYLOGFILE", "HTTPS_PROXY", "https_proxy", "LD_LIBRARY_PATH", "CHROME_USER_DATA_DIR", "GOOGLE_API_KEY"];
        await using var vault = await OwnersVault.CreateAsync();
        try
        {
            foreach (var name in planted)
            {
                Environment.SetEnvironmentVariable(name, "/tmp/planted");
            }

            await using var browser = await vault.StartBrowserAsync();

            var variables = ProcessTree.EnvironmentOf(browser.ProcessId);
            Assert.Contains($"HOME={browser.Home}", variables, StringComparer.Ordinal);
            Assert.DoesNotContain(variables, variable => variable.Contains("planted", StringComparison.Ordinal));
        }
        finally
        {
            foreach (var name in planted)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    [Fact]
    public async Task Every_process_is_gone_when_the_sign_in_ends()
    {
        await using var vault = await OwnersVault.CreateAsync();
        IReadOnlyList<int> tree;
        string home;
        await using (var browser = await vault.StartBrowserAsync())
        {
            tree = ProcessTree.Of(browser.ProcessId);
            home = browser.Home;
        }

        Assert.Empty(await ProcessTree.LeftOfAsync(tree, home, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_process_is_gone_within_a_second_when_the_host_is_killed_and_its_directory_at_the_next_start(bool browserHangs)
    {
        await using var vault = await OwnersVault.CreateAsync();
        using var holder = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "CredentialVault.SignInWorker.dll"), vault.Homes, BuiltPrograms.Browser]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var id = int.Parse((await holder.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var home = (await holder.StandardOutput.ReadLineAsync())!;
        var tree = ProcessTree.Of(id);
        Assert.True(tree.Count > 3);

        if (browserHangs)
        {
            await SendAsync("STOP", id);
        }

        await SendAsync("KILL", holder.Id);

        Assert.Empty(await ProcessTree.LeftOfAsync(tree, home, TimeSpan.FromSeconds(1)));
        Assert.True(Directory.Exists(home));

        await using var next = await vault.StartBrowserAsync();

        Assert.False(Directory.Exists(home));
        Assert.True(Directory.Exists(next.Home));
    }

    [Fact]
    public async Task A_browser_that_starts_leaves_the_directories_of_others_alone()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var first = await vault.StartBrowserAsync();
        await using var second = await vault.StartBrowserAsync();

        Assert.True(Directory.Exists(first.Home));
        Assert.NotEqual(first.Home, second.Home, StringComparer.Ordinal);
    }

    private static async Task SendAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
