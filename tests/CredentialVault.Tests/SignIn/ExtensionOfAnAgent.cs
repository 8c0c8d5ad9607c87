using System.Text;
using CredentialVault.Credentials;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.SignIn;
using CredentialVault.Tests.Vaults;
using CredentialVault.Vaults;

namespace CredentialVault.Tests.SignIn;

/// <summary>The extension in an agent's profile as the library sees it: one tab, its worker's key, and the messages it sends.</summary>
internal sealed class ExtensionOfAnAgent(Vault vault, Caller caller, int tab = 7) : IDisposable
{
    private PageIdentity _page = new(tab, 0, "none", "active", TemporaryVault.Shop, []);
    private int _documents;

    public OpeningKey Key { get; } = OpeningKey.Generate();

    public string? SignIn { get; set; }

    /// <summary>Reports a signed-out page.</summary>
    public async Task<Step> BeginAsync(
        PageSeen seen, string origin = TemporaryVault.Shop, int frame = 0, string[]? ancestors = null, string lifecycle = "active", string? wanted = null, bool afterWait = false)
    {
        _page = new PageIdentity(tab, frame, NewDocument(), lifecycle, origin, ancestors ?? []);
        var (signIn, answer) = await vault.Door.AdmitAsync(caller, _page, seen, wanted, afterWait, vault.InPageSignIns.LeaveTabAsync);
        SignIn = signIn?.Id;
        Last = signIn is null ? answer! : await vault.InPageSignIns.BeginAsync(signIn, seen);
        return Last.Step;
    }

    /// <summary>The last answer.</summary>
    public Instruction Last { get; private set; } = null!;

    /// <summary>The page in front: later messages are about it.</summary>
    public PageIdentity Page
    {
        get => _page;
        set => _page = value;
    }

    /// <summary>Asks for values and opens them as the worker does.</summary>
    public async Task<Dictionary<string, string>> FillAsync(params string[] fields)
    {
        var (values, _, instruction) = await vault.InPageSignIns.FillAsync(caller, SignIn!, _page, fields, Key.SealingKey);
        Last = instruction;
        return values.ToDictionary(value => value.Field, value => Open(value, SealingContext.OnTheWay(SignIn!, value.Field)), StringComparer.Ordinal);
    }

    /// <summary>Asks for values and keeps them sealed.</summary>
    public async Task<IReadOnlyList<FilledValue>> FillSealedAsync(params string[] fields) =>
        (await vault.InPageSignIns.FillAsync(caller, SignIn!, _page, fields, Key.SealingKey)).Values;

    /// <summary>Opens a value with the worker's key.</summary>
    public string Open(FilledValue value, SealingContext context)
    {
        using var secret = Key.Open(value.Sealed, context);
        return Encoding.UTF8.GetString(secret.Utf8);
    }

    /// <summary>Reports that the values were submitted from the page in front.</summary>
    public Task<Step> FilledAsync(PageSeen seen) => ReportAsync(seen, PageEvent.Filled);

    /// <summary>Reports a new document in the tab.</summary>
    public Task<Step> NavigatedAsync(PageSeen seen, string? origin = null)
    {
        _page = _page with { Document = NewDocument(), Origin = origin ?? _page.Origin };
        return ReportAsync(seen, PageEvent.PageChanged, Submission.Navigated);
    }

    public async Task<Step> ReportAsync(PageSeen seen, PageEvent happened, Submission submission = Submission.Unseen)
    {
        Last = await vault.InPageSignIns.ReportAsync(caller, SignIn!, _page, seen, happened, submission);
        return Last.Step;
    }

    /// <summary>The sign-in form, values filled and submitted, up to where the site answers.</summary>
    public async Task SubmitPasswordAsync()
    {
        var step = await BeginAsync(Looks.SignInForm);
        Assert.IsType<Step.Fill>(step);
        await FillAsync(FieldName.Username, FieldName.Password);
        await FilledAsync(Looks.SignInForm);
    }

    public void Dispose() => Key.Dispose();

    private string NewDocument() => $"document-{tab}-{++_documents}";
}
