using System.Diagnostics;
using System.Globalization;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether the extension in a profile reaches the host: for real, in its browser, started for a moment.</summary>
internal sealed class RoundTrip(Profile profile, Vault vault, InstalledParts parts) : IDiagnostic
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public string Name => $"round trip of {profile.Name}";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        try
        {
            return [RunningBrowser.Of(profile.UserDataDirectory) is null ? await TryAsync(cancel) : LastHeardOf(profile.LastContact)];
        }
        catch (VaultException exception)
        {
            return [Finding.Problem($"{exception.Error.Sentence} [{exception.Error.Code}]")];
        }
    }

    private static Finding LastHeardOf(Contact? contact) => contact is null
        ? Finding.Problem("Its browser runs now, and its extension was never heard of: close it and run doctor again.")
        : Finding.Good($"Its browser runs now; its extension was last heard of at {LocalTime.Of(contact.At)} ({Describe(contact)}).");

    private async Task<Finding> TryAsync(CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        using var browser = BrowserProcess.Start(new BrowserStart
        {
            Browser = Browser.Of(profile),
            Profile = profile,
            Extension = parts.RequireExtension(),
            Home = vault.Home,
            Headless = true,
        });
        try
        {
            if (await Greeting.WaitAsync(vault, profile, browser, Limit, cancel) is { } contact)
            {
                return Finding.Good(string.Create(
                    CultureInfo.InvariantCulture, $"Browser started, extension reached the host, {clock.ElapsedMilliseconds} ms in all ({Describe(contact)})."));
            }

            return browser.HasEnded
                ? Finding.Problem("Its browser ended at once: start it with launch to see more.", Invocation.Of(["launch", "--profile", profile.Name]))
                : Finding.Problem($"The extension did not reach the host within {Limit.TotalSeconds} seconds: mend what is wrong above, then run doctor again.");
        }
        finally
        {
            await browser.EndAsync();
        }
    }

    private static string Describe(Contact contact) => $"extension {contact.Extension}, host {contact.Host}, {contact.Browser}";
}
