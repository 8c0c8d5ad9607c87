namespace CredentialVault.SignIn;

/// <summary>Looks whether a site takes a browser for signed in.</summary>
/// <param name="browser">The browser.</param>
/// <param name="detector">Runs in the page's frames.</param>
/// <param name="time">The clock.</param>
internal sealed class SignedInCheck(SignInBrowser browser, PageDetector detector, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ShowTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a page must stay as it is that shows neither a form nor a way to sign out, and one that shows a form.</summary>
    private static readonly TimeSpan UnsureTime = TimeSpan.FromSeconds(1);

    /// <summary>What a page shows once it has settled.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="origins">The session origins: what a page elsewhere shows is signed out.</param>
    /// <param name="cancel">Ends the look.</param>
    public async Task<Verdict> LookAsync(string url, IReadOnlyList<string> origins, CancellationToken cancel)
    {
        if (!await browser.GoAsync(url, cancel))
        {
            return Verdict.SignedOut;
        }

        var began = time.GetTimestamp();
        var (since, likeness) = (began, "");
        while (true)
        {
            var looks = await detector.LookAsync(cancel);
            if (looks.FirstOrDefault(look => look.IsTop) is { Report.Parsed: true } top)
            {
                var there = origins.Contains(top.Report.Origin, StringComparer.Ordinal);
                if (there && top.Seen.Verdict == Verdict.SignedIn)
                {
                    return Verdict.SignedIn;
                }

                var now = string.Join('\n', looks.Select(look => look.Likeness));
                if (now != likeness)
                {
                    (since, likeness) = (time.GetTimestamp(), now);
                }
                else if (time.GetElapsedTime(since) >= UnsureTime)
                {
                    return there && looks.All(look => look.Seen.Verdict != Verdict.SignedOut) ? Verdict.Unsure : Verdict.SignedOut;
                }
            }

            if (time.GetElapsedTime(began) > ShowTime)
            {
                return Verdict.SignedOut;
            }

            await Task.Delay(Pause, time, cancel);
        }
    }
}
