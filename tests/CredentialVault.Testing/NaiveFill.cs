using CredentialVault.Testing.AgentsEye;
using Microsoft.Playwright;
using SampleSite;

namespace CredentialVault.Testing;

/// <summary>
/// The positive control: what most agent frameworks do today. The value is set and the button is clicked a
/// moment later, while the same eye looks at the same site. A search that finds nothing here would prove nothing.
/// </summary>
public static class NaiveFill
{
    private const int MomentMilliseconds = 300;

    /// <summary>Fills the sign-in page of a site that way.</summary>
    /// <param name="site">The site.</param>
    /// <param name="style">Its paths and fields.</param>
    /// <param name="email">The account's name.</param>
    /// <param name="password">The account's password.</param>
    /// <returns>How often the eye looked, and what it found.</returns>
    public static async Task<(int Observations, IReadOnlyList<Hit> Hits)> WatchAsync(Site site, SiteStyle style, string email, string password)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(PlainBrowser.Options);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, style.Paths["/Account/SignIn"]).ToString());
        var eye = Watching.Begin(page);
        await using (eye)
        {
            await FillAsync(page, style, email, password);
        }

        return (eye.Counts.Values.Sum(), eye.Find(new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = password }));
    }

    private static async Task FillAsync(IPage page, SiteStyle style, string email, string password)
    {
        await page.FillAsync($"[id='{style.Fields.Email.Id}']", email);
        if (style.NameFirst)
        {
            await page.Keyboard.PressAsync("Enter");
        }

        await page.FillAsync($"[id='{style.Fields.Password.Id}']", password);
        await Task.Delay(MomentMilliseconds);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
