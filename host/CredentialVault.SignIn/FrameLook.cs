using System.Text.Json.Serialization;
using CredentialVault.Credentials;
using CredentialVault.SignIn.DevTools;

namespace CredentialVault.SignIn;

/// <summary>The detector's world in one document of one frame.</summary>
/// <param name="Session">The target that the frame belongs to.</param>
/// <param name="FrameId">The frame.</param>
/// <param name="LoaderId">The document.</param>
/// <param name="Context">The execution context.</param>
/// <param name="Handle">The object with the functions of <c>page.js</c>; no other document ever answers to it.</param>
internal sealed record FrameWorld(DevToolsSession Session, string FrameId, string LoaderId, int Context, string Handle);

/// <summary>How a frame looks.</summary>
/// <param name="World">The frame.</param>
/// <param name="IsTop">Whether it is the page itself.</param>
/// <param name="Report">What the detector says.</param>
internal sealed record FrameLook(FrameWorld World, bool IsTop, FrameReport Report)
{
    private const string Nothing = "shows-nothing";

    private static readonly Dictionary<string, Verdict> Verdicts = new(StringComparer.Ordinal)
    {
        ["signed-in"] = Verdict.SignedIn,
        ["signed-out"] = Verdict.SignedOut,
    };

    private static readonly Dictionary<string, PageKind> Kinds = new(StringComparer.Ordinal)
    {
        ["sign-in"] = PageKind.SignIn,
        ["one-time-code"] = PageKind.OneTimeCode,
        ["sign-up"] = PageKind.SignUp,
        ["change-password"] = PageKind.ChangePassword,
        ["reset-password"] = PageKind.ResetPassword,
    };

    /// <summary>What the site asked for by HTTP itself when it answered with this document, or null.</summary>
    public HttpChallenge? Challenge { get; init; }

    /// <summary>The document, by a name that no other has.</summary>
    public string Document => $"{World.FrameId}/{World.LoaderId}";

    /// <summary>What the sign-in's rules are told.</summary>
    /// <remarks>A page that asks somebody signed in for the password once more is no way into this browser, which has just come in.</remarks>
    public PageSeen Seen => new(ConfirmsPassword ? Verdict.Unsure : Verdicts.GetValueOrDefault(Report.Verdict, Verdict.Unsure), Kinds.GetValueOrDefault(Report.Kind, PageKind.Other), Report.Fields)
    {
        AsksForPerson = Report.AsksForPerson,
        CodeWasSent = Report.Evidence.Contains("code-was-sent", StringComparer.Ordinal),
        AsksForCodeAlone = Report.Evidence.Contains("code-and-little-else", StringComparer.Ordinal),
        WaysOn = WayOn.In(Report.Evidence),
    };

    private bool ConfirmsPassword => Report.Evidence.Contains("confirms-password", StringComparer.Ordinal);

    /// <summary>Where the document is.</summary>
    public PageIdentity Identity => new(0, IsTop ? 0 : 1, Document, Report.Active ? "active" : "inactive", Report.Origin, Report.Ancestors);

    /// <summary>The same document, taken for the form that stands in the challenge; one with a form of its own is taken as it is.</summary>
    /// <param name="challenge">What the site answered with, or null.</param>
    public FrameLook With(HttpChallenge? challenge) => challenge is null || Report.Fields.Count > 0
        ? this
        : this with
        {
            Challenge = challenge,
            Report = Report with
            {
                // Where the site says nothing else, Chromium shows a page of its own in its place.
                Origin = challenge.Origin,
                Path = new Uri(challenge.Address).AbsolutePath,
                Verdict = "signed-out",
                Kind = "sign-in",
                Fields = [FieldName.Username, FieldName.Password],
                Evidence = [.. Report.Evidence, "asks-by-http"],
            },
        };

    /// <summary>Where the document is, without query.</summary>
    public string Address => Report.Origin + Report.Path;

    /// <summary>All that must stay the same for the page to look the same.</summary>
    public string Likeness => $"{Document}|{Sight}";

    /// <summary>What there is to be seen, in whatever document. One that shows something at last has only been loading.</summary>
    public string Sight => string.Join('|', [Report.Verdict, Report.Kind, .. Report.Fields, "", .. Report.Evidence.Where(code => code != Nothing)]);

    /// <summary>Whether it offers to sign in.</summary>
    public bool OffersToSignIn => Report.Evidence.Contains("sign-in-link", StringComparer.Ordinal);

    /// <summary>Whether there is nothing to be seen yet.</summary>
    public bool ShowsNothing => Report.Evidence.Contains(Nothing, StringComparer.Ordinal);

    /// <summary>All that must stay the same for the form to be the same.</summary>
    public string Form => string.Join('|', [Document, Report.Verdict, Report.Kind, .. Report.Fields]);
}

/// <summary>What <c>page.js</c> says of a document.</summary>
internal sealed record FrameReport(
    string Origin,
    string Path,
    IReadOnlyList<string> Ancestors,
    string Verdict,
    string Kind,
    IReadOnlyList<string> Fields,
    IReadOnlyList<string> Evidence,
    bool AsksForPerson,
    bool Active,
    bool Parsed,
    bool Loaded,
    bool Moving);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FrameReport))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class FrameReportJson : JsonSerializerContext;
