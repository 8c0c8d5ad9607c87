using CredentialVault.Errors;

namespace CredentialVault.SignIn;

/// <summary>
/// A sign-in browser that is started before it is needed, while an agent is at work at a site where it may have to be signed
/// in. It has been nowhere and knows no secret, and is told only when it is taken how it presents itself. It ends when nobody
/// has asked for it for <see cref="KeepTime"/>.
/// </summary>
/// <param name="turns">Lets only so many be ready at a time.</param>
/// <param name="time">The clock.</param>
public sealed class ReadyBrowser(SignInTurns turns, TimeProvider time) : IAsyncDisposable
{
    /// <summary>How long it is kept after it was last asked for.</summary>
    public static readonly TimeSpan KeepTime = TimeSpan.FromMinutes(3);

    /// <summary>After this a new one takes its place: the owner may have another Chromium by then, or trust other authorities.</summary>
    private static readonly TimeSpan GreatestAge = TimeSpan.FromMinutes(30);

    /// <summary>One that is not there by then is slower than one that is started anew.</summary>
    private static readonly TimeSpan TakeTime = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Kept? _kept;
    private bool _disposed;

    /// <summary>Has one ready from about now on. Where one is ready already, it is kept for longer; where too many are, there is none.</summary>
    /// <param name="options">With what it is started; how it presents itself is left open.</param>
    /// <returns>Whether there is one.</returns>
    public bool Keep(SignInBrowserOptions options)
    {
        options = options with { Presentation = null };
        lock (_lock)
        {
            if (_disposed)
            {
                return false;
            }

            if (_kept is { HasFailed: false } kept && kept.Options == options && time.GetElapsedTime(kept.Began) < GreatestAge)
            {
                kept.End.Change(KeepTime, Timeout.InfiniteTimeSpan);
                return true;
            }

            var old = _kept;
            _kept = null;
            _ = EndAsync(old);
            _kept = turns.TryTakeToBeReady() is { } turn ? Start(options, turn) : null;
            return _kept is not null;
        }
    }

    /// <summary>The one that is ready, if the owner's wishes are still the same, else one that is started now.</summary>
    /// <param name="options">With what it has to be started.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>, <c>authority-invalid</c>, <c>sign-in-browser-failed</c>.</exception>
    public async Task<SignInBrowser> TakeAsync(SignInBrowserOptions options, CancellationToken cancel) =>
        (TakeKept() is { } kept ? await TakeAsync(kept, options, cancel) : null) ?? await SignInBrowser.StartAsync(options, time, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        await EndAsync(TakeKept());
    }

    /// <summary>Null when it is not of use; then it is ended.</summary>
    private static async Task<SignInBrowser?> TakeAsync(Kept kept, SignInBrowserOptions options, CancellationToken cancel)
    {
        SignInBrowser? taken = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TakeTime);
        try
        {
            var browser = await kept.Browser.WaitAsync(limit.Token);
            if (kept.Options == options with { Presentation = null } && !browser.HasEnded)
            {
                await (options.Presentation is { } presentation ? browser.PresentAsync(presentation, limit.Token) : Task.CompletedTask);
                await kept.LetGoAsync();
                taken = browser;
            }
        }
#pragma warning disable CA1031 // Whatever is wrong with it, the one that is started in its place says so.
        catch (Exception) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // Not of use.
        }
        finally
        {
            if (taken is null)
            {
                _ = EndAsync(kept);
            }
        }

        return taken;
    }

    private Kept Start(SignInBrowserOptions options, IDisposable turn)
    {
        var kept = new Kept(options, turn, time.GetTimestamp(), Task.Run(() => SignInBrowser.StartAsync(options, time, CancellationToken.None)));
        kept.End = time.CreateTimer(_ => End(kept), state: null, KeepTime, Timeout.InfiniteTimeSpan);
        return kept;
    }

    private Kept? TakeKept()
    {
        lock (_lock)
        {
            var kept = _kept;
            _kept = null;
            return kept;
        }
    }

    private void End(Kept kept)
    {
        lock (_lock)
        {
            if (_kept != kept)
            {
                return;
            }

            _kept = null;
        }

        _ = EndAsync(kept);
    }

    private static async Task EndAsync(Kept? kept)
    {
        if (kept is null)
        {
            return;
        }

        try
        {
            await (await kept.Browser).DisposeAsync();
        }
#pragma warning disable CA1031 // Nobody wants it any more, so nobody wants to know what was wrong with it.
        catch (Exception)
#pragma warning restore CA1031
        {
            // It never ran, or is gone.
        }
        finally
        {
            await kept.LetGoAsync();
        }
    }

    private sealed class Kept(SignInBrowserOptions options, IDisposable turn, long began, Task<SignInBrowser> browser)
    {
        public SignInBrowserOptions Options => options;

        public Task<SignInBrowser> Browser => browser;

        public long Began => began;

        public ITimer End { get; set; } = null!;

        public bool HasFailed => browser.IsFaulted || (browser.IsCompletedSuccessfully && browser.Result.HasEnded);

        /// <summary>It is nobody's to keep ready any more.</summary>
        public async ValueTask LetGoAsync()
        {
            await End.DisposeAsync();
            turn.Dispose();
        }
    }
}
