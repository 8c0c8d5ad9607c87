using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace CredentialVault.Testing.AgentsEye;

/// <summary>Looks at one tab all the time with everything an agent has that runs no scripts, and keeps what it saw.</summary>
public sealed class Watching : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ScreenshotPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LooksTime = TimeSpan.FromMinutes(1);

    /// <summary>Chromium never answers some of those that are taken while it goes from one page to the next.</summary>
    private const float ScreenshotMilliseconds = 2000;

    private readonly IPage _page;
    private readonly string? _screenshots;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<(ObservationKind Kind, string Text), int> _seen = new();
    private readonly ConcurrentDictionary<ObservationKind, int> _counts = new();
    private readonly ConcurrentDictionary<DateTimeOffset, string> _pictures = new();
    private readonly Task _loops;

    private readonly TimeSpan _pause;

    private Watching(IPage page, string? screenshots, TimeSpan pause)
    {
        _pause = pause;
        _page = page;
        _screenshots = screenshots;
        page.Console += Hear;
        _loops = Task.WhenAll(
            LoopAsync(ObservationKind.AriaSnapshot, () => page.Locator("body").AriaSnapshotAsync()!),
            LoopAsync(ObservationKind.Html, () => page.ContentAsync()),
            LoopAsync(ObservationKind.VisibleText, () => page.Locator("body").InnerTextAsync()),
            LoopAsync(ObservationKind.Address, async () => $"{page.Url} {await page.TitleAsync()}"),
            LoopAsync(ObservationKind.StatusText, async () => string.Join(' ', await page.Locator("[data-credential-vault]").AllInnerTextsAsync())),
            ScreenshotsAsync());
    }

    /// <summary>How many times each kind was looked at.</summary>
    public IReadOnlyDictionary<ObservationKind, int> Counts => _counts;

    /// <summary>The status texts that were seen, each once.</summary>
    public IReadOnlyList<string> StatusTexts => [.. _seen.Keys.Where(key => key.Kind == ObservationKind.StatusText && key.Text.Length > 0).Select(key => key.Text)];

    /// <summary>File name of the first picture taken in a span of time, or null when none was.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="to">Its end.</param>
    public string? PictureBetween(DateTimeOffset from, DateTimeOffset to) =>
        _pictures.Where(picture => picture.Key > from && picture.Key < to).OrderBy(picture => picture.Key).Select(picture => picture.Value).FirstOrDefault();

    /// <summary>Begins to look.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="screenshots">Folder for the pictures, or null to take none.</param>
    /// <param name="pause">How long it rests between two looks of a kind, or null for hardly at all.</param>
    public static Watching Begin(IPage page, string? screenshots = null, TimeSpan? pause = null) => new(page, screenshots, pause ?? ShortestPause);

    /// <summary>Where secrets were seen.</summary>
    /// <param name="secrets">Secrets by the name that a report calls them by.</param>
    public IReadOnlyList<Hit> Find(IReadOnlyDictionary<string, string> secrets) =>
    [
        .. from secret in secrets
           let forms = SecretForms.Of(secret.Value)
           from observation in _seen
           where forms.Any(form => observation.Key.Text.Contains(form, StringComparison.Ordinal))
           group observation.Value by (secret.Key, observation.Key.Kind) into found
           select new Hit(found.Key.Key, found.Key.Kind, found.Sum()),
    ];

    /// <summary>Waits until every kind was looked at so many times in all, and each once from now on.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="times">How many times.</param>
    /// <exception cref="TimeoutException">One of them was not, in a minute.</exception>
    public async Task LooksAsync(IReadOnlyList<ObservationKind> kinds, int times = 1)
    {
        // The look that is under way may have begun before.
        var wanted = kinds.ToDictionary(kind => kind, kind => Math.Max(times, _counts.GetValueOrDefault(kind) + 2));
        for (var wait = Stopwatch.StartNew(); wanted.Any(pair => _counts.GetValueOrDefault(pair.Key) < pair.Value); await Task.Delay(ShortestPause))
        {
            if (wait.Elapsed > LooksTime)
            {
                throw new TimeoutException($"Hardly looked at: {string.Join(", ", wanted.Where(pair => _counts.GetValueOrDefault(pair.Key) < pair.Value).Select(pair => pair.Key))}.");
            }
        }
    }

    /// <summary>Stops looking.</summary>
    public async ValueTask DisposeAsync()
    {
        _page.Console -= Hear;
        await _stop.CancelAsync();
        await _loops;
        _stop.Dispose();
    }

    private void Hear(object? sender, IConsoleMessage line) => Keep(ObservationKind.Console, line.Text);

    private void Keep(ObservationKind kind, string text)
    {
        _seen.AddOrUpdate((kind, text), 1, (_, times) => times + 1);
        _counts.AddOrUpdate(kind, 1, (_, times) => times + 1);
    }

    private async Task LoopAsync(ObservationKind kind, Func<Task<string>> look)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Keep(kind, await look());
            }
            catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
            {
                // The page is between two documents.
            }

            await Task.Delay(_pause, CancellationToken.None);
        }
    }

    private async Task ScreenshotsAsync()
    {
        while (_screenshots is not null && !_stop.IsCancellationRequested)
        {
            try
            {
                var name = $"{_pictures.Count:D4}.png";
                await _page.ScreenshotAsync(new() { Path = Path.Combine(_screenshots, name), Timeout = ScreenshotMilliseconds });
                _pictures[DateTimeOffset.UtcNow] = name;
                _counts.AddOrUpdate(ObservationKind.Screenshot, 1, (_, times) => times + 1);
            }
            catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
            {
                // The page is between two documents.
            }

            await Task.Delay(ScreenshotPause, CancellationToken.None);
        }
    }
}
