using Microsoft.Playwright;

namespace Benchmarks;

/// <summary>
/// When a page was there, by the page's own clock. Whoever waits for an element from outside looks for it now and then,
/// and up to half a second late.
/// </summary>
internal sealed class PageClock
{
    private readonly TaskCompletionSource<double> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<double> _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PageClock()
    {
    }

    /// <summary>Watches a page that has gone nowhere yet.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">The heading of the page that is wanted.</param>
    public static async Task<PageClock> OfAsync(IPage page, string heading)
    {
        var clock = new PageClock();
        await page.ExposeFunctionAsync<string, double, bool>("benchSees", (what, at) => (what == "wanted" ? clock._wanted : clock._loaded).TrySetResult(at));
        await page.AddInitScriptAsync($$"""
            if (self === top && location.href !== 'about:blank') {
              const look = () => {
                if (![...document.querySelectorAll('h1')].some((h1) => h1.textContent.trim() === '{{heading}}')) return;
                benchSees('wanted', Date.now());
                observer.disconnect();
              };
              const observer = new MutationObserver(look);
              observer.observe(document, { childList: true, subtree: true });
              addEventListener('DOMContentLoaded', () => benchSees('loaded', Date.now()));
            }
            """);
        return clock;
    }

    /// <summary>From the first page's DOMContentLoaded until the heading that is wanted was there.</summary>
    /// <param name="patience">How long to wait for it.</param>
    public async Task<TimeSpan> TookAsync(TimeSpan patience) =>
        TimeSpan.FromMilliseconds(await _wanted.Task.WaitAsync(patience) - await _loaded.Task.WaitAsync(patience));
}
