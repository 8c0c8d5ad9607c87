using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>Empty pages of an origin, enough to get at what its scripts have stored: the site itself is not asked.</summary>
/// <param name="browser">The browser.</param>
/// <param name="detector">Finds the frames of its page.</param>
internal sealed class EmptyPages(SignInBrowser browser, PageDetector detector)
{
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(20);

    private bool _held;

    /// <summary>The page as it is when it is at the origin, else an empty one there.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<FrameLook> OpenAsync(string origin, CancellationToken cancel)
    {
        if (await TopAsync(cancel) is { } page && page.Report.Origin == origin)
        {
            return page;
        }

        if (!_held)
        {
            _held = true;
            await browser.Page.BypassServiceWorkersAsync(bypass: true, cancel);
            await browser.HoldRequestsAsync(cancel);
        }

        await browser.GoAsync(origin + "/", cancel);
        while (true)
        {
            if (await TopAsync(cancel) is { } opened && opened.Report.Origin == origin)
            {
                return opened;
            }

            await Task.Delay(LookPause, cancel);
        }
    }

    /// <summary>Lets requests reach the sites again.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task EndAsync(CancellationToken cancel)
    {
        if (_held)
        {
            _held = false;
            await browser.LetRequestsGoAsync(cancel);
            await browser.Page.BypassServiceWorkersAsync(bypass: false, cancel);
        }
    }

    private async Task<FrameLook?> TopAsync(CancellationToken cancel) => (await detector.LookAsync(cancel)).FirstOrDefault(look => look.IsTop);
}
