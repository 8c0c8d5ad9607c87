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

    /// <summary>How long a page must show a way to sign out.</summary>
    private static readonly TimeSpan HeldTime = TimeSpan.FromSeconds(1);

    /// <summary>How long a page that neither asks to sign in nor shows a way to sign out must stay as it is, and load nothing, to be seen as it is.</summary>
    private static readonly TimeSpan RestTime = TimeSpan.FromMilliseconds(700);

    /// <summary>How long to wait until it does.</summary>
    private static readonly TimeSpan ArrivalTime = TimeSpan.FromSeconds(4);

    /// <summary>What a page shows as soon as it shows whether its visitor is signed in, or has come to rest.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="origins">The session origins: nowhere else is anybody seen to be signed in.</param>
    /// <param name="cancel">Ends the look.</param>
    /// <returns>Whether it does, and what there was to be seen, to be compared with another time; nothing where it asks or offers to sign in.</returns>
    public async Task<(Verdict Verdict, string Sight)> GlanceAsync(string url, IReadOnlyList<string> origins, CancellationToken cancel)
    {
        if (!await browser.GoAsync(url, cancel))
        {
            return (Verdict.SignedOut, "");
        }

        var began = time.GetTimestamp();
        var (since, sight) = (began, "");
        while (true)
        {
            var looks = await detector.LookAsync(cancel);
            if (looks.Any(look => look.Report.Parsed && look.Seen.Verdict == Verdict.SignedOut))
            {
                return (Verdict.SignedOut, "");
            }

            var top = looks.FirstOrDefault(look => look.IsTop);
            if (top is { Seen.Verdict: Verdict.SignedIn } && origins.Contains(top.Report.Origin, StringComparer.Ordinal))
            {
                return (Verdict.SignedIn, top.Sight);
            }

            var now = top is null ? "" : top.Address + top.Sight;
            if (now != sight || top is not { Report.Parsed: true })
            {
                (since, sight) = (time.GetTimestamp(), now);
            }

            var isAtRest = time.GetElapsedTime(since) >= RestTime && browser.Loading.Rest >= RestTime;
            if (isAtRest || time.GetElapsedTime(began) >= ArrivalTime)
            {
                // Some sites refuse their first page to who is signed in, and offer to sign in as somebody else.
                return top is { OffersToSignIn: true } && await new FrameCalls(top).IsAnswerAsync(cancel) ? (Verdict.SignedOut, "") : (Verdict.Unsure, sight);
            }

            await Task.Delay(Pause, time, cancel);
        }
    }

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
        long? signedInSince = null;
        while (true)
        {
            var looks = await detector.LookAsync(cancel);
            if (looks.FirstOrDefault(look => look.IsTop) is { Report.Parsed: true } top)
            {
                var there = origins.Contains(top.Report.Origin, StringComparer.Ordinal);
                signedInSince = there && top.Seen.Verdict == Verdict.SignedIn ? signedInSince ?? time.GetTimestamp() : null;
                if (signedInSince is { } shown)
                {
                    // An application may show itself before it finds that it has no session.
                    if (time.GetElapsedTime(shown) >= HeldTime)
                    {
                        return Verdict.SignedIn;
                    }

                    await Task.Delay(Pause, time, cancel);
                    continue;
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
