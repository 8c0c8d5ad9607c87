using System.Diagnostics;
using System.Globalization;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using TestPages;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>An agent, or bad luck, that kills the host while a session is handed over.</summary>
public sealed class KilledHostTests(ManySites sites) : IClassFixture<ManySites>
{
    private const string StoredLength = "() => [localStorage.getItem('work')?.length ?? 0, localStorage.getItem('token')?.length ?? 0]";
    private const int WholeWork = 3_000_000;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>From about its first part to about its end.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(250)]
    public async Task A_session_is_in_the_agents_browser_whole_or_not_at_all_when_the_host_is_killed(int milliseconds)
    {
        var site = await sites.OpenAsync("three-megabytes", SessionPlace.Token);
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await SignInBrowserHasGoneAsync();

        await Task.Delay(milliseconds);
        await KillHostsAsync();
        await Task.Delay(Settled);

        await page.GotoAsync(site.Desk.ToString());
        var stored = await page.EvaluateAsync<int[]>(StoredLength);
        Assert.True(stored is [0, 0] or [WholeWork, 32], $"{stored[0]} characters of work, {stored[1]} of the token");
    }

    /// <summary>Its directory goes when its session is handed over; one that is ready for the next sign-in stays.</summary>
    private async Task SignInBrowserHasGoneAsync()
    {
        var folder = Path.Combine(sites.Owner.VaultHome, "browsers");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await ManySites.UntilAsync(() =>
        {
            string[] now = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
            seen.UnionWith(now);
            return seen.Count > now.Length;
        });
    }

    private async Task KillHostsAsync()
    {
        var hosts = ProcessTree.Naming(Path.Combine(sites.Owner.VaultHome, "hosts"))
            .Where(process => ProcessTree.ArgumentsOf(process).Contains("credential-vault-host", StringComparison.Ordinal));
        foreach (var host in hosts)
        {
            using var kill = Process.Start("kill", ["-KILL", host.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
    }
}
