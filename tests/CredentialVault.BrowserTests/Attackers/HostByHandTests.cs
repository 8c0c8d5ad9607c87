using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Whoever starts the host otherwise than the browser of a registered profile gains no role.</summary>
public sealed class HostByHandTests(ThreeProfiles vault) : IClassFixture<ThreeProfiles>
{
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
}
