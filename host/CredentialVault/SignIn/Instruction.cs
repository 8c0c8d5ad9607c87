using CredentialVault.Credentials;
using CredentialVault.Sealing;

namespace CredentialVault.SignIn;

/// <summary>What the extension of the agent's profile does next.</summary>
/// <param name="Step">The step.</param>
/// <param name="Status">One sentence for the page's status element.</param>
/// <param name="ReturnTo">Where to go back to, with <see cref="SignIn.Step.Return"/>, <see cref="SignIn.Step.HandOver"/> and where it ended signed in; null: nowhere.</param>
public sealed record Instruction(Step Step, string Status, string? ReturnTo = null)
{
    /// <summary>Where a sign-in of the credential begins, with <see cref="SignIn.Step.GoToStart"/>; else null.</summary>
    public string? GoTo { get; init; }

    /// <summary>The account's name, with <see cref="SignIn.Step.Press"/> of <see cref="WayOn.Account"/>; else null.</summary>
    public string? Account { get; init; }

    /// <summary>The instruction for a step, in words.</summary>
    /// <param name="step">The step.</param>
    /// <param name="overview">The credential, or null when none was found.</param>
    /// <param name="returnTo">Where the agent was, or null.</param>
    public static Instruction For(Step step, Overview? overview, string? returnTo)
    {
        var status = step switch
        {
            Step.Ended(var outcome) => outcome.Explanation,
            Step.Wait { For: WaitingFor.NextCode } or Step.Await { For: WaitingFor.NextCode } => $"Credential Vault is waiting for the next one-time code for {SiteOf(overview)}.",
            Step.Await { For: WaitingFor.Turn } => $"Credential Vault is waiting for its turn to sign in at {SiteOf(overview)}: other sign-ins are going on.",
            Step.HandOver => $"Credential Vault is handing the session of {SiteOf(overview)} over.",
            Step.Wait { For: WaitingFor.FewerRequests } => "Credential Vault is trying again in a minute: this profile asked too often within the last.",
            Step.Wait => $"Credential Vault is waiting for another sign-in at {SiteOf(overview)} to end.",
            _ => $"Credential Vault is signing in at {SiteOf(overview)}.",
        };
        return new Instruction(step, status, step is Step.Return or Step.HandOver || (step is Step.Ended(var end) && end == Outcome.SignedIn) ? returnTo : null)
        {
            GoTo = step is Step.GoToStart ? overview?.StartAddress : null,
            Account = step is Step.Press(WayOn.Account) ? overview?.Username : null,
        };
    }

    private static string SiteOf(Overview? overview) => overview is null ? "this site" : new Uri(overview.SessionOrigins[0]).IdnHost;
}

/// <summary>What goes into a form of the agent's own page.</summary>
/// <param name="Values">The values; none when there is something else to be done.</param>
/// <param name="RememberDevice">Whether a box by which the site is to know this browser again is ticked with them.</param>
/// <param name="Instruction">What to do.</param>
public sealed record GivenForm(IReadOnlyList<FilledValue> Values, bool RememberDevice, Instruction Instruction)
{
    /// <summary>Nothing to be filled in.</summary>
    /// <param name="instruction">What to do.</param>
    public static GivenForm Nothing(Instruction instruction) => new([], RememberDevice: false, instruction);
}

/// <summary>A value for one field, sealed to a key of the extension's worker.</summary>
/// <param name="Field">See <see cref="FieldName"/>.</param>
/// <param name="Sealed">The value.</param>
public sealed record FilledValue(string Field, SealedValue Sealed);
