using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredentialVault.Testing.FullPower;

/// <summary>
/// An agent that drives the whole browser with DevTools and takes in everything that can be taken in: attached to the
/// browser, to every page, frame and worker and to the extension's worker, before their first line runs. It changes nothing.
/// </summary>
public sealed class FullPowerEye : IAsyncDisposable
{
    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SnapshotPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TraceTime = TimeSpan.FromSeconds(20);

    private readonly Capture _capture;
    private readonly ConcurrentDictionary<string, AttachedTarget> _targets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _workerStarts = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _settingUp = [];
    private readonly TaskCompletionSource _traced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private DevToolsClient _client = null!;
    private Task _loops = Task.CompletedTask;

    private FullPowerEye(Capture capture) => _capture = capture;

    /// <summary>How much came by each channel.</summary>
    public IReadOnlyDictionary<Channel, Volume> Volumes => _capture.Volumes;

    /// <summary>Where secrets were found so far.</summary>
    public IReadOnlyList<CapturedHit> Hits => _capture.Hits;

    /// <summary>How many times the extension's worker was running while this looked: 1, and 1 for each new start.</summary>
    public int WorkerStarts => _workerStarts.Count;

    /// <summary>Attaches to everything there is and will be.</summary>
    /// <param name="devTools">Where the browser takes DevTools commands.</param>
    /// <param name="secrets">What is looked for, by the name that a report calls it by.</param>
    /// <param name="codes">One-time codes that are looked for as whole values.</param>
    public static async Task<FullPowerEye> BeginAsync(Uri devTools, IReadOnlyDictionary<string, string> secrets, IReadOnlyCollection<PossibleCode>? codes = null)
    {
        var eye = new FullPowerEye(new Capture(secrets, codes ?? []));
        eye._client = await DevToolsClient.ConnectAsync(devTools, eye.Take);
        await eye._client.AskAsync("Target.setDiscoverTargets", new() { ["discover"] = true });
        await eye._client.AskAsync("Fetch.enable", new() { ["patterns"] = new JsonArray(new JsonObject { ["urlPattern"] = "*" }) });
        await eye._client.AskAsync("Tracing.start", Trace());
        await eye._client.AskAsync("Target.setAutoAttach", AutoAttach());
        await Task.WhenAll(eye._settingUp);
        eye._loops = Task.WhenAll(
            eye.RepeatAsync(PollPause, target => target.Contexts.Keys.Select(context => eye.PollAsync(target, context))),
            eye.RepeatAsync(SnapshotPause, target => target.IsPage ? eye.Snapshots(target) : []),
            eye.CookiesAsync());
        return eye;
    }

    /// <summary>Closes the extension's worker; the next message of a page starts it again.</summary>
    public async Task CloseWorkerAsync()
    {
        var worker = await WorkerAsync();
        await _client.AskAsync("Target.closeTarget", new() { ["targetId"] = worker.Target });
    }

