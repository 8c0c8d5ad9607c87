using System.Text.Json;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.SignIn;

namespace CredentialVault.SignInTests.Worlds;

/// <summary>A signed-out tab of an agent's browser as the host sees it: the messages that its extension sends, and all that it is told.</summary>
internal sealed class AgentTab(SignIns signIns, Profile profile, string origin, int tab = 7)
{
    public static readonly PageSeen SignedOut = new(Verdict.SignedOut, PageKind.SignIn, ["username", "password"]);
    public static readonly PageSeen SignedIn = new(Verdict.SignedIn, PageKind.Other, []);
    public static readonly PageSeen Unclear = new(Verdict.Unsure, PageKind.Other, []);

    private readonly Caller _caller = new(profile, null);
    private readonly PageIdentity _page = new(tab, 0, "document", "active", origin, []);

    public string? SignIn { get; set; }

    /// <summary>The last answer.</summary>
    public Instruction Last { get; private set; } = null!;

    /// <summary>Every status, in order.</summary>
    public List<string> Statuses { get; } = [];

    public async Task<Step> BeginAsync(string? wanted = null, bool afterWait = false, Presentation? presentation = null)
    {
        (SignIn, var instruction) = await signIns.BeginAsync(_caller, _page, SignedOut, wanted, afterWait, presentation);
        return Told(instruction);
    }

    public async Task<Step> NewsAsync() => Told(await signIns.Isolated.NewsAsync(_caller, SignIn!));

    /// <summary>Asks for news until there is more to do than to wait for them.</summary>
    public async Task<Step> WaitAsync()
    {
        Step step;
        while ((step = await NewsAsync()) is Step.Await)
        {
        }

        return step;
    }

    public string Part(int part) => signIns.Isolated.Part(_caller, SignIn!, part);

    /// <summary>The session that is offered.</summary>
    public JsonElement Session()
    {
        var parts = Assert.IsType<Step.HandOver>(Last.Step).Parts;
        return JsonDocument.Parse(string.Concat(Enumerable.Range(0, parts).Select(Part))).RootElement;
    }

    public async Task<Step> ReportAsync(PageSeen seen, PageEvent happened = PageEvent.HandedOver, string? origin = null) =>
        Told(await signIns.ReportAsync(_caller, SignIn!, _page with { Origin = origin ?? _page.Origin }, seen, happened, Submission.Unseen));

    public async Task FillAsync()
    {
        using var key = OpeningKey.Generate();
        await signIns.FillAsync(_caller, SignIn!, _page, ["password"], key.SealingKey);
    }

    private Step Told(Instruction instruction)
    {
        Last = instruction;
        Statuses.Add(instruction.Status);
        return instruction.Step;
    }
}
