using System.Diagnostics;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Browsers;

/// <summary>The first thing that the extension of a started browser says to the host: from then on it notices signed-out pages.</summary>
internal static class Greeting
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits for it.</summary>
    /// <param name="vault">The vault that the host writes it down in.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="browser">Its browser.</param>
    /// <param name="limit">How long at most.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What it said, or null when it said nothing in that time or the browser ended.</returns>
    public static async Task<Contact?> WaitAsync(Vault vault, Profile profile, BrowserProcess browser, TimeSpan limit, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < limit && !browser.HasEnded)
        {
            if ((await vault.Profiles.FindProfileAsync(profile.Name)).LastContact is { } contact && contact.At >= browser.StartedAt)
            {
                return contact;
            }

            await Task.Delay(Poll, cancel);
        }

        return null;
    }
}
