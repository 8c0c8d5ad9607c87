using CredentialVault.SignIn;

namespace CredentialVault.Host.Messages;

/// <summary>What the detector and the watcher say of a document.</summary>
internal sealed record SeenMember(string Verdict, string Kind, IReadOnlyList<string> Fields, IReadOnlyList<string> Evidence, IReadOnlyList<string>? Names = null)
{
    private const int MostNames = 8;
    private const int LongestName = 320;

    private const string CodeWasSent = "code-was-sent";
    private const string CodeAndLittleElse = "code-and-little-else";
    private const string AsksByHttp = "asks-by-http";
    private const string ConfirmsPassword = "confirms-password";
    private const string WasSignedIn = "was-signed-in";
    private const string SignInLink = "sign-in-link";
    private const string FoldedSignInLink = "folded-sign-in-link";
    private const string CameSignedOut = "came-signed-out";
    private const string LedBack = "led-back";
    private const string AsksNoMore = "asks-no-more";
    private const string SaysRejected = "says-rejected";

    /// <exception cref="Errors.VaultException"><c>bad-message</c>: a word that the protocol does not have.</exception>
    public PageSeen ToPageSeen() => new(
        Verdict switch
        {
            "signed-in" => SignIn.Verdict.SignedIn,
            "signed-out" => SignIn.Verdict.SignedOut,
            "unsure" => SignIn.Verdict.Unsure,
            _ => throw ProtocolErrors.BadMessage.AsException(),
        },
        Kind switch
        {
            "sign-in" => PageKind.SignIn,
            "one-time-code" => PageKind.OneTimeCode,
            "sign-up" => PageKind.SignUp,
            "change-password" => PageKind.ChangePassword,
            "reset-password" => PageKind.ResetPassword,
            "other" => PageKind.Other,
            _ => throw ProtocolErrors.BadMessage.AsException(),
        },
        Fields)
    {
        CodeWasSent = Evidence.Contains(CodeWasSent, StringComparer.Ordinal),
        AsksForCodeAlone = Evidence.Contains(CodeAndLittleElse, StringComparer.Ordinal),
        AsksByHttp = Evidence.Contains(AsksByHttp, StringComparer.Ordinal),
        ConfirmsPassword = Evidence.Contains(ConfirmsPassword, StringComparer.Ordinal),
        IsDoubted = Evidence.Contains(WasSignedIn, StringComparer.Ordinal),
        CameSignedOut = Evidence.Contains(CameSignedOut, StringComparer.Ordinal),
        OffersToSignIn = Evidence.Contains(SignInLink, StringComparer.Ordinal) || Evidence.Contains(FoldedSignInLink, StringComparer.Ordinal),
        AsksNoMore = Evidence.Contains(AsksNoMore, StringComparer.Ordinal),
        SaysRejected = Evidence.Contains(SaysRejected, StringComparer.Ordinal),
        IsOnTheWayIn = Evidence.Contains(LedBack, StringComparer.Ordinal),
        WaysOn = WayOn.In(Evidence),
        Names = Names is { Count: > MostNames } || (Names ?? []).Any(name => name.Length > LongestName) ? throw ProtocolErrors.BadMessage.AsException() : Names ?? [],
    };
}
