using System.Security.Cryptography;
using System.Text.Json;
using CredentialVault.Testing;
using CredentialVault.Testing.AgentsEye;
using CredentialVault.Testing.FullPower;
using Microsoft.Playwright;
using SampleSite;

namespace Demo;

/// <summary>The main job from end to end: an account, a vault, an agent, two expired sessions.</summary>
internal static class Story
{
    private static readonly int[] Orders = [1044, 1045, 1046, 1047];

    /// <summary>Tells the story.</summary>
    /// <param name="style">The site's language, paths and field names.</param>
    /// <param name="fill">Where the values are typed: <c>isolated</c> or <c>in-page</c>.</param>
    /// <returns>Whether the work is done and nothing was seen.</returns>
    public static async Task<bool> RunAsync(SiteStyle style, string fill)
    {
        var folder = Directory.CreateDirectory(Path.Combine(BuiltPrograms.Artifacts, "demo", style.Name));
        var pictures = folder.CreateSubdirectory("pictures");
        foreach (var old in pictures.EnumerateFiles())
        {
            old.Delete();
        }

        var timeline = new Timeline();
        using var owner = new Owner();
        await using var site = await Site.StartAsync(new SiteOptions { Style = style, DataDirectory = Path.Combine(owner.Machine, "site") });
        timeline.Tell(Actor.Site, $"{style.Brand} is at {site.Address}");

        var setUp = new SetUp(owner, timeline, fill);
        await setUp.PrepareAsync();
        var (email, password) = ("quartermaster@example.com", $"Aa1!{RandomNumberGenerator.GetHexString(20)}");
        var seed = await OpenAccountAsync(setUp, site, style, timeline, email, password);

        await using var browser = await timeline.DoAsync(
            Actor.Owner,
            $"runs  credential-vault launch --profile {SetUp.Profile} --automation {SetUp.Automation} --headless --remote-debugging-port 0",
            () => AgentBrowser.StartAsync(owner, SetUp.Profile, SetUp.Automation));

        var secrets = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["password"] = password,
            ["seed"] = seed,
            ["seed in capitals"] = seed.ToUpperInvariant(),
        };
        await using var fullPower = await FullPowerEye.BeginAsync(browser.DevTools, secrets, PossibleCodes.Of(seed));
        timeline.Tell(Actor.Agent, "attaches DevTools to the browser, every page, the extension and its worker, and takes in all that comes");
        var eye = Watching.Begin(browser.Page, pictures.FullName);
        await using (eye)
        {
            try
            {
                await WorkAsync(browser.Page, site, style, email, timeline, pictures.FullName, () => TellSignInsAsync(owner, timeline, eye));
            }
            catch (TimeoutException)
            {
                timeline.Tell(Actor.Agent, $"waits in vain at {browser.Page.Url}");
            }
        }

        await timeline.DoAsync(Actor.Agent, "reads the memory of the page and of the extension's worker", fullPower.FinishAsync);
        await TellSignInsAsync(owner, timeline, eye);
        var control = await NaiveFill.WatchAsync(site, style, email, password);
        var packed = site.Orders().Count(order => Orders.Contains(order.Number) && order.Status == SampleSite.Data.OrderStatus.Packed);
        var report = new Report(style.Brand, fill, timeline.Moments, eye.Counts, eye.Find(secrets), fullPower.Volumes, fullPower.Hits, eye.StatusTexts, control, packed, Orders.Length);

        report.Print();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), ReportPage.Write(report, style.Language));
        Console.WriteLine($"\nThe same with pictures: {Path.GetRelativePath(BuiltPrograms.Repository, Path.Combine(folder.FullName, "index.html"))}");
        return report.Good;
    }

    private static async Task<string> OpenAccountAsync(SetUp setUp, Site site, SiteStyle style, Timeline timeline, string email, string password)
    {
        await using var account = await timeline.DoAsync(
            Actor.Owner, "registers at the site, in a browser of their own", () => SiteAccount.RegisterAsync(site, style, email, password));
        var seed = await timeline.DoAsync(Actor.Owner, "opens the site's authenticator page and copies its key", account.ReadAuthenticatorKeyAsync);
        var credential = await setUp.AddCredentialAsync(site.Address, new Uri(site.Address, style.Paths["/Orders/Index"]), email, password, seed);
        await account.BindAuthenticatorAsync(await setUp.GetCodeAsync(credential));
        timeline.Tell(Actor.Owner, "types the vault's code at the site: two-factor sign-in is on");
        return seed.Replace(" ", "", StringComparison.Ordinal);
    }

    private static async Task WorkAsync(IPage page, Site site, SiteStyle style, string email, Timeline timeline, string pictures, Func<Task> tellSignIns)
    {
        var job = new PackingJob(page, style);

        async Task DoAsync(string what, Func<Task> work)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await work();
            var took = watch.Elapsed;
            var picture = $"step-{timeline.Moments.Count:D2}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, picture) });
            timeline.Tell(Actor.Agent, what, took, picture);
            await tellSignIns();
        }

        await DoAsync("opens the orders, without a session", () => job.OpenOrdersAsync(new Uri(site.Address, style.Paths["/Orders/Index"])));
        await DoAsync($"opens order {Orders[0]}", () => job.OpenOrderAsync(Orders[0]));
        await DoAsync("writes a note and marks it as packed", async () =>
        {
            await job.WriteNoteAsync("Checked by the agent.");
            await job.PackAsync();
        });

        site.EndSessions(email);
        timeline.Tell(Actor.Site, "ends the agent's session on the server");
        await DoAsync($"opens order {Orders[1]}", () => job.OpenOrderAsync(Orders[1]));
        await DoAsync("marks it as packed", job.PackAsync);
        await DoAsync($"opens order {Orders[2]}", () => job.OpenOrderAsync(Orders[2]));

        await page.Context.ClearCookiesAsync(new() { Name = Site.SessionCookieName });
        timeline.Tell(Actor.Agent, "loses its session again: the cookie is deleted from its browser");
        await DoAsync("marks it as packed; sent without a session, so it sees the order again and marks it once more", job.PackAsync);
        await DoAsync($"opens order {Orders[3]} and marks it as packed", async () =>
        {
            await job.OpenOrderAsync(Orders[3]);
            await job.PackAsync();
        });
    }

    /// <summary>Tells the sign-ins that ended since this was called last: the vault's own record has their times.</summary>
    private static async Task TellSignInsAsync(Owner owner, Timeline timeline, Watching eye)
    {
        using var audit = JsonDocument.Parse(await owner.DoAsync(["audit", "--json"]));
        foreach (var record in audit.RootElement.EnumerateArray().Where(record => record.GetProperty("event").GetString() == "sign-in").Skip(timeline.Moments.Count(moment => moment.Who == Actor.Vault)))
        {
            var waited = TimeSpan.FromMilliseconds(record.GetProperty("waitedMilliseconds").GetInt64());
            var took = TimeSpan.FromMilliseconds(record.GetProperty("milliseconds").GetInt64()) - waited;
            var ended = record.GetProperty("at").GetDateTimeOffset();
            var began = ended - took - waited;
            timeline.Insert(began, Actor.Vault, $"notices the sign-in page and signs in{(waited > TimeSpan.Zero ? $", waiting {Timeline.Seconds(waited)} more for a one-time code that was not used yet" : "")}: {record.GetProperty("outcome").GetString()}", took, eye.PictureBetween(began + took, ended));
        }
    }
}
