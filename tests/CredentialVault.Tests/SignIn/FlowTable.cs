using CredentialVault.Credentials;
using CredentialVault.SignIn;

namespace CredentialVault.Tests.SignIn;

/// <summary>
/// A sign-in as a table. A line is what happened, what is seen, on which document, how the submission was
/// taken, and after <c>&gt;</c> the step that must follow; or <c>give</c>, the document that values go out to, and which they are when the page
/// has no place for all.
/// </summary>
internal static class FlowTable
{
    /// <returns>The sign-in after the last line.</returns>
    public static SignInFlow Check(string table, bool hasTotp = true, bool canReturn = true, IReadOnlyList<string>? further = null, bool remembersDevice = false, bool looksForForm = false, bool knowsForm = false)
    {
        var flow = new SignInFlow(hasTotp, canReturn, further, remembersDevice, looksForForm, knowsForm);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(' ') is ["give", var to, .. var only])
            {
                flow.Give(to, only is [var fields] ? fields.Split('+') : null);
                continue;
            }

            var sides = line.Split(" > ");
            var seen = sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var step = flow.Next(seen[2], Look(seen[1]), Event(seen[0]), seen is [_, _, _, var how] ? Taken(how) : Submission.Unseen);
            Assert.Equal($"{sides[0]} > {sides[1]}", $"{sides[0]} > {Word(step)}");
        }

        return flow;
    }

    private static PageSeen Look(string word) => word switch
    {
        "form" => Looks.SignInForm,
        "username" => Looks.UsernameForm,
        "password" => Looks.PasswordForm,
        "complaining-form" => Looks.SignInForm with { SaysRejected = true },
        "form+code" => Looks.FormWithCode,
        "code" => Looks.CodeForm,
        "link" => Looks.SignedOutLink,
        "doubted" => Looks.SignedOutLink with { IsDoubted = true },
        "unclear" => Looks.Unclear,
        "offers" => Looks.Unclear with { OffersToSignIn = true },
        "came-doubted+offers" => Looks.SignedOutLink with { CameSignedOut = true, IsDoubted = true, OffersToSignIn = true },
        "came-back" => Looks.Unclear with { CameBack = true },
        "came-link" => Looks.SignedOutLink with { CameSignedOut = true },
        "came-link+offers" => Looks.SignedOutLink with { CameSignedOut = true, OffersToSignIn = true },
        "link+offers" => Looks.SignedOutLink with { OffersToSignIn = true },
        "on-the-way-in" => Looks.Unclear with { IsOnTheWayIn = true },
        "signed-in" => Looks.SignedIn,
        "unsure-form" => Looks.SignInForm with { Verdict = Verdict.Unsure },
        "sign-up" => Looks.SignInForm with { Kind = PageKind.SignUp },
        "change-password" => Looks.PasswordForm with { Kind = PageKind.ChangePassword },
        "reset-password" => Looks.UsernameForm with { Kind = PageKind.ResetPassword },
        "password-as-code" => Looks.PasswordForm with { Kind = PageKind.OneTimeCode },
        "code+password" => Looks.CodeForm with { Fields = [FieldName.Password, FieldName.OneTimeCode] },
        "code+way-out" => Looks.CodeForm with { Verdict = Verdict.Unsure, AsksForCodeAlone = true },
        "came-back-to-code+way-out" => Looks.CodeForm with { Verdict = Verdict.Unsure, AsksForCodeAlone = true, CameBack = true },
        "sent-code" => Looks.CodeForm with { CodeWasSent = true },
        "form+further" => Looks.SignInForm with { Fields = [FieldName.Username, FieldName.Password, "further"] },
        "once-more" => Looks.PasswordForm with { ConfirmsPassword = true },
        "question" => Looks.SignInForm with { Verdict = Verdict.Unsure, Fields = ["further"] },
        "methods" => Looks.Unclear with { WaysOn = [WayOn.OtherMethod, WayOn.Authenticator] },
        "sent-code-or-other" => Looks.CodeForm with { CodeWasSent = true, WaysOn = [WayOn.OtherMethod] },
        "offer" => Looks.Unclear with { WaysOn = [WayOn.Decline] },
        "device-offer" => Looks.Unclear with { WaysOn = [WayOn.Decline, WayOn.RememberDevice] },
        "accounts" => Looks.SignedOutLink with { WaysOn = [WayOn.Account] },
        "form+ways" => Looks.SignInForm with { WaysOn = [WayOn.Account, WayOn.Decline, WayOn.Authenticator, "elsewhere"] },
        "seed" => Looks.PasswordForm with { Fields = [FieldName.TotpSeed, "tenant", ""] },
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
    };

    private static PageEvent Event(string word) => word switch
    {
        "changed" => PageEvent.PageChanged,
        "filled" => PageEvent.Filled,
        "not-filled" => PageEvent.NotFilled,
        "time-is-up" => PageEvent.TimeIsUp,
        "tab-closed" => PageEvent.TabClosed,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
    };

    private static Submission Taken(string word) => word switch
    {
        "unseen" => Submission.Unseen,
        "sent" => Submission.Sent,
        "navigated" => Submission.Navigated,
        "failed" => Submission.Failed,
        "refused" => Submission.Refused,
        "interrupted" => Submission.Interrupted,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
    };

    private static string Word(Step step) => step switch
    {
        Step.Press(var way) => $"press {way}",
        Step.Fill(var fields) => $"fill {string.Join('+', fields)}",
        Step.Watch(var bound) when bound == SignInFlow.SettleTime => "settle",
        Step.Watch(var bound) when bound == SignInFlow.AnswerTime => "watch",
        Step.Watch(var bound) when bound == WayToForm.OwnFormTime => "watch-shortly",
        Step.Watch(var bound) when bound == WayToForm.OfferTime => "watch-offer",
        Step.Watch(var bound) when bound == WayToForm.StartTime => "watch-start",
        Step.Return => "return",
        Step.GoToStart => "go-to-start",
        Step.Ended({ Reason: null } outcome) => outcome.Code,
        Step.Ended(var outcome) => $"{outcome.Code}/{outcome.Reason}",
        _ => step.ToString(),
    };
}
