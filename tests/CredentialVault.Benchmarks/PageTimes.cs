using System.Globalization;
using System.Text;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace Benchmarks;

/// <summary>What the extension costs pages that are none of its business, and how long the detector looks.</summary>
internal static class PageTimes
{
    private const int Rounds = 10;
    private const string Host = "http://pages.localhost/";
    private const string Drawn = "<script>addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => globalThis.drawn = performance.now())))</script>";
    private static readonly TimeSpan UntilLookedAt = TimeSpan.FromMilliseconds(400);

    private static readonly (string Name, string Html)[] Pages =
    [
        ("a short article", Article(20)),
        ("a long table, 20,000 elements", Table(2_000)),
        ("a form with 300 fields", Form(300)),
    ];

    /// <summary>Measures and prints.</summary>
    public static async Task MeasureAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var there = await OpenAsync(playwright, "--disable-extensions-except=" + BuiltPrograms.Extension, "--load-extension=" + BuiltPrograms.Extension);
        await using var absent = await OpenAsync(playwright);
        Console.WriteLine($"\nOther pages: median of {Rounds} (fastest to slowest), by turns\n");
        foreach (var (name, html) in Pages)
        {
            var (with, without, look) = (new PageCost(), new PageCost(), new Times());
            for (var round = 0; round <= Rounds; round++)
            {
                var (loadedWith, loadedWithout, looked) = (await LoadAsync(there, html), await LoadAsync(absent, html), await LookAsync(absent, html));
                if (round > 0)
                {
                    with.Add(loadedWith);
                    without.Add(loadedWithout);
                    look.Add(looked);
                }
            }

            Console.WriteLine($"""
                  {name}
                    loaded and drawn without the extension   {without.Drawn.Text()}
                    loaded and drawn with it                 {with.Drawn.Text()}
                    work of the page without the extension   {without.Work.Text(1)}
                    work of the page with it                 {with.Work.Text(1)}
                    first look of the detector               {look.Text(1)}
                """);
        }
    }

    private static async Task<IBrowserContext> OpenAsync(IPlaywright playwright, params string[] extension)
    {
        var options = PlainBrowser.Options;
        return await playwright.Chromium.LaunchPersistentContextAsync("", new()
        {
            ExecutablePath = options.ExecutablePath,
            ChromiumSandbox = options.ChromiumSandbox,
            IgnoreDefaultArgs = ["--disable-extensions"],
            Args = extension,
        });
    }

    /// <summary>
    /// Until it is loaded and has been drawn, and what its main thread worked until the watcher has looked. The load event alone
    /// tells little: with any content script, an empty one too, Chromium draws a large page before that event instead of after it.
    /// </summary>
    private static async Task<(TimeSpan Drawn, TimeSpan Work)> LoadAsync(IBrowserContext context, string html)
    {
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Performance.enable", new Dictionary<string, object>(StringComparer.Ordinal) { ["timeDomain"] = "threadTicks" });
        await GoAsync(page, html);
        var drawn = await page.EvaluateAsync<double>("drawn - performance.getEntriesByType('navigation')[0].responseStart");
        await Task.Delay(UntilLookedAt);
        var metrics = await devTools.SendAsync("Performance.getMetrics") ?? throw new InvalidOperationException("No metrics.");
        var work = metrics.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("name").ValueEquals("ThreadTime")).GetProperty("value").GetDouble();
        await page.CloseAsync();
        return (TimeSpan.FromMilliseconds(drawn), TimeSpan.FromSeconds(work));
    }

    private static async Task<TimeSpan> LookAsync(IBrowserContext context, string html)
    {
        var detector = await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Artifacts, "detector.js"));
        var page = await context.NewPageAsync();
        await GoAsync(page, html);
        var look = await page.EvaluateAsync<double>($$"""
            () => {
              {{detector}};
              const began = performance.now();
              const page = credentialVaultDetector.detect(document);
              credentialVaultDetector.judge(page, document);
              return performance.now() - began;
            }
            """);
        await page.CloseAsync();
        return TimeSpan.FromMilliseconds(look);
    }

    private static async Task GoAsync(IPage page, string html)
    {
        await page.RouteAsync(Host + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
        await page.GotoAsync(Host);
        await page.WaitForFunctionAsync("globalThis.drawn");
    }

    private static string Article(int paragraphs) => Page(Repeat(paragraphs, _ => "<p>Ships of the line were <a href=/more>moored</a> two and two.</p>"));

    private static string Table(int rows) => Page("<table>" + Repeat(rows, row => $"<tr>{Repeat(9, cell => $"<td>{row}.{cell}</td>")}</tr>") + "</table>");

    private static string Form(int fields) => Page("<form method=post>" + Repeat(fields, field => $"<label>Part {field} <input name=part{field}></label>") + "<button>Save</button></form>");

    private static string Page(string body) => $"<!doctype html><title>Page</title>{Drawn}<h1>Page</h1><button>Sign out</button>{body}";

    private static string Repeat(int times, Func<string, string> part) =>
        Enumerable.Range(0, times).Aggregate(new StringBuilder(), (text, number) => text.Append(part(number.ToString(CultureInfo.InvariantCulture)))).ToString();

    private sealed class PageCost
    {
        public Times Drawn { get; } = new();

        public Times Work { get; } = new();

        public void Add((TimeSpan Drawn, TimeSpan Work) page)
        {
            Drawn.Add(page.Drawn);
            Work.Add(page.Work);
        }
    }
}
