using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CredentialVault.Testing.AgentsEye;
using CredentialVault.Testing.FullPower;
using Microsoft.Playwright;
using SampleSite;

namespace CredentialVault.Testing;

/// <summary>What was seen of a naive fill.</summary>
/// <param name="Observations">How often the eye looked, by kind.</param>
/// <param name="Hits">Where it saw the password.</param>
/// <param name="Captured">Where an agent with DevTools on everything found it.</param>
public sealed record NaiveFillSeen(IReadOnlyDictionary<ObservationKind, int> Observations, IReadOnlyList<Hit> Hits, IReadOnlyList<CapturedHit> Captured)
{
    /// <summary>How often the eye looked at something that is searched.</summary>
    public int Looks => Observations.Where(pair => pair.Key != ObservationKind.Screenshot).Sum(pair => pair.Value);
}

/// <summary>
/// The positive control: what most agent frameworks do today. The value is set and the button is clicked a
/// moment later, while the same eyes look at the same site. A search that finds nothing here would prove nothing.
/// </summary>
public static class NaiveFill
{
    private const int MomentMilliseconds = 300;

    /// <summary>Fills the sign-in page of a site that way.</summary>
    /// <param name="site">The site.</param>
    /// <param name="style">Its paths and fields.</param>
    /// <param name="email">The account's name.</param>
    /// <param name="password">The account's password.</param>
    public static async Task<NaiveFillSeen> WatchAsync(Site site, SiteStyle style, string email, string password)
    {
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = password };
        var port = FreePort();
        var playwright = await PlaywrightDriver.GetAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new(PlainBrowser.Options) { Args = [string.Create(CultureInfo.InvariantCulture, $"--remote-debugging-port={port}")] });
        await using var fullPower = await FullPowerEye.BeginAsync(new UriBuilder("http", "127.0.0.1", port).Uri, secrets);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, style.Paths["/Account/SignIn"]).ToString());
        var eye = Watching.Begin(page);
        await using (eye)
        {
            await FillAsync(page, style, email, password, eye);
        }

        await fullPower.FinishAsync();
        return new NaiveFillSeen(eye.Counts, eye.Find(secrets), fullPower.Hits);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task FillAsync(IPage page, SiteStyle style, string email, string password, Watching eye)
    {
        await page.FillAsync($"[id='{style.Fields.Email.Id}']", email);
        if (style.NameFirst)
        {
            await page.Keyboard.PressAsync("Enter");
        }

        await page.FillAsync($"[id='{style.Fields.Password.Id}']", password);
        await Task.Delay(MomentMilliseconds);
        // A harness looks between two steps, however busy its machine is.
        await eye.LooksAsync([ObservationKind.AriaSnapshot]);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
