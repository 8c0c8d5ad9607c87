using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>The page before there is a vault.</summary>
public sealed class FirstVisitTests
{
    [Fact]
    public async Task Without_a_vault_I_am_told_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("credential-vault-");
        using var playwright = await Playwright.CreateAsync();
        await using (var browser = await playwright.Chromium.LaunchPersistentContextAsync(folder.FullName, new()
        {
            ExecutablePath = BuiltPrograms.Browser,
            ChromiumSandbox = PlainBrowser.Options.ChromiumSandbox,
            Headless = false,
            IgnoreDefaultArgs = ["--disable-extensions"],
            Args = ["--headless=new", $"--disable-extensions-except={BuiltPrograms.Extension}", $"--load-extension={BuiltPrograms.Extension}"],
        }))
        {
            var page = browser.Pages[0];
            await page.GotoAsync(OwnersPage.Address);

            await page.GetByRole(AriaRole.Heading, new() { Name = "This browser is not connected to a vault" }).WaitForAsync();
            await page.GetByText("credential-vault setup", new() { Exact = true }).WaitForAsync();
            await Pictures.TakeAsync(page, "not-connected");
        }

        folder.Delete(recursive: true);
    }
}
