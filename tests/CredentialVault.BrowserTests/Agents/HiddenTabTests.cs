using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>Agents work in tabs that others cover, and in windows that nobody looks at: there a page's timers come late.</summary>
public sealed class HiddenTabTests
{
    [Theory]
    [InlineData("isolated")]
    [InlineData("in-page")]
    public async Task An_agent_goes_on_in_a_tab_that_another_one_covers(string fill)
    {
        await using var desk = await OrderDesk.OpenAsync(new() { Fill = fill });
        await using var browser = await BareBrowser.StartAsync(desk.Owner, OrderDesk.Profile, OrderDesk.Automation);

        var tab = await browser.OpenAsync(desk.OrdersAddress);
        await browser.OpenAsync(new Uri("about:blank"));

        await ShowsOrdersAsync(desk, tab);
        // It is there before the vault has seen that it is.
        Assert.Equal(["signed-in"], await desk.OutcomesAsync(expected: 1));
        desk.Site.EndSessions(OrderDesk.Email);
        await BareBrowser.EvaluateAsync(tab, $"location.assign('{desk.OrdersAddress}'), ''");

        Assert.Equal(["signed-in", "signed-in"], await desk.OutcomesAsync(expected: 2));
        await ShowsOrdersAsync(desk, tab);
        Assert.Equal("hidden", await BareBrowser.EvaluateAsync(tab, "document.visibilityState"));
    }

    private static Task ShowsOrdersAsync(OrderDesk desk, Uri tab) =>
        ManySites.UntilAsync(async () => await BareBrowser.EvaluateAsync(tab, "document.readyState + document.querySelector('h1')?.innerText") == $"complete{desk.Style.Say("Orders")}");
}
