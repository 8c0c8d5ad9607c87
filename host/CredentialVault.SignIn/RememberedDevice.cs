using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>A sign-in browser that sites know again: it is brought the cookies that they set in the one before.</summary>
/// <param name="ready">Gives the browser.</param>
/// <param name="vault">Where they are kept.</param>
/// <param name="signIn">The sign-in.</param>
/// <param name="time">The clock.</param>
internal sealed class RememberedDevice(ReadyBrowser ready, Vault vault, AdmittedSignIn signIn, TimeProvider time)
{
    /// <summary>A site that does not show anything by then says nothing of the device.</summary>
    private static readonly TimeSpan LookTime = TimeSpan.FromSeconds(10);

    private readonly string _credential = signIn.Overview.Id;
    private readonly string _profile = signIn.Caller.Profile.Id;

    /// <summary>Starts the browser.</summary>
    /// <param name="options">With what.</param>
    /// <param name="cancel">Ends the start.</param>
    public async Task<SignInBrowser> StartAsync(SignInBrowserOptions options, CancellationToken cancel)
    {
        var remembered = await vault.DeviceTrust.ReadAsync(_credential, _profile);
        var browser = await ready.TakeAsync(options, cancel);
        if (remembered.Count == 0)
        {
            return browser;
        }

        var known = await GlanceAsync(browser, remembered, cancel);
        if (known is { Verdict: Verdict.SignedOut })
        {
            return browser;
        }

        await browser.DisposeAsync();
        browser = await SignInBrowser.StartAsync(options, time, cancel);
        if (known.Verdict == Verdict.Unsure && await GlanceAsync(browser, [], cancel) == known)
        {
            // Whoever brings them is shown what everybody is shown, such as a page whose form comes late.
            await GlanceAsync(browser, remembered, cancel);
            return browser;
        }

        // They are no mark of the device but the old session, which the agent's browser was found signed out of.
        await vault.DeviceTrust.ForgetSessionAsync(_credential, _profile, remembered);
        return browser;
    }

    /// <summary>What is shown where signing in starts to a browser that brings these cookies. The browser is ended where that fails.</summary>
    private async Task<(Verdict Verdict, string Sight)> GlanceAsync(SignInBrowser browser, IReadOnlyList<SessionCookie> brought, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LookTime);
        try
        {
            var detector = new PageDetector(browser, time);
            await new SessionWriter(browser, detector).WriteCookiesAsync(brought, limit.Token);
            return await new SignedInCheck(browser, detector, time).GlanceAsync(signIn.Overview.StartAddress, signIn.Overview.SessionOrigins, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (Verdict.SignedOut, "");
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keeps what sites set in a browser that ended signed in; what holds a secret is left out.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="values">What was typed in it.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task RememberAsync(SignInBrowser browser, SignInValues values, CancellationToken cancel)
    {
        var cookies = await SessionReader.CookiesAsync(browser, signIn.Overview.SignInOrigins, cancel);
        await vault.DeviceTrust.KeepAsync(_credential, _profile, (await values.WithholdAsync(new Session(cookies, []))).Session.Cookies);
    }

    /// <summary>Forgets what was kept.</summary>
    public Task ForgetAsync() => vault.DeviceTrust.ForgetAsync(_credential, _profile);
}
