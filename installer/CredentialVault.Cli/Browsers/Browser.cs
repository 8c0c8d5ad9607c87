using System.Diagnostics;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.SignIn.Chromium;

namespace CredentialVault.Cli.Browsers;

/// <summary>A Chromium or Chrome on this machine.</summary>
/// <param name="Path">Absolute path of the program.</param>
internal sealed record Browser(string Path)
{
    /// <summary>The environment variable that names the browser of profiles that have none of their own.</summary>
    public const string Variable = "CREDENTIAL_VAULT_BROWSER";

    /// <summary>Whether that variable is set.</summary>
    public static bool IsNamedByVariable => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    private static IReadOnlyList<string> Folders => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The browser of a profile: its own, else <c>CREDENTIAL_VAULT_BROWSER</c>, else the first that is found.</summary>
    /// <param name="profile">The profile.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static Browser Of(Profile profile) => profile.Browser is { } own ? Named(own) : Default;

    /// <summary>The browser where no profile names one: <c>CREDENTIAL_VAULT_BROWSER</c>, else the first that is found.</summary>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static Browser Default => NamedByVariable ?? new Browser(BrowserPlaces.First(Folders));

    /// <summary>The browser that the owner's environment names, or null.</summary>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static Browser? NamedByVariable =>
        Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } named ? null
        : BrowserPlaces.Named(named, Folders) is { } path ? new Browser(path) : throw VaultError.BrowserVariableWrong(named).AsException();

    /// <summary>The browser that an owner named.</summary>
    /// <param name="name">A path, or a name that is looked for on <c>PATH</c>.</param>
    /// <exception cref="VaultException"><c>browser-missing</c>.</exception>
    public static Browser Named(string name) =>
        BrowserPlaces.Named(name, Folders) is { } path ? new Browser(path) : throw VaultError.BrowserMissing(name).AsException();

    /// <summary>How it names itself, such as <c>Chromium 156.0.8078.79</c>, or null when it does not say.</summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<string?> ReadVersionAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Path, ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return said.Split(" built ", 2)[0].Trim() is { Length: > 0 } version ? version : null;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException || (exception is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Whether a browser that names itself so ignores <c>--load-extension</c>, as branded Chrome does from 137 on.</summary>
    /// <param name="version">See <see cref="ReadVersionAsync"/>.</param>
    public static bool IgnoresUnpackedExtensions(string version) =>
        version.StartsWith("Google Chrome ", StringComparison.Ordinal) && !version.Contains("for Testing", StringComparison.Ordinal);
}