    /// <summary>Runs an expression in the extension's worker and gives its value as text.</summary>
    /// <param name="expression">JavaScript that gives a string, or a promise of one.</param>
    public async Task<string> RunInWorkerAsync(string expression)
    {
        var worker = await WorkerAsync();
        var answer = await _client.AskAsync("Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true }, worker.Session, seconds: 60)
            ?? throw new InvalidOperationException("The worker gave no answer.");
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value.GetString()! : throw new InvalidOperationException(answer.GetRawText());
    }

    /// <summary>Reads the memory of every page and of the extension's worker, and the rest of the trace.</summary>
    public async Task FinishAsync()
    {
        await _stop.CancelAsync();
        await _loops;
        await Task.WhenAll(_targets.Values.Where(target => target.IsPage || target.IsExtensionWorker)
            .Select(target => _client.AskAsync("HeapProfiler.takeHeapSnapshot", [], target.Session, seconds: 60)));

        await _client.AskAsync("Tracing.end");
        await _traced.Task.WaitAsync(TraceTime);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loops;
        await _client.DisposeAsync();
        _stop.Dispose();
    }

    private async Task<AttachedTarget> WorkerAsync()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (_targets.Values.FirstOrDefault(target => target.IsExtensionWorker && !target.Contexts.IsEmpty) is { } worker)
            {
                return worker;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The extension's worker did not start.");
    }

    private static JsonObject AutoAttach() => new() { ["autoAttach"] = true, ["waitForDebuggerOnStart"] = true, ["flatten"] = true };

    private static JsonObject Trace() => new()
    {
        ["transferMode"] = "ReportEvents",
        ["traceConfig"] = new JsonObject
        {
            ["includedCategories"] = new JsonArray("netlog", "disabled-by-default-netlog", "disabled-by-default-netlog.sensitive"),
        },
    };

    private void Take(DevToolsMessage message)
    {
        _targets.TryGetValue(message.Session, out var target);
        if (message.Method == "HeapProfiler.addHeapSnapshotChunk")
        {
            _capture.TakePiece(Channel.Heap, message.Session, message.Body.GetProperty("chunk").GetString()!);
            return;
        }

        _capture.Take(Channels.Of(message, target), message.Text);
        if (message.IsEvent)
        {
            Answer(message, target);
        }
    }

    private void Answer(DevToolsMessage message, AttachedTarget? target)
    {
        var body = message.Body;
        switch (message.Method)
        {
            case "Target.attachedToTarget":
                var attached = AttachedTarget.From(body);
                _targets[attached.Session] = attached;
                _settingUp.Add(SetUpAsync(attached));
                break;
            case "Target.detachedFromTarget":
                _targets.TryRemove(body.GetProperty("sessionId").GetString()!, out _);
                break;
            case "Runtime.executionContextCreated":
                var context = body.GetProperty("context").GetProperty("id").GetInt32();
                target?.Contexts.TryAdd(context, 0);
                if (target is { IsExtensionWorker: true })
                {
                    // A worker that starts again keeps its session; only its context is another.
                    _workerStarts.TryAdd(body.GetProperty("context").GetProperty("uniqueId").GetString()!, 0);
                }

                _ = EvaluateAsync(message.Session, context, target is { IsPage: true } ? Hooks.Page : Hooks.Worker);
                break;
            case "Runtime.executionContextDestroyed":
                target?.Contexts.TryRemove(body.GetProperty("executionContextId").GetInt32(), out _);
                break;
            case "Runtime.executionContextsCleared":
                target?.Contexts.Clear();
                break;
            case "Fetch.requestPaused":
                _ = _client.AskAsync("Fetch.continueRequest", new() { ["requestId"] = body.GetProperty("requestId").GetString() }, message.Session);
                break;
            case "Network.requestWillBeSent" when body.GetProperty("request").TryGetProperty("hasPostData", out var posts) && posts.GetBoolean():
                _ = AskForBodyAsync("Network.getRequestPostData", message);
                break;
            case "Network.loadingFinished":
                _ = AskForBodyAsync("Network.getResponseBody", message);
                break;
            case "Tracing.tracingComplete":
                _traced.TrySetResult();
                break;
            default:
                break;
        }
    }

    private Task<JsonElement?> AskForBodyAsync(string method, DevToolsMessage message) =>
        _client.AskAsync(method, new() { ["requestId"] = message.Body.GetProperty("requestId").GetString() }, message.Session);

    /// <summary>All commands are on their way before the target goes on.</summary>
    private Task SetUpAsync(AttachedTarget target)
    {
        Task Ask(string method, JsonObject? parameters = null) => _client.AskAsync(method, parameters, target.Session);
        List<Task> asked =
        [
            Ask("Runtime.addBinding", new() { ["name"] = Hooks.Binding }),
            Ask("Runtime.enable"),
            Ask("Log.enable"),
            Ask("Network.enable", new() { ["maxPostDataSize"] = 1 << 20 }),
            Ask("Target.setAutoAttach", AutoAttach()),
        ];
        if (target.IsPage)
        {
            asked.Add(Ask("Page.enable"));
            asked.Add(Ask("DOMSnapshot.enable"));
            asked.Add(Ask("Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = Hooks.Page, ["runImmediately"] = true }));
        }

        asked.Add(Ask("Runtime.runIfWaitingForDebugger"));
        return Task.WhenAll(asked);
    }

    private Task<JsonElement?> PollAsync(AttachedTarget target, int context) =>
        EvaluateAsync(target.Session, context, target.IsPage ? Hooks.PagePoll : $"{Hooks.Worker};{Hooks.WorkerPoll}");

    private Task<JsonElement?> EvaluateAsync(string session, int context, string script) =>
        _client.AskAsync("Runtime.evaluate", new() { ["expression"] = script, ["contextId"] = context, ["returnByValue"] = true, ["awaitPromise"] = true }, session, seconds: 2);

    private IEnumerable<Task> Snapshots(AttachedTarget target) =>
    [
        _client.AskAsync("DOMSnapshot.captureSnapshot", new() { ["computedStyles"] = new JsonArray() }, target.Session, seconds: 2),
        _client.AskAsync("Page.captureSnapshot", [], target.Session, seconds: 2),
        _client.AskAsync("Page.captureScreenshot", [], target.Session, seconds: 2),
    ];

    private async Task RepeatAsync(TimeSpan pause, Func<AttachedTarget, IEnumerable<Task>> look)
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.WhenAll(_targets.Values.SelectMany(look));
            await Task.Delay(pause);
        }
    }

    private async Task CookiesAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await _client.AskAsync("Storage.getCookies");
            await Task.Delay(PollPause);
        }
    }
}
