using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>
/// A picture of the page that a sign-in ended at, for the owner. The page's scripts are stopped and its fields emptied
/// first; and where the password, the seed or a code still stands anywhere in the page, there is no picture.
/// </summary>
/// <param name="browser">The browser; it is of no other use afterwards.</param>
/// <param name="values">What must not be in it.</param>
internal sealed class LastPage(SignInBrowser browser, SignInValues values)
{
    private const int Quality = 60;
    private const int MostFields = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Takes the picture.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <returns>A JPEG in base64, or null when there is no page, or none that may be shown.</returns>
    public async Task<string?> PictureAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var targets = browser.Sessions;
            foreach (var target in targets)
            {
                await target.StopScriptsAsync(limit.Token);
                if (await target.EmptyFieldsAsync(MostFields, limit.Token) is null or "about:blank")
                {
                    return null;
                }
            }

            if (await HoldsSecretAsync(targets, limit.Token))
            {
                return null;
            }

            var picture = await browser.Page.PictureAsync(Quality, limit.Token);

            // What came in between, a frame or a page, could be in the picture and was not emptied.
            var same = targets.Select(target => target.Id).SequenceEqual(browser.Sessions.Select(target => target.Id), StringComparer.Ordinal);
            return same && !await HoldsSecretAsync(targets, limit.Token) ? picture : null;
        }
        catch (Exception none) when (none is DevToolsException || (none is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<bool> HoldsSecretAsync(IEnumerable<DevToolsSession> targets, CancellationToken cancel)
    {
        foreach (var target in targets)
        {
            if (await values.AreInAsync(await target.TextsAsync(cancel)))
            {
                return true;
            }
        }

        return false;
    }
}
