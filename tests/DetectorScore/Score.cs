using System.Globalization;

namespace DetectorScore;

/// <summary>How well the detector did, counted over a corpus.</summary>
internal sealed class Score
{
    private readonly List<(LabelledPage Label, SeenPage Seen)> _pages;

    private Score(IEnumerable<(LabelledPage, SeenPage)> pages) => _pages = [.. pages];

    public static Score Of(IReadOnlyList<LabelledPage> labels, IReadOnlyList<SeenPage> seen) => new(labels.Zip(seen));

    public void Print(TextWriter output)
    {
        var judged = _pages.Where(page => page.Label.IsSignIn is not null).ToList();
        double right = judged.Count(page => page.Label.IsSignIn is true && IsSignIn(page.Seen));
        double said = judged.Count(page => IsSignIn(page.Seen));
        double wanted = judged.Count(page => page.Label.IsSignIn is true);
        var precision = right / said;
        var recall = right / wanted;
        Line(output, $"sign-in pages   precision {precision:0.000}  recall {recall:0.000}  F1 {2 * precision * recall / (precision + recall):0.000}");
        Share(output, "username", page => page.Label.Username is not null, page => page.UsernameRight);
        Share(output, "password", page => page.Label.Password is not null, page => page.PasswordRight);
        Share(output, "one-time code", page => page.Label.OneTimeCode is not null, page => page.OneTimeCodeRight);
        Share(output, "submit", page => page.Label.IsSignIn is true && page.Label.Submits.Count > 0, page => page.SubmitRight);
        Share(output, "username only", IsUsernameOnly, page => IsSignIn(page) && page.UsernameRight);
        Share(output, "code pages", page => page.Label.Kind is "otp", page => page.Kind is "one-time-code");
        var risky = _pages.Where(page => page.Label.IsForNewPassword || page.Label.NewPasswords.Count > 0).ToList();
        Line(output, $"wrong fills     {risky.Count(IsWrongFill)} of {risky.Count}  (pages among them that also show a form to sign in with: {risky.Count(page => page.Seen.FoundPassword && !IsWrongFill(page))})");
        var times = _pages.Select(page => page.Seen.Milliseconds).Order().ToList();
        Line(output, $"time a page     median {times[times.Count / 2]:0.00} ms  95% {times[times.Count * 95 / 100]:0.00} ms  longest {times[^1]:0.00} ms");
        var first = _pages.Select(page => page.Seen.FirstMilliseconds).Order().ToList();
        Line(output, $"first look      median {first[first.Count / 2]:0.00} ms  95% {first[first.Count * 95 / 100]:0.00} ms  longest {first[^1]:0.00} ms");
    }

    public void PrintMisses(TextWriter output)
    {
        foreach (var page in _pages)
        {
            var (label, seen) = page;
            List<string> misses = [];
            if (label.IsSignIn is { } signIn && signIn != IsSignIn(seen)) misses.Add(signIn ? "not-seen" : "not-one");
            if (label.Username is not null && !seen.UsernameRight) misses.Add("username");
            if (label.Password is not null && !seen.PasswordRight) misses.Add("password");
            if (label.IsSignIn is true && label.Submits.Count > 0 && !seen.SubmitRight) misses.Add("submit");
            if (label.Kind is "otp" && seen.Kind is not "one-time-code") misses.Add("code");
            if (IsWrongFill(page)) misses.Add("WRONG-FILL");
            if (misses.Count > 0) Line(output, $"{label.File} [{label.Kind}/{label.Step}] {string.Join(',', misses)}: {seen.Kind} {string.Join(' ', seen.Evidence)}\n    {seen.Said}");
        }
    }

    private static bool IsSignIn(SeenPage seen) => seen.Kind is "sign-in";

    private static bool IsUsernameOnly((LabelledPage Label, SeenPage Seen) page) => page.Label.Step is "username_only";

    /// <summary>
    /// The password goes into a field labelled as one for a new password, or would be sent by the labelled
    /// submit control of a sign-up, change or reset form. Without such labels, any password found there counts.
    /// </summary>
    private static bool IsWrongFill((LabelledPage Label, SeenPage Seen) page)
    {
        var (label, seen) = page;
        if (seen.FillsNewPassword) return true;
        if (!label.IsForNewPassword || !seen.FoundPassword) return false;
        return seen.SubmitRight || (label.Submits.Count == 0 && label.NewPasswords.Count == 0);
    }

    private void Share(TextWriter output, string what, Func<(LabelledPage Label, SeenPage Seen), bool> counts, Func<SeenPage, bool> right)
    {
        var counted = _pages.Where(counts).ToList();
        var hits = counted.Count(page => right(page.Seen));
        Line(output, $"{what,-15} {100.0 * hits / Math.Max(1, counted.Count):0.0}%  {hits} of {counted.Count}");
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
