using System.Diagnostics;
using System.Globalization;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using CredentialVault.Testing.FullPower;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>An agent that takes parts of the vault out of its profile, or puts others in their place.</summary>
public sealed class ReplacedPartsTests : IAsyncLifetime
{
    private const string Extension = "impbffjibjbijamjhloklbnabdbecplh";

    private readonly ManySites _sites = new();

    public Task InitializeAsync() => _sites.InitializeAsync();

    public Task DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task Without_the_extension_nothing_is_signed_in()
    {
        var site = await _sites.OpenAsync("form-post", Fill.Isolated);
        var settings = await _sites.Agent.Context.NewPageAsync();
        await settings.GotoAsync("chrome://extensions");
        await settings.EvaluateAsync($"() => chrome.management.setEnabled('{Extension}', false)");
        Assert.False(await settings.EvaluateAsync<bool>($"async () => (await chrome.management.get('{Extension}')).enabled"));

        var page = await _sites.NothingHappensAtAsync(site.Desk.ToString());

        Assert.Equal(0, await page.Locator(ManySites.Status).CountAsync());
        Assert.Empty(await _sites.OutcomesAsync(site.Origin));
        ManySites.NothingReached(site);
    }

    [Fact]
    public async Task An_extension_that_is_loaded_anew_in_the_middle_loses_the_sign_in_and_no_secret()
    {
        var site = await _sites.OpenAsync("form-post", Fill.Isolated);
        await using var eye = await FullPowerEye.BeginAsync(_sites.Agent.DevTools, new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = site.Account.Password });
        var page = await _sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await ManySites.UntilAsync(SignInBrowserRuns);

        _ = eye.RunInWorkerAsync("chrome.runtime.reload()").ContinueWith(ended => ended.Exception, TaskScheduler.Default);

        await ManySites.UntilAsync(() => !SignInBrowserRuns());
        Assert.DoesNotContain(await _sites.OutcomesAsync(site.Origin), outcome => outcome.Outcome == "signed-in");
        Assert.DoesNotContain(await _sites.Agent.Context.CookiesAsync([site.Desk.ToString()]), cookie => cookie.Name == "session");
        Assert.Empty(eye.Hits);
    }

    [Theory]
    [InlineData("/bin/cat")]
    [InlineData("/nowhere/at/all")]
    public async Task A_host_manifest_that_names_another_program_gets_nothing_and_the_owner_is_told(string program)
    {
        var site = await _sites.OpenAsync("form-post", Fill.Isolated);
        var manifest = Path.Combine(_sites.Owner.UserDataDirectory(ManySites.Profile), "NativeMessagingHosts", "com.credentialvault.host.json");
        var link = HostByHand.LinkOf(_sites.Owner, ManySites.Profile);
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace(link, program, StringComparison.Ordinal));
        foreach (var host in ProcessTree.Naming(link))
        {
            using var kill = Process.Start("kill", ["-KILL", host.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await _sites.ReadsAsync(site.Desk, "host could not be reached");

        ManySites.NothingReached(site);
        var doctor = await _sites.Owner.TryAsync(["doctor"]);
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains($"{manifest} is not what was written there", doctor.Output, StringComparison.Ordinal);
    }

    private bool SignInBrowserRuns() => ProcessTree.Naming(Path.Combine(_sites.Owner.VaultHome, "browsers")).Count > 0;
}
