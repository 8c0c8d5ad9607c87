using System.Threading.Channels;
using CredentialVault.Errors;

namespace CredentialVault.SignIn;

/// <summary>An isolated sign-in for an agent that goes on: news of it, and its session once there is one.</summary>
/// <param name="admitted">The sign-in.</param>
/// <param name="time">The clock.</param>
internal sealed class OngoingSignIn(AdmittedSignIn admitted, TimeProvider time) : IProgress<SignInStep>, IDisposable
{
    private readonly Channel<Instruction> _news = Channel.CreateUnbounded<Instruction>();
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource<Outcome> _handedOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<string> _parts = [];
    private bool _cleared;
    private int _asked;
    private TimeSpan _waited;
    private long? _waitsSince;

    public AdmittedSignIn Admitted => admitted;

    /// <summary>Cancelled when nobody wants it any more.</summary>
    public CancellationToken Cancel => _ending.Token;

    /// <summary>How long it has waited for one-time codes and its turn.</summary>
    public TimeSpan Waited => _waited + (_waitsSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero);

    /// <summary>What the agent's extension does now.</summary>
    public Instruction Now { get; private set; } = Instruction.For(new Step.Await(null), admitted.Overview, admitted.ReturnTo);

    /// <summary>All of it, up to its end.</summary>
    public Task Run { get; set; } = Task.CompletedTask;

    public void Report(SignInStep value)
    {
        if (value.Stage == SignInStage.WaitingForCode)
        {
            WaitFor(WaitingFor.NextCode);
        }
        else
        {
            GoOn();
        }
    }

    /// <summary>From now on it waits.</summary>
    public void WaitFor(WaitingFor what)
    {
        _waitsSince ??= time.GetTimestamp();
        Tell(new Step.Await(what));
    }

    /// <summary>From now on it waits no longer.</summary>
    public void GoOn()
    {
        if (_waitsSince is { } since)
        {
            _waited += time.GetElapsedTime(since);
            _waitsSince = null;
            Tell(new Step.Await(null));
        }
    }

    /// <summary>Offers the session and waits until the agent's extension says what became of it.</summary>
    /// <param name="parts">See <see cref="SessionText"/>.</param>
    /// <param name="bound">How long it may take.</param>
    public async Task<Outcome> HandOverAsync(IReadOnlyList<string> parts, TimeSpan bound)
    {
        _parts = parts;
        Tell(new Step.HandOver(parts.Count, Clear: false));
        try
        {
            return await _handedOver.Task.WaitAsync(bound, time, Cancel);
        }
        catch (TimeoutException)
        {
            return Outcome.TimedOut(Reason.NoAnswer);
        }
    }

    /// <summary>Takes note of what the page became with the session. The first time that it is still signed out, the session is offered once more.</summary>
    /// <exception cref="VaultException"><c>session-unexpected</c>: there was no session to take over.</exception>
    public void TakeReport(PageIdentity page, PageSeen seen)
    {
        if (Now.Step is not Step.HandOver)
        {
            throw VaultError.SessionUnexpected.AsException();
        }

        var (sessionOrigins, signInOrigins) = (admitted.Overview.SessionOrigins, admitted.Overview.SignInOrigins);
        var isAtSession = sessionOrigins.Contains(page.Origin, StringComparer.Ordinal);
        // Where an agent went to another site meanwhile, its page says nothing of this one.
        var isElsewhere = !isAtSession && !signInOrigins.Contains(page.Origin, StringComparer.Ordinal);
        var isThere = seen.Verdict == Verdict.SignedIn || (seen.Verdict == Verdict.Unsure && isAtSession) || isElsewhere;
        if (isThere)
        {
            _handedOver.TrySetResult(Outcome.SignedIn);
        }
        else if (_cleared)
        {
            _handedOver.TrySetResult(Outcome.SessionNotPortable(Reason.StillSignedOut));
        }
        else
        {
            _cleared = true;
            Now = Instruction.For(new Step.HandOver(_parts.Count, Clear: true), admitted.Overview, admitted.ReturnTo);
        }
    }

    /// <summary>Whether the report that was just taken was the last.</summary>
    public bool IsHandedOver => _handedOver.Task.IsCompleted;

    /// <summary>A part of the session.</summary>
    /// <exception cref="VaultException"><c>session-unexpected</c>.</exception>
    public string Part(int part) =>
        Now.Step is Step.HandOver && part >= 0 && part < _parts.Count ? _parts[part] : throw VaultError.SessionUnexpected.AsException();

    /// <summary>The latest news, as soon as there is any.</summary>
    /// <exception cref="VaultException"><c>session-unexpected</c>: somebody waits already.</exception>
    public async Task<Instruction> ReadNewsAsync()
    {
        if (Interlocked.Exchange(ref _asked, 1) == 1)
        {
            throw VaultError.SessionUnexpected.AsException();
        }

        try
        {
            var news = await _news.Reader.ReadAsync();
            while (_news.Reader.TryRead(out var newer))
            {
                news = newer;
            }

            return news;
        }
        finally
        {
            Interlocked.Exchange(ref _asked, 0);
        }
    }

    /// <summary>Nobody wants it any more.</summary>
    public Task GiveUpAsync() => _ending.CancelAsync();

    /// <summary>It has ended: the last news. The session is forgotten.</summary>
    public void End(Outcome outcome)
    {
        _parts = [];

        // Where the session was handed over, the page is already back.
        var back = outcome == Outcome.SignedIn && IsHandedOver ? null : admitted.ReturnTo;
        Now = Instruction.For(new Step.Ended(outcome), admitted.Overview, back);
        _news.Writer.TryWrite(Now);
    }

    public void Dispose() => _ending.Dispose();

    private void Tell(Step step)
    {
        Now = Instruction.For(step, admitted.Overview, admitted.ReturnTo);
        _news.Writer.TryWrite(Now);
    }
}
