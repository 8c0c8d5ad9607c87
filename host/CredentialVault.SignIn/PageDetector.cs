using System.Text.Json;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Runs the detector in every frame, in a world that the page has no part in.</summary>
/// <param name="browser">Whose page is looked at.</param>
/// <param name="time">The clock.</param>
internal sealed class PageDetector(SignInBrowser browser, TimeProvider time)
{
    private const string WorldName = "credential-vault";
    private const int MostFrames = 40;
    private const int MostClosedRoots = 40;

    private static readonly TimeSpan LookTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ClosedRootsEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>A look for closed roots is followed by so many times its own length without one: it holds up the page.</summary>
    private const int ClosedRootsRest = 4;

    private static readonly string Detector = Script.Named("detector.js");
    private static readonly string PageScript = Script.Named("page.js");

    private readonly Dictionary<string, FrameWorld> _worlds = new(StringComparer.Ordinal);
    private (string Document, long At, TimeSpan Took)? _revealed;

    /// <summary>Puts the detector into every document that a target will show. It is read while the page loads, which is when there is time.</summary>
    /// <param name="session">The target.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static Task PrepareAsync(DevToolsSession session, CancellationToken cancel) => session.AddScriptAsync(Detector, WorldName, cancel);

    /// <summary>How every frame looks now, the top frame first. A frame that is gone meanwhile, or does not answer, is left out.</summary>
    /// <param name="cancel">Ends the look.</param>
    public async Task<IReadOnlyList<FrameLook>> LookAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LookTime);
        List<FrameLook> looks = [];
        try
        {
            foreach (var session in browser.Sessions)
            {
                await LookAtAsync(session, looks, limit.Token);
            }

            if (looks.Count > 0 && looks.All(look => look.Report.Fields.Count == 0 && look.Report.Parsed))
            {
                await RevealClosedRootsAsync(looks, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
        }

        return looks;
    }

    private async Task LookAtAsync(DevToolsSession session, List<FrameLook> looks, CancellationToken cancel)
    {
        try
        {
            var isPage = session.Id == browser.Page.Id;
            var root = await session.FramesAsync(cancel);
            foreach (var frame in Flatten(root).Take(MostFrames))
            {
                if (await LookAtAsync(session, frame, isPage && frame == root.Frame, cancel) is { } look)
                {
                    looks.Add(look);
                }
            }
        }
        catch (DevToolsException)
        {
            // Its process is gone; the next look finds what came after it.
        }
    }

    private async Task<FrameLook?> LookAtAsync(DevToolsSession session, Frame frame, bool isTop, CancellationToken cancel)
    {
        try
        {
            var world = await WorldOfAsync(session, frame, cancel);
            var seen = await session.CallOnAsync(world.Handle, "function () { return this.look(); }", [], cancel);
            var look = new FrameLook(world, isTop, seen.Deserialize(FrameReportJson.Default.FrameReport)!);
            return isTop ? look.With(browser.Challenges.Of(frame.LoaderId)) : look;
        }
        catch (Exception gone) when (gone is DevToolsException or JsonException)
        {
            _worlds.Remove(frame.Id);
            return null;
        }
    }

    private async Task<FrameWorld> WorldOfAsync(DevToolsSession session, Frame frame, CancellationToken cancel)
    {
        if (_worlds.TryGetValue(frame.Id, out var known) && known.LoaderId == frame.LoaderId && known.Session.Id == session.Id)
        {
            return known;
        }

        var context = await session.CreateWorldAsync(frame.Id, WorldName, cancel);
        var handle = await HandleInAsync(session, context, cancel);

        // Ids of contexts are used again after a change of process: the handle is good only if the document is still the same.
        if (!Flatten(await session.FramesAsync(cancel)).Contains(frame))
        {
            throw new DevToolsException("The document has changed.");
        }

        return _worlds[frame.Id] = new FrameWorld(session, frame.Id, frame.LoaderId, context, handle);
    }

    private static async Task<string> HandleInAsync(DevToolsSession session, int context, CancellationToken cancel)
    {
        try
        {
            return await session.EvaluateToHandleAsync(context, PageScript, cancel);
        }
        catch (DevToolsException)
        {
            // A document that was there before the detector was put into those that come.
            return await session.EvaluateToHandleAsync(context, Detector + "\n" + PageScript, cancel);
        }
    }

    /// <summary>
    /// Shows the detector's world the closed shadow roots too. To look for them takes longer than all else, so only where there
    /// is nothing to be seen without: in each new page once before it is believed, and then from time to time.
    /// </summary>
    private async Task RevealClosedRootsAsync(List<FrameLook> looks, CancellationToken cancel)
    {
        var page = looks.FirstOrDefault(look => look.IsTop)?.Document ?? "";
        if (_revealed is { } last && last.Document == page
            && time.GetElapsedTime(last.At) < Longest(ClosedRootsEvery, ClosedRootsRest * last.Took))
        {
            return;
        }

        var began = time.GetTimestamp();
        foreach (var target in looks.Select(look => look.World).GroupBy(world => world.Session.Id, StringComparer.Ordinal))
        {
            try
            {
                await RevealClosedRootsAsync(target.First().Session, target.ToDictionary(world => world.FrameId, world => world.Context, StringComparer.Ordinal), cancel);
            }
            catch (DevToolsException)
            {
                // The frame has gone elsewhere.
            }
        }

        _revealed = (page, time.GetTimestamp(), time.GetElapsedTime(began));
    }

    private static async Task RevealClosedRootsAsync(DevToolsSession session, Dictionary<string, int> worlds, CancellationToken cancel)
    {
        const string Show = "function () { Object.defineProperty(this.host, 'shadowRoot', { value: this, configurable: true }); return true; }";
        var top = (await session.FramesAsync(cancel)).Frame.Id;
        foreach (var root in await session.ClosedRootsAsync(worlds, top, MostClosedRoots, cancel))
        {
            await session.CallOnAsync(root, Show, [], cancel);
        }
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static IEnumerable<Frame> Flatten(FrameTree tree) => (tree.ChildFrames ?? []).SelectMany(Flatten).Prepend(tree.Frame);
}
