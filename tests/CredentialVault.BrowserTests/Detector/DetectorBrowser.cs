using System.Text.Json;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.BrowserTests.Detector;

/// <summary>A real browser with the shipped detector in every document.</summary>
public sealed class DetectorBrowser : IAsyncLifetime
{
    private const string Question = """
        () => {
          const { detect, judge } = globalThis.credentialVaultDetector;
          const page = detect(document);
          const { verdict, evidence } = judge(page, document);
          const roots = [document];
          for (const root of roots) for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
          const found = [...(page.form?.fields ?? [])].flatMap(([name, elements]) => elements.map((element) => `${name}:${element.dataset.is ?? "nothing"}`));
          const submit = page.form?.submit;
          if (submit) found.push(`submit:${submit.dataset.is ?? "nothing"}`);
          const marks = roots.flatMap((root) => [...root.querySelectorAll("[data-is]")].map((element) => element.dataset.is));
          const marked = ["username", "password", "one-time-code", "further", "submit"].flatMap((name) => marks.filter((mark) => mark === name).map((mark) => `${mark}:${mark}`));
          return { kind: page.kind, verdict, found, marked, evidence };
        }
        """;

    private IBrowser? _browser;
    private IBrowserContext? _context;
    private IPage? _page;

    public async Task InitializeAsync()
    {
        var playwright = await PlaywrightDriver.GetAsync();
        _browser = await playwright.Chromium.LaunchAsync(PlainBrowser.Options);
        _context = await _browser.NewContextAsync();
        await _context.AddInitScriptAsync(await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Artifacts, "detector.js")));
        _page = await _context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    /// <summary>Opens one of the test pages, in the tab that is there for all of them, and looks at it.</summary>
    public async Task<SeenPage> LookAtAsync(string page)
    {
        await _page!.GotoAsync(AddressOf(page));
        return await LookAsync(_page);
    }

    /// <summary>Opens one of the test pages; the caller closes it.</summary>
    public async Task<IPage> OpenAsync(string page)
    {
        var open = await _context!.NewPageAsync();
        await open.GotoAsync(AddressOf(page));
        return open;
    }

    /// <summary>Looks at an open page as it is now.</summary>
    public static async Task<SeenPage> LookAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var answer = await page.EvaluateAsync<JsonElement>(Question);
        return answer.Deserialize<SeenPage>(JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The page gave no answer.");
    }

    private static string AddressOf(string page) =>
        new Uri(Path.Combine(BuiltPrograms.Repository, "tests", "TestPages", "pages", $"{page}.html")).AbsoluteUri;
}
