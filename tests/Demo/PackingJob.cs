using Microsoft.Playwright;
using SampleSite;

namespace Demo;

/// <summary>
/// The agent: packs orders, a few pages each. It knows no secret, and nothing in it is about signing in;
/// it only waits, as agents do, until a page shows what it looks for.
/// </summary>
/// <param name="page">Its tab.</param>
/// <param name="style">The site's words.</param>
internal sealed class PackingJob(IPage page, SiteStyle style)
{
    /// <summary>Longer than any wait for a one-time code.</summary>
    private static readonly PageWaitForSelectorOptions Patience = new() { Timeout = 100_000 };

    /// <summary>Opens the list of orders.</summary>
    /// <param name="address">Its address.</param>
    public async Task OpenOrdersAsync(Uri address)
    {
        await page.GotoAsync(address.ToString());
        await SeeAsync($"h1:text-is('{style.Say("Orders")}')");
    }

    /// <summary>Goes to an order from wherever the agent is.</summary>
    /// <param name="number">The order.</param>
    public async Task OpenOrderAsync(int number)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = style.Say("Orders"), Exact = true }).First.ClickAsync();
        await SeeAsync($"a:text-is('{number}')");
        await page.ClickAsync($"a:text-is('{number}')");
        await SeeAsync($"h1:has-text('{number}')");
    }

    /// <summary>Writes a note to the order that is open.</summary>
    /// <param name="text">The note.</param>
    public async Task WriteNoteAsync(string text)
    {
        while (!await page.GetByText(text, new() { Exact = true }).IsVisibleAsync())
        {
            await page.FillAsync("#note", text);
            await page.GetByRole(AriaRole.Button, new() { Name = style.Say("Save note") }).ClickAsync();
            await SeeAsync("#note");
        }
    }

    /// <summary>Marks the order that is open as packed, and looks whether it is; if not, it tries again.</summary>
    public async Task PackAsync()
    {
        while (!await page.Locator("h1 [data-status=Packed]").IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = style.Say("Mark as packed") }).ClickAsync();
            await SeeAsync("h1 [data-status]");
        }
    }

    private async Task SeeAsync(string selector) => await page.WaitForSelectorAsync(selector, Patience);
}
