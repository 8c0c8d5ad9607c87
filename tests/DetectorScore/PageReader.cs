using System.Text.Json;
using Microsoft.Playwright;

namespace DetectorScore;

/// <summary>Runs the detector on every page in a real browser that reaches nothing but loopback.</summary>
internal static class PageReader
{
    private const string Question = """
        ([labels, runs]) => {
          const find = (selector) => selector === null ? null : document.querySelector(selector);
          const run = () => globalThis.credentialVaultDetector.detect(document);
          const times = [];
          for (let i = 0; i < runs; i++) {
            const start = performance.now();
            run();
            times.push(performance.now() - start);
          }
          const page = run();
          const field = (name) => page.form?.fields.get(name)?.[0] ?? null;
          const submit = page.form?.submit ?? null;
          const submits = labels.submits.map(find);
          const same = (one, other) => one === other || (one !== null && other !== null && (one.contains(other) || other.contains(one)));
          const password = field("password");
          const show = (element) => element === null ? "-" : element.outerHTML.slice(0, 160).replace(/\s+/g, " ");
          return {
            kind: page.kind,
            evidence: [...page.evidence],
            usernameRight: field("username") === find(labels.username),
            passwordRight: password === find(labels.password),
            oneTimeCodeRight: field("one-time-code") === find(labels.oneTimeCode),
            submitRight: submits.some((right) => same(right, submit)),
            foundUsername: field("username") !== null,
            foundPassword: password !== null,
            fillsNewPassword: password !== null && labels.newPasswords.map(find).includes(password),
            said: `username ${show(field("username"))} (right ${show(find(labels.username))}) password ${show(password)} (right ${show(find(labels.password))}) submit ${show(submit)} (right ${submits.map(show).join(" | ")})`,
            firstMilliseconds: times[0],
            milliseconds: times.sort((a, b) => a - b)[Math.floor(times.length / 2)],
          };
        }
        """;

    private const int Runs = 9;

    public static async Task<IReadOnlyList<SeenPage>> ReadAsync(Uri site, string detector, IReadOnlyList<LabelledPage> pages)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CREDENTIAL_VAULT_BROWSER") ?? "/usr/lib/chromium/chromium",
            Args = string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? ["--no-sandbox"] : [],
        });
        var context = await browser.NewContextAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block });
        await context.RouteAsync("**/*", route => string.Equals(new Uri(route.Request.Url).Authority, site.Authority, StringComparison.Ordinal) ? route.ContinueAsync() : route.AbortAsync());
        await context.AddInitScriptAsync(detector);

        var seen = new List<SeenPage>(pages.Count);
        var page = await context.NewPageAsync();
        foreach (var label in pages)
        {
            await page.GotoAsync(new Uri(site, label.File).AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            var answer = await page.EvaluateAsync<JsonElement>(Question, new object[]
            {
                new
                {
                    username = label.Username,
                    password = label.Password,
                    oneTimeCode = label.OneTimeCode,
                    submits = label.Submits,
                    newPasswords = label.NewPasswords,
                },
                Runs,
            });
            seen.Add(answer.Deserialize<SeenPage>(JsonSerializerOptions.Web) ?? throw new InvalidOperationException("No answer from the page."));
        }

        return seen;
    }
}
