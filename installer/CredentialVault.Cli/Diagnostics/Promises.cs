using CredentialVault.Cli.Browsers;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Which promises hold on this machine, and which do not.</summary>
internal sealed class Promises : IDiagnostic
{
    public string Name => "promises";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        Finding.Good("Snapshots, screenshots, text, HTML and console of a page never show a password or a one-time-code seed."),
        Finding.Good("An isolated credential is typed in a browser of the host's own: no page, script, DevTools client or extension of an agent's browser gets its password or seed."),
        Finding.Note("An in-page credential can be read by scripts in the page and by DevTools while it is filled."),
        Finding.Note("Vault and browsers run as the same user: an agent that drives a whole browser, or runs programs, can read this user's files, the vault's keys among them."),
        Finding.Note("Agents must work in the browser's default context: no extension runs in contexts made by browser.newContext(), so nothing is signed in there."),
        .. BrowserStart.WithoutSandbox ? [Finding.Note("You are root, so browsers run without their sandbox: a page that breaks out of its process owns this machine.")] : (Finding[])[],
    ]);
}
