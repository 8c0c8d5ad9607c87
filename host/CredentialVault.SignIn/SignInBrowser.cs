using System.Collections.Concurrent;
using System.Text.Json;
using CredentialVault.Errors;
using CredentialVault.SignIn.Chromium;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>
/// A Chromium of the host's own with one off-the-record context and one page. Nobody else can drive it; it is gone,
/// and its directory with it, when this is disposed of.
/// </summary>
public sealed class SignInBrowser : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(20);

    private readonly ChromiumProcess _process;
    private readonly DevToolsPipe _pipe;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<string, DevToolsSession> _frames = new(StringComparer.Ordinal);
    private Presentation? _presentation;
    private DevToolsSession? _page;
    private string? _context;
    private string? _target;

    /// <summary>Chromium's name of why there was nothing to show at the last address, or null.</summary>
    private string? _failure;

    private SignInBrowser(ChromiumProcess process, TimeProvider time)
    {
        _process = process;
        Traffic = new Traffic(time);
        Loading = new Loading(time);
        Gate = new RequestGate(this);
        _pipe = new DevToolsPipe(process.ToBrowser, process.FromBrowser, OnEvent);
        Browser = new DevToolsSession(_pipe, null);
    }

    /// <summary>Process id of the browser.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether it has ended by itself.</summary>
    internal bool HasEnded => _process.HasEnded;

    /// <summary>Whether the browser runs without Chromium's sandbox, since it has none for root.</summary>
    public static bool WithoutSandbox => ChromiumCommandLine.WithoutSandbox;

    /// <summary>Absolute path of the directory that everything of this browser is in.</summary>
    public string Home => _process.Home;

    /// <summary>What the page sends.</summary>
    internal Traffic Traffic { get; }

    /// <summary>What the page is still loading.</summary>
    internal Loading Loading { get; }

    /// <summary>What lets the page's requests go.</summary>
    internal RequestGate Gate { get; }

    /// <summary>What sites ask for by HTTP itself.</summary>
    internal HttpChallenges Challenges { get; } = new();

    /// <summary>The browser itself.</summary>
    internal DevToolsSession Browser { get; }

    /// <summary>The one page.</summary>
    internal DevToolsSession Page => _page!;

    /// <summary>The context that the page is in.</summary>
    internal string Context => _context!;

    /// <summary>The page and its frames that run in processes of their own.</summary>
    internal IReadOnlyCollection<DevToolsSession> Sessions => [Page, .. _frames.Values];

    /// <summary>Starts one with an empty page.</summary>
    /// <param name="options">With what.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>, <c>authority-invalid</c>, <c>sign-in-browser-failed</c>.</exception>
    public static async Task<SignInBrowser> StartAsync(SignInBrowserOptions options, TimeProvider time, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(StartTime);
        var browser = new SignInBrowser(ChromiumProcess.Start(options), time);
        try
        {
            await browser.OpenPageAsync(options.Presentation, limit.Token);
            return browser;
        }
        catch (Exception failure)
        {
            await browser.DisposeAsync();
            cancel.ThrowIfCancellationRequested();
            throw failure is DevToolsException or OperationCanceledException
                ? VaultError.SignInBrowserFailed(options.Executable).AsException(failure)
                : failure;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _process.DisposeAsync();
        await _pipe.DisposeAsync();
        _ending.Dispose();
    }

    /// <summary>Whether who answered at the last address showed a certificate that no trusted authority vouches for; nothing was asked of them.</summary>
    internal bool CertificateRefused => _failure?.StartsWith("net::ERR_CERT_", StringComparison.Ordinal) ?? false;

    /// <summary>Whether there is nobody at the last address, or its name is not known.</summary>
    internal bool NothingAnswers => _failure is "net::ERR_CONNECTION_REFUSED" or "net::ERR_NAME_NOT_RESOLVED" or "net::ERR_ADDRESS_UNREACHABLE" or "net::ERR_CONNECTION_TIMED_OUT";

    /// <summary>The address that it last went to; null: nowhere yet, or nothing answered there.</summary>
    internal string? WentTo { get; private set; }

    /// <summary>Goes to an address.</summary>
    /// <returns>False when nothing answers there, or nobody who can be trusted to be it.</returns>
    internal async Task<bool> GoAsync(string url, CancellationToken cancel)
    {
        _failure = null;
        var (document, failure) = await Page.NavigateAsync(url, cancel);
        if (failure == "net::ERR_INVALID_AUTH_CREDENTIALS")
        {
            // Chromium would ask a person. Only from here on is it told to ask the host, since that holds up every document.
            await Gate.TellOfChallengesAsync(cancel);
            (document, failure) = await Page.NavigateAsync(url, cancel);
        }

        _failure = failure;
        // Who answers with a challenge and nothing else has answered.
        var answered = failure is null || (document is not null && Challenges.Of(document) is not null);
        WentTo = answered ? url : null;
        return answered;
    }

    /// <summary>Presents itself otherwise than it was started with. It has been nowhere yet.</summary>
    /// <exception cref="DevToolsException">It is gone.</exception>
    internal async Task PresentAsync(Presentation presentation, CancellationToken cancel)
    {
        _presentation = presentation;
        var (width, height, scale) = (presentation.Width, presentation.Height, presentation.Scale);
        await Task.WhenAll(
            Browser.SetWindowSizeAsync(await Browser.WindowOfAsync(_target!, cancel), width, height, cancel),
            Page.SetViewportAsync(width, height, scale, cancel),
            PresentInAsync(Page, cancel));
    }

    private async Task OpenPageAsync(Presentation? presentation, CancellationToken cancel)
    {
        _presentation = presentation ?? Presentation.Of(await Browser.VersionAsync(cancel));
        _context = await Browser.CreateBrowserContextAsync(cancel);
        var refusing = Browser.DenyDownloadsAsync(_context, cancel);
        _target = await Browser.CreatePageAsync(_context, _presentation.Width, _presentation.Height, cancel);
        await refusing;
        _page = new DevToolsSession(_pipe, await Browser.AttachAsync(_target, cancel));
        Challenges.TopFrame = _target;
        await Task.WhenAll(
            SetUpFrameAsync(_page, cancel),
            Browser.AttachToSharedWorkersAsync(cancel),
            _page.KeepFocusAsync(cancel),
            _page.SetViewportAsync(_presentation.Width, _presentation.Height, _presentation.Scale, cancel));
    }

    private Task SetUpFrameAsync(DevToolsSession session, CancellationToken cancel) => Task.WhenAll(
        session.EnablePageAsync(cancel),
        session.EnableNetworkAsync(cancel),
        session.AttachToChildrenAsync(cancel),
        PageDetector.PrepareAsync(session, cancel),
        PresentInAsync(session, cancel));

    private Task PresentInAsync(DevToolsSession session, CancellationToken cancel)
    {
        var presentation = _presentation!;
        return Task.WhenAll(
            session.SetUserAgentAsync(presentation.ToOverride(), cancel),
            presentation.TimeZone is { } zone ? session.SetTimeZoneAsync(zone, cancel) : Task.CompletedTask,
            presentation.Locale is { } locale ? session.SetLocaleAsync(locale, cancel) : Task.CompletedTask);
    }

    private void OnEvent(DevToolsEvent happened)
    {
        Traffic.Note(happened);
        Loading.Note(happened);
        switch (happened.Method)
        {
            case TargetDomain.Attached when happened.Parameters.Deserialize(TargetJson.Default.AttachedToTarget) is { WaitingForDebugger: true } attached:
                _ = ReceiveAsync(attached);
                break;
            case TargetDomain.Detached when happened.Parameters.Deserialize(TargetJson.Default.DetachedFromTarget) is { } detached:
                _frames.TryRemove(detached.SessionId, out _);
                break;
            case PageDomain.DialogOpening when happened.Parameters.Deserialize(PageJson.Default.DialogOpening) is { } dialog:
                // To leave a page is allowed; whatever else a page asks, nobody is there to say yes.
                _ = IgnoreGoneAsync(new DevToolsSession(_pipe, happened.Session).AnswerDialogAsync(dialog.Type == "beforeunload", _ending.Token));
                break;
            case FetchDomain.RequestPaused when happened.Parameters.Deserialize(FetchJson.Default.RequestHeld) is { } held:
                _ = IgnoreGoneAsync(Gate.AnswerAsync(new DevToolsSession(_pipe, happened.Session), held, _ending.Token));
                break;
            case FetchDomain.ChallengeCame when happened.Parameters.Deserialize(FetchJson.Default.AuthRequired) is { } asked:
                var challenged = new DevToolsSession(_pipe, happened.Session);
                _ = IgnoreGoneAsync((Gate.TellsOfChallenges ? Challenges.Take(asked) : null) is { } answer ? challenged.AnswerChallengeAsync(answer, _ending.Token) : challenged.LeaveChallengeAsync(asked.RequestId, _ending.Token));
                break;
            case NetworkDomain.ResponseReceived when happened.Parameters.Deserialize(NetworkJson.Default.ResponseCame) is { } came:
                Challenges.Note(came);
                break;
        }
    }

    private async Task ReceiveAsync(AttachedToTarget attached)
    {
        var session = new DevToolsSession(_pipe, attached.SessionId);
        switch (attached.TargetInfo.Type)
        {
            case "page":
                // Nobody looks at a window that a page opens by itself.
                await IgnoreGoneAsync(Browser.CloseAsync(attached.TargetInfo.TargetId, _ending.Token));
                return;
            case "service_worker" or "shared_worker":
                // Left waiting: what the one keeps of a signed-out page would be shown to who is signed in, and not all that the other sends can be held.
                return;
            case "iframe":
                _frames[attached.SessionId] = session;
                await IgnoreGoneAsync(SetUpFrameAsync(session, _ending.Token));
                // What cannot be held does not begin.
                if (await IgnoreGoneAsync(Gate.SetUpAsync(session, _ending.Token)))
                {
                    await IgnoreGoneAsync(session.LetGoAsync(_ending.Token));
                }

                break;
            case "worker":
                // What it sends is held with what its page sends; that it was sent and answered is told by the worker alone.
                await IgnoreGoneAsync(session.EnableNetworkAsync(_ending.Token));
                await IgnoreGoneAsync(session.SetUserAgentAsync(_presentation!.ToOverride(), _ending.Token));
                await IgnoreGoneAsync(session.AttachToChildrenAsync(_ending.Token));
                await IgnoreGoneAsync(session.LetGoAsync(_ending.Token));
                break;
            default:
                // What it would send is not known, so it is left waiting.
                return;
        }
    }

    /// <summary>Waits for a command to a target that may vanish at any time.</summary>
    /// <returns>Whether it was done.</returns>
    private static async Task<bool> IgnoreGoneAsync(Task command)
    {
        try
        {
            await command;
            return true;
        }
        catch (Exception gone) when (gone is DevToolsException or OperationCanceledException)
        {
            // There is nothing left to be told.
            return false;
        }
    }
}
