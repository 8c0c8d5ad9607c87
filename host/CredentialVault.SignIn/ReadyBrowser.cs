using CredentialVault.Errors;
using CredentialVault.SignIn.DevTools;

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

    private readonly Lock _lock = new();
    private Kept? _kept;
    private bool _disposed;

    /// <summary>Has one ready from about now on. Where one is ready already, it is kept for longer; where too many are, there is none.</summary>
    /// <param name="options">With what it is started; how it presents itself is left open.</param>
    public void Keep(SignInBrowserOptions options)
    {
        options = options with { Presentation = null };
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            if (_kept is { HasFailed: false } kept && kept.Options == options)
            {
                kept.End.Change(KeepTime, Timeout.InfiniteTimeSpan);
                return;
            }

            _ = EndAsync(_kept);
            _kept = turns.TryTakeToBeReady() is { } turn ? Start(options, turn) : null;
        }
    }

    /// <summary>The one that is ready, if the owner's wishes are still the same, else one that is started now.</summary>
    /// <param name="options">With what it has to be started.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>, <c>authority-invalid</c>, <c>sign-in-browser-failed</c>.</exception>
    public async Task<SignInBrowser> TakeAsync(SignInBrowserOptions options, CancellationToken cancel)
    {
        if (TakeKept() is not { } kept)
        {
            return await SignInBrowser.StartAsync(options, time, cancel);
        }

        if (kept.Options == options with { Presentation = null })
        {
            try
            {
                var browser = await kept.Browser.WaitAsync(cancel);
                if (options.Presentation is { } presentation)
                {
                    await browser.PresentAsync(presentation, cancel);
                }

                await kept.LetGoAsync();
                return browser;
            }
            catch (Exception failed) when (failed is VaultException or DevToolsException)
            {
                // It never ran, or does not any more; the next one says what is wrong.
            }
            catch (OperationCanceledException)
            {
                await EndAsync(kept);
                throw;
            }
        }

        await EndAsync(kept);
        return await SignInBrowser.StartAsync(options, time, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        await EndAsync(TakeKept());
    }

    private Kept Start(SignInBrowserOptions options, IDisposable turn)
    {
        var kept = new Kept(options, turn, Task.Run(() => SignInBrowser.StartAsync(options, time, CancellationToken.None)));
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
        catch (VaultException)
        {
            // It never ran.
        }
        finally
        {
            await kept.LetGoAsync();
        }
    }

    private sealed class Kept(SignInBrowserOptions options, IDisposable turn, Task<SignInBrowser> browser)
    {
        public SignInBrowserOptions Options => options;

        public Task<SignInBrowser> Browser => browser;

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
