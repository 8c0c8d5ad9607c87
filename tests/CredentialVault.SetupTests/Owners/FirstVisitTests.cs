using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>The page before there is a vault, and when it does not answer.</summary>
public sealed class FirstVisitTests
{
    [Fact]
    public async Task Without_a_vault_I_am_told_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("credential-vault-");
        var playwright = await PlaywrightDriver.GetAsync();
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

    [Fact]
    public async Task When_the_vault_does_not_answer_I_am_told_what_to_do()
    {
        await using var owner = await OwnersPage.OpenAsync();
        Directory.Delete(Path.Combine(owner.Owner.VaultHome + "-owner", "NativeMessagingHosts"), recursive: true);
        owner.KillHosts();

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();

        await owner.HeadingAsync("This could not be shown");
        await owner.Page.GetByText("credential-vault doctor").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "no-answer");
    }
}
