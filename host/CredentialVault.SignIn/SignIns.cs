using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.Sealing;
using CredentialVault.Vaults;

namespace CredentialVault.SignIn;

/// <summary>All sign-ins for one extension, whatever their fill. Only news of a session may be asked for while another message is answered.</summary>
/// <param name="vault">The vault.</param>
/// <param name="turns">Lets only so many sign-in browsers run at a time.</param>
/// <param name="time">The clock.</param>
public sealed class SignIns(Vault vault, SignInTurns turns, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Those in browsers of the host's own.</summary>
    public IsolatedSignIns Isolated { get; } = new(vault, turns, time);

    /// <summary>Begins a sign-in for a signed-out page, or says why not.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">The page.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="wanted">Where the agent was or wanted to go, or null.</param>
    /// <param name="afterWait">Whether the caller has waited for another sign-in before.</param>
    /// <param name="presentation">How the agent's browser presents itself; null: not known.</param>
    /// <returns>The sign-in's id, null when none was begun, and what to do.</returns>
    /// <exception cref="VaultException"><c>page-not-signed-out</c>, <c>caller-unknown</c>.</exception>
    public async Task<(string? SignIn, Instruction Instruction)> BeginAsync(
        Caller caller, PageIdentity page, PageSeen seen, string? wanted, bool afterWait, Presentation? presentation)
    {
        var (signIn, answer) = await vault.Door.AdmitAsync(caller, page, seen, wanted, afterWait, vault.InPageSignIns.LeaveTabAsync);
        if (signIn is null)
        {
            return (null, answer!);
        }

        return (signIn.Id, signIn.Fill == Credentials.Fill.Isolated ? Isolated.Begin(signIn, presentation) : await vault.InPageSignIns.BeginAsync(signIn, seen));
    }

    /// <summary>Values for the fields of the agent's own page; never for a credential whose fill is <c>isolated</c>.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="page">The page.</param>
    /// <param name="fields">Which fields.</param>
    /// <param name="recipient">The key that the values are sealed to.</param>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>, <c>fill-unexpected</c>, <c>sealed-value-invalid</c>.</exception>
    public Task<GivenForm> FillAsync(
        Caller caller, string signInId, PageIdentity page, IReadOnlyList<string> fields, SealingKey recipient) =>
        Isolated.Has(signInId) ? throw VaultError.FillUnexpected.AsException() : vault.InPageSignIns.FillAsync(caller, signInId, page, fields, recipient);

    /// <summary>Takes note of what a page became.</summary>
    /// <param name="caller">Who reports.</param>
    /// <param name="signInId">The sign-in.</param>
    /// <param name="page">The page.</param>
    /// <param name="seen">What it looks like.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="submission">How the page took the last submission.</param>
    /// <exception cref="VaultException"><c>sign-in-unknown</c>, <c>session-unexpected</c>.</exception>
    public Task<Instruction> ReportAsync(Caller caller, string signInId, PageIdentity page, PageSeen seen, PageEvent happened, Submission submission) =>
        Isolated.Has(signInId)
            ? Isolated.ReportAsync(caller, signInId, page, seen, happened)
            : vault.InPageSignIns.ReportAsync(caller, signInId, page, seen, happened, submission);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Isolated.DisposeAsync();
}
