using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>The way from where signing in starts to the form, where that page shows none.</summary>
/// <param name="page">The page.</param>
/// <param name="overview">The credential.</param>
/// <param name="atUsualPlaces">Whether the form is looked for where sites usually have it, when nothing leads to it.</param>
internal sealed class FormSearch(SignInPage page, Overview overview, bool atUsualPlaces)
{
    private const int MostWaysIn = 3;

    private static readonly string[] UsualPlaces = ["/login", "/signin", "/accounts/login", "/admin", "/wp-login.php"];

    /// <summary>How long a page with a sign-in link may take to show a form by itself.</summary>
    private static readonly TimeSpan WayInPatience = TimeSpan.FromMilliseconds(400);

    /// <summary>How long a page may take to show a form or a way to one, before it is looked for elsewhere.</summary>
    private static readonly TimeSpan SeekPatience = TimeSpan.FromSeconds(6);

    /// <summary>The same for each of the usual places.</summary>
    private static readonly TimeSpan UsualPlacePatience = TimeSpan.FromSeconds(2);

    private int _waysIn;
    private int _sought;

    /// <summary>Whether sign-in links were found that lead to different pages: none of them was followed.</summary>
    public bool FoundSeveralWays { get; private set; }

    /// <summary>Whether it has left the page where signing in starts.</summary>
    public bool HasLedOn => _waysIn + _sought > 0;

    /// <summary>Waits for the page to change; where it is a public page that stays as it is, goes in by its sign-in link, or looks at the next usual place.</summary>
    /// <param name="bound">How long.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<(PageSeen Seen, PageEvent Happened)> WatchAsync(TimeSpan bound, CancellationToken cancel)
    {
        if (page.OffersWayIn && _waysIn < MostWaysIn)
        {
            var waited = await page.WatchAsync(WayInPatience, cancel);
            if (waited.Happened != PageEvent.TimeIsUp)
            {
                return waited;
            }

            _waysIn++;
            if (!await page.GoInAsync(cancel))
            {
                FoundSeveralWays = true;
                return waited;
            }
        }

        return atUsualPlaces && page.ShowsNoWayIn && overview.SignInUrl is null && _sought < UsualPlaces.Length
            ? await SeekAsync(bound, cancel)
            : await page.WatchAsync(bound, cancel);
    }

    /// <summary>Waits for a form, and goes to the next usual place that is there if none comes.</summary>
    private async Task<(PageSeen Seen, PageEvent Happened)> SeekAsync(TimeSpan bound, CancellationToken cancel)
    {
        var waited = await page.WatchAsync(_sought == 0 ? SeekPatience : UsualPlacePatience, cancel);
        while (waited.Happened == PageEvent.TimeIsUp && _sought < UsualPlaces.Length)
        {
            if (await page.GoAsync(overview.SessionOrigins[0] + UsualPlaces[_sought++], cancel))
            {
                return await page.WatchAsync(bound, cancel);
            }
        }

        return waited;
    }
}
