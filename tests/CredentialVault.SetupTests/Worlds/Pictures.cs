using CredentialVault.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Worlds;

/// <summary>
/// Looks at what the page shows: in light and dark, on a wide and a large window and on a phone, with axe-core. The pictures go to
/// artifacts/set-up/, where a person looks at them, and those of the docs are taken from.
/// </summary>
public static class Pictures
{
    private const int DocsWidth = 900;
    private const int Height = 800;
    private static readonly (string Name, int Width)[] Windows = [("wide", 1100), ("phone", 360), ("large", 1600)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    /// <summary>Takes the pictures of what is shown, and finds nothing that a reader of any kind would stumble over.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(BuiltPrograms.Artifacts, "set-up"));
        foreach (var scheme in Schemes)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var (window, width) in Windows)
            {
                await page.SetViewportSizeAsync(width, Height);
                var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
                Assert.True(overflow <= 0, $"{name} is {overflow} px too wide for a window of {width} px.");
                // As high as the page, so that what stays at the lower edge of the window stands where the page ends.
                await page.SetViewportSizeAsync(width, Math.Max(Height, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight")));
                var file = Path.Combine(folder.FullName, $"{name}-{window}-{scheme.ToString().ToLowerInvariant()}.png");
                await page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
            }

            // What is dark differs in its colours only.
            await CheckAsync(page, $"{name}, {scheme}", scheme == ColorScheme.Dark ? Colours : null);
        }

        await page.SetViewportSizeAsync(Windows[0].Width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Takes the picture of what a window shows of a page that is higher than it.</summary>
    public static Task TakeWindowAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(BuiltPrograms.Artifacts, "set-up", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>Finds nothing that a reader of any kind would stumble over.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What is looked at, for the failure.</param>
    /// <param name="options">Which rules, when not all of them.</param>
    public static async Task CheckAsync(IPage page, string name, AxeRunOptions? options = null)
    {
        var found = await page.RunAxe(options);
        Assert.True(found.Violations.Length == 0, $"{name}: {string.Join("; ", found.Violations.Select(Words))}");
    }

    /// <summary>Takes the picture of a part of the page for the docs.</summary>
    /// <param name="part">The part.</param>
    /// <param name="name">The name of the picture in docs/images/.</param>
    public static async Task TakeForDocsAsync(ILocator part, string name)
    {
        var page = part.Page;
        await page.SetViewportSizeAsync(DocsWidth, 300);
        var folder = Directory.CreateDirectory(Path.Combine(BuiltPrograms.Artifacts, "set-up", "docs"));
        await part.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        await page.SetViewportSizeAsync(Windows[0].Width, Height);
    }

    private static string Words(AxeResultItem item) => $"{item.Id} ({item.Help}) at {string.Join(", ", item.Nodes.Select(node => node.Html))}";
}
