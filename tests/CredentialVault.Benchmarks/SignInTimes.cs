using System.Diagnostics;
using System.Globalization;
using CredentialVault.SignIn;
using CredentialVault.SignIn.Chromium;
using CredentialVault.SignIn.DevTools;
using CredentialVault.Testing;
using Microsoft.Playwright;
using OtpNet;

namespace Benchmarks;

/// <summary>
/// From the signed-out page being there to the page that was wanted: the vault with each fill, and a script that knows the
/// secrets and types them into the same page. By turns, so that whatever else the machine does meets all of them.
/// </summary>
internal static class SignInTimes
{
    private const int Rounds = 10;
    private const string Wanted = "Orders";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>A code that ends within 5 seconds is not used, and signing in takes a few itself.</summary>
    private static readonly TimeSpan LeftOfStep = TimeSpan.FromSeconds(12);

    /// <summary>Measures and prints.</summary>
    public static async Task MeasureAsync()
    {
        await using var desk = await BenchedDesk.OpenAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var plain = await playwright.Chromium.LaunchAsync(PlainBrowser.Options);
        var start = new Times();
        var (password, code) = (new Row(), new Row());

        // The first of each is slower wherever something is loaded once; it does not count.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var row in new[] { password, code })
            {
                var twoFactor = row == code;
                var (script, inPage) = (await ScriptAsync(desk, plain, twoFactor), (await VaultAsync(desk, "in-page", twoFactor))[0]);
                var isolated = await VaultAsync(desk, "isolated", twoFactor);
                if (round > 0)
                {
                    row.Script.Add(script);
                    row.InPage.Add(inPage);
                    row.First.Add(isolated[0]);
                    row.Isolated.Add(isolated[1]);
                }
            }

            var started = await StartAsync(desk);
            if (round > 0)
            {
                start.Add(started);
            }
        }

        Console.WriteLine($"""

            From the signed-out page to the page that was wanted: median of {Rounds} (fastest to slowest), by turns

                                    password                          password and code
              script that knows     {password.Script.Text(),-32}  {code.Script.Text()}
              in-page               {password.InPage.Text(),-32}  {code.InPage.Text()}
              isolated              {password.Isolated.Text(),-32}  {code.Isolated.Text()}
              isolated, first       {password.First.Text(),-32}  {code.First.Text()}
              one browser start     {start.Text()}
            """);
        Console.WriteLine($"  bar for isolated      {password.Bar(start),-32}  {code.Bar(start)}");
    }

    /// <summary>Chromium as a sign-in browser, up to its first answer.</summary>
    private static async Task<TimeSpan> StartAsync(BenchedDesk desk)
    {
        var options = new SignInBrowserOptions { Executable = BuiltPrograms.Browser, Homes = Path.Combine(desk.Owner.Machine, "starts") };
        var began = Stopwatch.GetTimestamp();
        await using var process = ChromiumProcess.Start(options);
        await using var pipe = new DevToolsPipe(process.ToBrowser, process.FromBrowser, _ => { });
        await new DevToolsSession(pipe, null).VersionAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>An agent that comes signed out, and with <c>isolated</c> again, when its session has ended while it was at work.</summary>
    private static async Task<IReadOnlyList<TimeSpan>> VaultAsync(BenchedDesk desk, string fill, bool twoFactor)
    {
        await using var known = await desk.LearnAsync(await desk.AddAccountAsync(twoFactor), fill);
        if (fill != "isolated")
        {
            return [await VaultAsync(desk, twoFactor)];
        }

        var first = await VaultAsync(desk, twoFactor, staysAtWork: true);
        if (twoFactor)
        {
            // A code counts once.
            await Task.Delay(LeftOfThisStep());
        }

        var again = await VaultAsync(desk, twoFactor);
        desk.LetNoneBeReady();
        return [first, again];
    }

    private static async Task<TimeSpan> VaultAsync(BenchedDesk desk, bool twoFactor, bool staysAtWork = false)
    {
        await desk.Agent.Context.ClearCookiesAsync();
        var page = await desk.Agent.Context.NewPageAsync();
        var clock = await PageClock.OfAsync(page, Wanted);
        await RoomInStepAsync(twoFactor);
        await page.GotoAsync(desk.Orders.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var took = await clock.TookAsync(Patience);
        if (staysAtWork)
        {
            desk.LetSomeBeReady();
        }

        // The last news come after the page is there.
        await page.WaitForSelectorAsync("[data-credential-vault]:has-text('signed this page in')", new() { Timeout = (float)Patience.TotalMilliseconds });
        if (staysAtWork)
        {
            await desk.BrowserIsReadyAsync(Patience);
        }

        await page.CloseAsync();
        return await desk.LastOutcomeAsync() is "signed-in" ? took : throw new InvalidOperationException($"A sign-in ended otherwise: {await desk.LastOutcomeAsync()}.");
    }

    private static async Task<TimeSpan> ScriptAsync(BenchedDesk desk, IBrowser browser, bool twoFactor)
    {
        var account = await desk.AddAccountAsync(twoFactor);
        var fields = BenchedDesk.Style.Fields;
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var clock = await PageClock.OfAsync(page, Wanted);
        await RoomInStepAsync(twoFactor);
        await page.GotoAsync(desk.Orders.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.FillAsync($"#{fields.Email.Id}", account.Email);
        await page.FillAsync($"#{fields.Password.Id}", account.Password);
        await page.Locator($"form:has(#{fields.Password.Id}) button").ClickAsync();
        if (account.Seed is { } seed)
        {
            await page.FillAsync($"#{fields.Code.Id}", new Totp(Base32Encoding.ToBytes(seed)).ComputeTotp());
            await page.Locator($"form:has(#{fields.Code.Id}) button").ClickAsync();
        }

        return await clock.TookAsync(Patience);
    }

    private static async Task RoomInStepAsync(bool twoFactor)
    {
        if (twoFactor && LeftOfThisStep() < LeftOfStep)
        {
            await Task.Delay(LeftOfThisStep());
        }
    }

    private static TimeSpan LeftOfThisStep() => Step - TimeSpan.FromMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() % (long)Step.TotalMilliseconds);

    private sealed class Row
    {
        public Times Script { get; } = new();

        public Times InPage { get; } = new();

        public Times Isolated { get; } = new();

        /// <summary>Of an agent that comes signed out, so that nothing was made ready for it.</summary>
        public Times First { get; } = new();

        /// <summary>1.5 times the script and one browser start.</summary>
        public string Bar(Times start)
        {
            var bar = (1.5 * Script.Median) + start.Median;
            return string.Create(CultureInfo.InvariantCulture, $"{bar:F0} ms: {(Isolated.Median <= bar ? "holds" : "MISSED")}, {Isolated.Median / bar:F2} of it");
        }
    }
}
