using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>
/// Looks for what shows that somebody is signed in, at a page of the application that was gone to for that. The page has
/// shown something already; from there on it is asked, and nothing is typed.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="overview">The credential.</param>
/// <param name="time">The clock.</param>
internal sealed class SignedInProof(SignInPage page, Overview overview, TimeProvider time)
{
    private const int MostMenus = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>How long a page must stay as it is that shows no way to sign out.</summary>
    private static readonly TimeSpan UnsureTime = TimeSpan.FromSeconds(1);

    /// <summary>The same where its site has just led there, and may have one step more.</summary>
    private static readonly TimeSpan CameBackTime = TimeSpan.FromSeconds(2);

    /// <summary>How long such a page may have something on its way. Some always have.</summary>
    private static readonly TimeSpan MostLoading = TimeSpan.FromSeconds(15);

    /// <summary>How long one may take that shows nothing yet.</summary>
    private static readonly TimeSpan BlankTime = TimeSpan.FromSeconds(8);

    /// <summary>How long a menu may take to show what is in it.</summary>
    private static readonly TimeSpan MenuTime = TimeSpan.FromMilliseconds(300);

    private bool IsAtSessionOrigin => page.Current is { } look && overview.SessionOrigins.Contains(look.Report.Origin, StringComparer.Ordinal);

    private bool IsLate => time.GetUtcNow() >= page.Deadline;

    /// <summary>Looks until the page is at rest or plainly signed in.</summary>
    /// <param name="askedFor">The address that was gone to.</param>
    /// <param name="isWhereItBegan">Whether it is the one that had asked to sign in.</param>
    /// <param name="stoppedAt">The frame where the sign-in had stopped; null where the site itself has led on from there, and it was not waited whether it has more to ask.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<PageSeen> LookAsync(string askedFor, bool isWhereItBegan, FrameLook? stoppedAt, CancellationToken cancel)
    {
        await RestAsync(cameBack: stoppedAt is null, cancel);
        var asksNoMore = isWhereItBegan && await AsksNoMoreAsync(cancel);
        if (!asksNoMore)
        {
            await OpenMenusAsync(cancel);
        }

        // Where the page is elsewhere in the end, an identity provider has something to ask before it lets anybody through.
        return page.Seen with
        {
            IsOnTheWayIn = !IsAtSessionOrigin || IsOnTheWayIn(askedFor, stoppedAt),
            AsksNoMore = asksNoMore,
        };
    }

    /// <summary>A form that comes late must not be taken for none, nor one for an answer that is there until the session is found.</summary>
    private async Task RestAsync(bool cameBack, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var since = began;
        var restTime = cameBack ? CameBackTime : UnsureTime;
        bool IsLoading() => cameBack && page.LoadingRest < UnsureTime && time.GetElapsedTime(began) < MostLoading;
        var sight = (page.Current?.Likeness, page.Current?.ShowsNothing);
        while (page.Seen.Verdict != Verdict.SignedIn && (time.GetElapsedTime(since) < restTime || IsYetToShow(since) || IsLoading()) && !IsLate)
        {
            await Task.Delay(Pause, time, cancel);
            await page.LookAsync(cancel);
            if (sight != (page.Current?.Likeness, page.Current?.ShowsNothing))
            {
                sight = (page.Current?.Likeness, page.Current?.ShowsNothing);
                since = time.GetTimestamp();
            }
        }
    }

    /// <summary>A large application may load for seconds before it shows anything.</summary>
    private bool IsYetToShow(long since) =>
        page.Current is { ShowsNothing: true } look && time.GetElapsedTime(since) < BlankTime && !(look.Report.Loaded && page.LoadingRest >= UnsureTime);

    /// <summary>Whether the page shows something that neither asks nor offers to sign in.</summary>
    private async Task<bool> AsksNoMoreAsync(CancellationToken cancel) =>
        page is { Seen.Verdict: Verdict.Unsure, Current: { OffersToSignIn: false } } && await page.Calls.IsAnswerAsync(cancel);

    /// <summary>
    /// Opens the menus of a page that shows neither a form nor a way to sign out, one after the other, until one of them
    /// shows it: here nothing can be lost that way.
    /// </summary>
    private async Task OpenMenusAsync(CancellationToken cancel)
    {
        for (var opened = 0; opened < MostMenus && page.Seen.Verdict == Verdict.Unsure && IsAtSessionOrigin; opened++)
        {
            if (!await page.Calls.OpenMenuAsync(cancel))
            {
                return;
            }

            var since = time.GetTimestamp();
            while (page.Seen.Verdict == Verdict.Unsure && time.GetElapsedTime(since) < MenuTime && !IsLate)
            {
                await Task.Delay(Pause, time, cancel);
                await page.LookAsync(cancel);
            }
        }
    }

    /// <summary>Whoever asks for a page of the application and is led back to where the sign-in had stopped is not in it. A first page may lead anywhere.</summary>
    private bool IsOnTheWayIn(string askedFor, FrameLook? stoppedAt)
    {
        if (page.Current is not { } now || SignInAddress.Is(now.Report.Path))
        {
            return page.Current is not null;
        }

        var asked = new Uri(askedFor).AbsolutePath;
        return asked != "/" && !IsIn(now.Report.Path, asked) && !SignInAddress.Is(asked)
            && stoppedAt is not null && stoppedAt.Report.Origin == now.Report.Origin && stoppedAt.Report.Path == now.Report.Path;
    }

    /// <summary>Whether a path is the one that was asked for, or below it: an application leads on from its own address to its first view.</summary>
    private static bool IsIn(string path, string asked) => (path + "/").StartsWith(asked.TrimEnd('/') + "/", StringComparison.Ordinal);
}
