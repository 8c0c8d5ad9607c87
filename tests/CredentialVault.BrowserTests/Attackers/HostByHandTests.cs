using System.Diagnostics;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Whoever starts the host otherwise than the browser of a registered profile gains no role.</summary>
public sealed class HostByHandTests(ThreeProfiles vault) : IClassFixture<ThreeProfiles>
{
    /// <summary>Root may read everything, so for root it is tried as somebody else.</summary>
    private static readonly string[] AsAnOrdinaryUser = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : [];

    private const string Hello = """{"extension":"0.1.0","browser":"by hand"}""";

    [Fact]
    public async Task The_browser_of_a_profile_is_answered()
    {
        using var host = vault.StartHost(ThreeProfiles.Working);
        var (type, body) = await host.AskAsync("hello", Hello);
        Assert.Equal("hello", type);
        Assert.Equal(("working", "agent"), (body.GetProperty("profile").GetString(), body.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_host_that_no_browser_started_is_refused()
    {
        using var machine = new Owner();
        await machine.DoAsync(["init"]);
        await machine.DoAsync(["profile", "add", "quiet", "--user-data-dir", machine.UserDataDirectory("quiet")]);
        using var host = HostByHand.Start(HostByHand.LinkOf(machine, "quiet"), [HostByHand.ExtensionOrigin]);
        await IsRefusedAsync(host, "caller-unknown");
    }

    [Fact]
    public async Task Another_program_of_the_same_user_cannot_read_the_memory_of_the_host()
    {
        var host = Started(BuiltPrograms.Host, HostByHand.ExtensionOrigin);
        var other = Started("sleep", "60");
        try
        {
            // What may be read of a process's memory may be read of its environment; it takes no address. Nothing of one that has just begun may.
            for (var tries = 0; tries < 100 && await ReadAsync($"/proc/{other.Id}/environ") != 0; tries++)
            {
                await Task.Delay(50);
            }

            Assert.Equal(0, await ReadAsync($"/proc/{other.Id}/environ"));
            for (var tries = 0; tries < 100 && await ReadAsync($"/proc/{host.Id}/environ") == 0; tries++)
            {
                await Task.Delay(50);
            }

            Assert.False(host.HasExited);
            Assert.NotEqual(0, await ReadAsync($"/proc/{host.Id}/environ"));
            Assert.NotEqual(0, await ReadAsync($"/proc/{host.Id}/mem"));
            Assert.Matches(@"Max core file size +0 +0 ", await File.ReadAllTextAsync($"/proc/{host.Id}/limits"));
        }
        finally
        {
            foreach (var process in new[] { host, other })
            {
                process.Kill();
                process.Dispose();
            }
        }

        static async Task<int> ReadAsync(string file)
        {
            using var reader = Started("head", "-c", "0", file);
            await reader.WaitForExitAsync();
            return reader.ExitCode;
        }
    }

    [Fact]
    public async Task The_browser_of_one_profile_cannot_start_the_host_of_another()
    {
        using var machine = new Owner();
        await machine.DoAsync(["init"]);
        await machine.DoAsync(["profile", "add", "mine", "--user-data-dir", machine.UserDataDirectory("mine")]);
        await machine.DoAsync(["profile", "add", "theirs", "--user-data-dir", machine.UserDataDirectory("theirs"), "--role", "owner"]);
        HostByHand.HoldProfile(machine, "mine");
        File.CreateSymbolicLink(Path.Combine(machine.UserDataDirectory("theirs"), "SingletonLock"), "test-1");

        using var host = HostByHand.Start(HostByHand.LinkOf(machine, "theirs"), [HostByHand.ExtensionOrigin]);
        await IsRefusedAsync(host, "caller-unknown");
    }

    [Theory]
    [InlineData("chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/")]
    [InlineData("https://impbffjibjbijamjhloklbnabdbecplh/")]
    [InlineData("")]
    public async Task Another_extension_is_refused(string origin)
    {
        using var host = HostByHand.Start(HostByHand.LinkOf(vault.Owner, ThreeProfiles.Working), [origin]);
        await IsRefusedAsync(host, "caller-unknown");
    }

    [Fact]
    public async Task Without_arguments_it_is_refused()
    {
        using var host = HostByHand.Start(BuiltPrograms.Host, []);
        await IsRefusedAsync(host, "caller-unknown");
    }

    [Fact]
    public async Task A_link_that_somebody_else_made_is_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(vault.Owner.Machine, "elsewhere", "hosts", "abcdefghjkmnpqrstvwxyz0123"));
        var link = Path.Combine(folder.FullName, "credential-vault-host");
        File.CreateSymbolicLink(link, BuiltPrograms.Host);
        using var host = HostByHand.Start(link, [HostByHand.ExtensionOrigin]);
        await IsRefusedAsync(host, "vault-missing");
    }

    [Theory]
    [InlineData("CREDENTIAL_VAULT_HOME", "/tmp")]
    [InlineData("HOME", "/nowhere")]
    [InlineData("XDG_DATA_HOME", "/nowhere")]
    [InlineData("TMPDIR", "/nowhere")]
    public async Task The_environment_does_not_lead_it_to_another_vault(string variable, string value)
    {
        using var host = HostByHand.Start(
            HostByHand.LinkOf(vault.Owner, ThreeProfiles.Working), [HostByHand.ExtensionOrigin], new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value });
        Assert.Equal("hello", (await host.AskAsync("hello", Hello)).Type);
    }

    [Fact]
    public async Task An_automation_that_is_not_the_profiles_gets_nothing()
    {
        using var host = HostByHand.Start(
            HostByHand.LinkOf(vault.Owner, ThreeProfiles.Working),
            [HostByHand.ExtensionOrigin],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["CREDENTIAL_VAULT_AUTOMATION"] = "made-up" });
        await IsRefusedAsync(host, "automation-unknown");
    }

    private static async Task IsRefusedAsync(HostByHand host, string code)
    {
        var (type, body) = await host.AskAsync("hello", Hello);
        Assert.Equal(("error", code), (type, body.GetProperty("code").GetString()));
    }

    private static Process Started(params string[] program)
    {
        string[] all = [.. AsAnOrdinaryUser, .. program];
        return Process.Start(new ProcessStartInfo(all[0], all[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
