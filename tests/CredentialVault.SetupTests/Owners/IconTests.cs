using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing.FullPower;

namespace CredentialVault.SetupTests.Owners;

/// <summary>The icon of the extension in the browser's toolbar.</summary>
public sealed class IconTests
{
    // DevTools cannot press a button of the toolbar, so the worker is told of it in the way that the browser tells it.
    private const string Press = "chrome.action.onClicked.dispatch({ id: 1 }); 'pressed'";

    [Fact]
    public async Task It_opens_the_page_or_brings_it_to_the_front()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await using var eye = await FullPowerEye.BeginAsync(owner.DevTools, new Dictionary<string, string>(StringComparer.Ordinal));
        var other = await owner.Context.NewPageAsync();
        await other.BringToFrontAsync();

        await eye.RunInWorkerAsync(Press);
        await owner.Page.WaitForFunctionAsync("() => document.visibilityState === 'visible'");
        Assert.Single(Shown(owner));

        await owner.Page.CloseAsync();
        await eye.RunInWorkerAsync(Press);
        for (var tries = 0; tries < 100 && !Shown(owner).Any(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.Single(Shown(owner));
    }

    private static IEnumerable<string> Shown(OwnersPage owner) => owner.Context.Pages.Select(page => page.Url).Where(url => url.StartsWith(OwnersPage.Address, StringComparison.Ordinal));
}
