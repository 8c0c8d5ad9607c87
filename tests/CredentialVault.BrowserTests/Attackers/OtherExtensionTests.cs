using System.Security.Cryptography;
using System.Text;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Another extension in the agent's profile is nobody to the vault's, nor to its host.</summary>
public sealed class OtherExtensionTests(ManySites sites) : IClassFixture<ManySites>
{
    private const string Vaults = "impbffjibjbijamjhloklbnabdbecplh";
    private const string Profile = "crowded";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "other-extension");

    [Fact]
    public async Task Another_extension_reaches_neither_the_extension_nor_its_content_scripts_nor_the_host()
    {
        var site = await sites.OpenAsync("form-post");
        await sites.Owner.DoAsync(["profile", "add", Profile, "--user-data-dir", sites.Owner.UserDataDirectory(Profile)]);
        var playwright = await PlaywrightDriver.GetAsync();
        await using var context = await playwright.Chromium.LaunchPersistentContextAsync(sites.Owner.UserDataDirectory(Profile), new()
        {
            ExecutablePath = BuiltPrograms.Browser,
            ChromiumSandbox = PlainBrowser.Options.ChromiumSandbox,
            Channel = "chromium",
            IgnoreDefaultArgs = ["--disable-extensions"],
            Args = [$"--disable-extensions-except={BuiltPrograms.Extension},{Folder}", $"--load-extension={BuiltPrograms.Extension},{Folder}"],
        });
        var form = context.Pages[0];
        await form.GotoAsync(new Uri(site.Address, "/sign-in").ToString());
        // The vault is there and has asked its host.
        Assert.Equal(("no-credential", null), await sites.FirstOutcomeAsync(site.Origin));

        var page = await context.NewPageAsync();
        await page.GotoAsync($"chrome-extension://{IdOf(Folder)}/page.html");

        const string Message = """{ type: "page-seen", seen: { verdict: "signed-out", kind: "sign-in", fields: ["password"], evidence: [] }, address: "http://x.localhost/" }""";
        Assert.Equal("Could not establish connection. Receiving end does not exist.", await RefusalAsync(page, $"chrome.runtime.sendMessage('{Vaults}', {Message})"));
        Assert.Equal("Could not establish connection. Receiving end does not exist.", await RefusalAsync(page, $"chrome.tabs.query({{ url: '{site.Origin}/*' }}).then(([tab]) => chrome.tabs.sendMessage(tab.id, {{ type: 'status', text: 'x', milliseconds: null }}))"));
        Assert.Equal("Access to the specified native messaging host is forbidden.", await RefusalAsync(page, "chrome.runtime.sendNativeMessage('com.credentialvault.host', { version: 1, id: 1, type: 'hello', body: {} })"));
        ManySites.NothingReached(site);
    }

    private static Task<string> RefusalAsync(IPage page, string call) =>
        page.EvaluateAsync<string>($"() => {call}.then((answer) => `answered ${{JSON.stringify(answer)}}`, (error) => error.message)");

    /// <summary>The id that Chromium gives an unpacked extension without a key: from its path.</summary>
    private static string IdOf(string folder) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(folder.TrimEnd('/')))[..16].SelectMany(one => new[] { (char)('a' + (one >> 4)), (char)('a' + (one & 15)) }));
}
