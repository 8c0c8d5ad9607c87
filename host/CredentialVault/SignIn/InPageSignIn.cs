using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Profiles;

namespace CredentialVault.SignIn;

/// <summary>One sign-in in the agent's own page that has not ended.</summary>
internal sealed class InPageSignIn(AdmittedSignIn admitted)
{
    public AdmittedSignIn Admitted => admitted;

    public string Id => admitted.Id;

    public Caller Caller => admitted.Caller;

    public Overview Overview => admitted.Overview;

    public int Tab => admitted.Page.Tab;

    public string? ReturnTo => admitted.ReturnTo;

    public SignInFlow Flow { get; } = new(hasTotp: admitted.Overview.Totp is not null, canReturn: admitted.ReturnTo is not null, admitted.Overview.Fields, admitted.Overview.RememberDevice, looksForForm: true, knowsForm: admitted.Overview.KnowsForm);

    /// <summary>When the site must have answered; time waited for a code does not count.</summary>
    public DateTimeOffset Deadline { get; set; } = admitted.BeganAt + SignInFlow.AnswerTime;

    /// <summary>How long it has waited for one-time codes.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The frame that the last values were for.</summary>
    public int FilledFrame { get; private set; } = admitted.Page.Frame;

    /// <summary>What it met with.</summary>
    public SignInTrace Trace { get; private set; } = SignInTrace.None;

    /// <summary>Whether an attempt is recorded.</summary>
    public bool AttemptBegun { get; set; }

    private string? _document;
    private DateTimeOffset? _waitsSince;
    private IReadOnlyList<string> _fields = [];

    /// <summary>Takes note of a step, so that time waited can be told from time taken, and what was pressed.</summary>
    public void Follow(Step step, DateTimeOffset now)
    {
        Waited += _waitsSince is { } since ? now - since : default;
        _waitsSince = step is Step.Wait ? now : null;
        if (step is Step.Press(var way))
        {
            Trace = Trace with { Pressed = [.. Trace.Pressed, way] };
        }
    }

    /// <summary>From now on, values for these fields of this document may be asked for.</summary>
    public void Expect(PageIdentity page, IReadOnlyList<string> fields)
    {
        _document = page.Document;
        _fields = fields;
        FilledFrame = page.Frame;
    }

    /// <summary>From now on, no values may be asked for.</summary>
    public void ExpectNothing() => _document = null;

    public bool Expects(PageIdentity page, IReadOnlyList<string> fields) =>
        page.Tab == Tab && page.Document == _document && fields.Count > 0 && fields.All(field => _fields.Contains(field, StringComparer.Ordinal));
}
