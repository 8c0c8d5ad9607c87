using System.Collections.Concurrent;
using CredentialVault.Audit;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>
/// Sign-ins in browsers of the host's own, for credentials whose fill is <c>isolated</c>. Each goes on by itself once it is
/// begun; the agent's extension asks for news. One instance serves one extension.
/// </summary>
/// <param name="vault">The vault.</param>
/// <param name="turns">Lets only so many browsers run at a time.</param>
/// <param name="time">The clock.</param>
public sealed class IsolatedSignIns(Vault vault, SignInTurns turns, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan HandOverTime = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LeaseRenewal = TimeSpan.FromSeconds(10);

    private readonly ReadyBrowser _ready = new(turns, time);
    private readonly ConcurrentDictionary<string, OngoingSignIn> _going = new(StringComparer.Ordinal);

    /// <summary>Whether a sign-in is one of these.</summary>
    /// <param name="signInId">The sign-in.</param>
    public bool Has(string signInId) => _going.ContainsKey(signInId);

    /// <summary>Begins a sign-in that was let in.</summary>
    /// <param name="admitted">The sign-in.</param>
    /// <param name="presentation">How the agent's browser presents itself; null: not known.</param>
    /// <returns>What to do.</returns>
    public Instruction Begin(AdmittedSignIn admitted, Presentation? presentation)
    {
        var signIn = new OngoingSignIn(admitted, time);
        _going[admitted.Id] = signIn;
        var first = signIn.Now;
        signIn.Run = Task.Run(() => RunAsync(signIn, presentation));
        return first;
    }

    /// <summary>Keeps a sign-in browser ready while an agent is at work at a site, if it may have to be signed in there in one.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="origin">The site, as a browser tells it; null: wherever the agent will go first.</param>
    /// <returns>For how long; null when there is none for this site.</returns>
    public async Task<TimeSpan?> MakeReadyAsync(Caller caller, string? origin)
    {
        if (await vault.Guard.CountRequestAsync(caller.Profile.Id) is not null || !await vault.Matcher.MayBeIsolatedAsync(caller, origin))
        {
            return null;
        }

        try
        {
            return _ready.Keep(SignInBrowserOptions.For(vault.Home, caller.Profile)) ? ReadyBrowser.KeepTime : null;
        }
        catch (Exception failure) when (failure is VaultException or IOException)
        {
            // Whoever is to be signed in learns of it then.
            return null;
        }
    }

    /// <summary>News of a sign-in, as soon as there is any.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>; <c>session-unexpected</c>: somebody waits for them already.</exception>
    public async Task<Instruction> NewsAsync(Caller caller, string signInId)
    {
        var signIn = Find(caller, signInId);
        return Told(signIn, await signIn.ReadNewsAsync());
    }

    /// <summary>A part of the session that is to be taken over.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <returns>A piece of JSON text.</returns>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>, <c>session-unexpected</c>.</exception>
    public string Part(Caller caller, string signInId, int part) => Find(caller, signInId).Part(part);

    /// <summary>Takes note of what became of the tab.</summary>
    /// <param name="caller">Who reports.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="page">The page.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="happened">What happened.</param>
    /// <returns>What to do.</returns>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>; <c>session-unexpected</c>: there was no session to take over.</exception>
    public async Task<Instruction> ReportAsync(Caller caller, string signInId, PageIdentity page, PageSeen seen, PageEvent happened)
    {
        var signIn = Find(caller, signInId);
        if (page.Tab != signIn.Admitted.Page.Tab)
        {
            throw VaultError.SignInUnknown.AsException();
        }

        switch (happened)
        {
            case PageEvent.TabClosed:
                await signIn.GiveUpAsync();
                await signIn.Run;
                break;
            case PageEvent.HandedOver:
                signIn.TakeReport(page, seen);
                if (signIn.IsHandedOver)
                {
                    await signIn.Run;
                }

                break;
            default:
                // What the agent does with its tab meanwhile does not matter to a sign-in elsewhere.
                break;
        }

        return Told(signIn, signIn.Now);
    }

    /// <summary>Ends every sign-in that still goes on, with its browser.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var signIn in _going.Values)
        {
            await signIn.GiveUpAsync();
        }

        foreach (var signIn in _going.Values)
        {
            await signIn.Run;
            signIn.Dispose();
        }

        _going.Clear();
        await _ready.DisposeAsync();
    }

    private async Task RunAsync(OngoingSignIn signIn, Presentation? presentation)
    {
        var outcome = Outcome.TimedOut(Reason.TabClosed);
        var trace = SignInTrace.None;
        using var ended = new CancellationTokenSource();
        var lease = KeepLeaseAsync(signIn.Admitted, ended.Token);
        try
        {
            var (result, closing) = await SignInAsync(signIn, presentation);
            try
            {
                (outcome, trace) = (result.Outcome, result.Trace);
                if (result.Session is { } session)
                {
                    outcome = await signIn.HandOverAsync(SessionText.PartsOf(signIn.Admitted.Overview.SessionOrigins, session.Session), HandOverTime);
                }
            }
            finally
            {
                await closing;
            }
        }
        catch (OperationCanceledException)
        {
            // The tab, the extension or the browser is gone.
        }
        catch (VaultException failure) when (failure.Error.Code == VaultError.BrowserMissing("").Code || failure.Error.Code == VaultError.SignInBrowserFailed("").Code)
        {
            outcome = Outcome.NeedsOwner(Reason.BrowserMissing);
        }
        catch (VaultException failure) when (failure.Error.Code == VaultError.AuthorityInvalid("").Code)
        {
            outcome = Outcome.NeedsOwner(Reason.AuthorityInvalid);
        }
#pragma warning disable CA1031 // Nobody waits for this task; whatever it is, the agent must learn that nothing comes of it.
        catch (Exception)
#pragma warning restore CA1031
        {
            outcome = Outcome.NeedsOwner(Reason.HostFailed);
        }

        await ended.CancelAsync();
        await lease;
        await EndAsync(signIn, outcome, trace);
    }

    /// <summary>Signs in and reads the session. The browser is ended meanwhile: nobody has to wait for that before the session is handed over.</summary>
    private async Task<(IsolatedResult Result, Task Closing)> SignInAsync(OngoingSignIn signIn, Presentation? presentation)
    {
        var turn = await turns.TakeAsync(() => signIn.WaitFor(WaitingFor.Turn), signIn.Cancel);
        SignInBrowser? browser = null;
        try
        {
            signIn.GoOn();
            var beganAt = time.GetUtcNow();
            var options = SignInBrowserOptions.For(vault.Home, signIn.Admitted.Caller.Profile) with { Presentation = presentation };
            var device = new RememberedDevice(_ready, vault, signIn.Admitted, time);
            browser = await device.StartAsync(options, signIn.Cancel);
            var result = await SignInAsync(signIn, browser, device, beganAt);
            return (result, Task.Run(() => CloseAsync(browser, turn)));
        }
        catch
        {
            await CloseAsync(browser, turn);
            throw;
        }
    }

    private static async Task CloseAsync(SignInBrowser? browser, IDisposable turn)
    {
        using (turn)
        {
            if (browser is not null)
            {
                await browser.DisposeAsync();
            }
        }
    }

    private async Task<IsolatedResult> SignInAsync(OngoingSignIn signIn, SignInBrowser browser, RememberedDevice device, DateTimeOffset beganAt)
    {
        using var values = vault.ValuesFor(signIn.Admitted);
        var (signedIn, lost) = (false, false);
        try
        {
            var result = await new IsolatedSignIn(browser, values, time, signIn) { BeganAt = beganAt }.RunAsync(signIn.Cancel);
            signedIn = result.Outcome == Outcome.SignedIn;
            // Where no form was found, what was brought may be why.
            lost = result.Outcome == Outcome.TimedOut(Reason.NoAnswer) || result.Outcome == Outcome.NeedsOwner(Reason.NoWayIn);
            if (signedIn)
            {
                await device.RememberAsync(browser, values, signIn.Cancel);
            }

            return result;
        }
        finally
        {
            if (lost || (!signedIn && values.AttemptBegun))
            {
                await device.ForgetAsync();
            }
        }
    }

    private async Task EndAsync(OngoingSignIn signIn, Outcome outcome, SignInTrace trace)
    {
        try
        {
            signIn.GoOn();
            if (outcome == Outcome.SignedIn)
            {
                await vault.Credentials.RecordVerifiedAsync(signIn.Admitted.Overview.Id);
            }
            else if (outcome == Outcome.SessionNotPortable(Reason.StillSignedOut))
            {
                await vault.Guard.NoteInVainAsync(signIn.Admitted.Id);
            }

            await vault.Door.EndAsync(signIn.Admitted, outcome, signIn.Waited, trace);
        }
        catch (VaultException)
        {
            // The store is gone: the lease ends by itself, and there is nowhere to write to.
        }
        finally
        {
            signIn.End(outcome);
        }
    }

    /// <summary>Who waits long for a code or a turn sends no messages that would prolong the lease.</summary>
    private async Task KeepLeaseAsync(AdmittedSignIn signIn, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(LeaseRenewal, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                await vault.Guard.TryLeaseAsync(signIn.Overview.Id, signIn.Id);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or VaultException)
        {
            // A store that cannot be written to is found out by whoever needs it next.
        }
    }

    private OngoingSignIn Find(Caller caller, string signInId) =>
        _going.TryGetValue(signInId, out var signIn) && signIn.Admitted.Caller.Profile.Id == caller.Profile.Id
            ? signIn
            : throw VaultError.SignInUnknown.AsException();

    /// <summary>Once its end was told, there is no such sign-in any more.</summary>
    private Instruction Told(OngoingSignIn signIn, Instruction instruction)
    {
        if (instruction.Step is Step.Ended && _going.TryRemove(signIn.Admitted.Id, out _))
        {
            signIn.Dispose();
        }

        return instruction;
    }
}
