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
            var (with, without, look) = (new Times(), new Times(), new Times());
            for (var round = 0; round <= Rounds; round++)
            {
                var (loadedWith, loadedWithout, looked) = (await LoadAsync(there, html), await LoadAsync(absent, html), await LookAsync(absent));
                if (round > 0)
                {
                    with.Add(loadedWith);
                    without.Add(loadedWithout);
                    look.Add(looked);
                }
            }

            Console.WriteLine($"""
                  {name}
                    loads without the extension   {without.Text()}
                    loads with it                 {with.Text()}
                    one look of the detector      {look.Text(1)}
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

    /// <summary>Up to the end of the load event.</summary>
    private static async Task<TimeSpan> LoadAsync(IBrowserContext context, string html)
    {
        var page = context.Pages[0];
        await page.UnrouteAllAsync();
        await page.RouteAsync(Host + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
        await page.GotoAsync(Host);
        return TimeSpan.FromMilliseconds(await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd"));
    }

    private static async Task<TimeSpan> LookAsync(IBrowserContext context)
    {
        var detector = await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Artifacts, "detector.js"));
        return TimeSpan.FromMilliseconds(await context.Pages[0].EvaluateAsync<double>($$"""
            () => {
              {{detector}};
              const began = performance.now();
              const page = credentialVaultDetector.detect(document);
              credentialVaultDetector.judge(page, document);
              return performance.now() - began;
            }
            """));
    }

    private static string Article(int paragraphs) => Page(Repeat(paragraphs, _ => "<p>Ships of the line were <a href=/more>moored</a> two and two.</p>"));

    private static string Table(int rows) => Page("<table>" + Repeat(rows, row => $"<tr>{Repeat(9, cell => $"<td>{row}.{cell}</td>")}</tr>") + "</table>");

    private static string Form(int fields) => Page("<form method=post>" + Repeat(fields, field => $"<label>Part {field} <input name=part{field}></label>") + "<button>Save</button></form>");

    private static string Page(string body) => $"<!doctype html><title>Page</title><h1>Page</h1><button>Sign out</button>{body}";

    private static string Repeat(int times, Func<string, string> part) =>
        Enumerable.Range(0, times).Aggregate(new StringBuilder(), (text, number) => text.Append(part(number.ToString(CultureInfo.InvariantCulture)))).ToString();
}
