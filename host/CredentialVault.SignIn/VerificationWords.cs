using System.Globalization;
using CredentialVault.Credentials;

namespace CredentialVault.SignIn;

/// <summary>The words for a verification: its steps, and what it has shown.</summary>
public static class VerificationWords
{
    /// <summary>The word for programs.</summary>
    /// <param name="stage">The stage.</param>
    public static string ToName(this VerificationStage stage) => stage switch
    {
        VerificationStage.WaitingForTurn => "waiting-for-turn",
        VerificationStage.WaitingForOtherSignIn => "waiting-for-other-sign-in",
        VerificationStage.StartingBrowser => "starting-browser",
        VerificationStage.OpeningPage => "opening-page",
        VerificationStage.Filling => "filling",
        VerificationStage.WaitingForCode => "waiting-for-code",
        VerificationStage.ReadingSession => "reading-session",
        VerificationStage.StartingSecondBrowser => "starting-second-browser",
        VerificationStage.HandingOver => "handing-over",
        _ => "checking",
    };

    /// <summary>What a person reads of a step, while it goes on and afterwards.</summary>
    /// <param name="step">The step.</param>
    public static string ToSentence(this VerificationStep step) => step.Stage switch
    {
        VerificationStage.WaitingForTurn => "Waiting until another sign-in has ended: as many go on as may",
        VerificationStage.WaitingForOtherSignIn => "Waiting until another sign-in with this credential has ended",
        VerificationStage.StartingBrowser => "Starting a browser of the vault's own",
        VerificationStage.OpeningPage => $"Opening {SiteName(step.Site)}",
        VerificationStage.Filling => $"Giving {Listed(step.Fields)} to {SiteName(step.Site)}",
        VerificationStage.WaitingForCode => string.Create(
            CultureInfo.InvariantCulture, $"Waiting up to {Math.Ceiling(step.Wait.TotalSeconds):0} s for the next one-time code: this one was used before, or is about to end"),
        VerificationStage.ReadingSession => "Signed in: taking the session (cookies and storage)",
        VerificationStage.StartingSecondBrowser => "Starting a second, clean browser",
        VerificationStage.HandingOver => "Giving the session to the second browser",
        _ => $"Checking that the second browser is signed in at {SiteName(step.Site)}",
    };

    /// <summary>What a verification that ended well has shown of a credential, and what it could not.</summary>
    /// <param name="fill">The credential's fill.</param>
    public static string Proof(this Fill fill) => fill == Fill.Isolated
        ? "signed in, and the session alone signed a second, clean browser in"
        : "signed in, in a browser of the vault's own. Typing into the agent's own page (in-page) was not tried: that takes an agent";

    private static string Listed(IReadOnlyList<string> fields)
    {
        string[] names = [.. fields.Select(Name)];
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";

        static string Name(string field) => field switch
        {
            FieldName.OneTimeCode => "one-time code",
            _ => FieldName.NameOfFurther(field) is { } further ? $"'{further}'" : field,
        };
    }

    /// <summary>A site as a person knows it: without the scheme that every one has.</summary>
    /// <param name="origin">The origin, or null where it is at none.</param>
    internal static string SiteName(string? origin) => origin?.Replace("https://", "", StringComparison.Ordinal) ?? "the site";
}
