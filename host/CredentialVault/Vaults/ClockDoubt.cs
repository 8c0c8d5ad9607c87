namespace CredentialVault.Vaults;

/// <summary>Whether the clock, from which one-time codes are made, has gone back: then something was written later than now.</summary>
public static class ClockDoubt
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>The latest time that the vault or this program knows, if it is later than now.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="now">What the clock says.</param>
    public static async Task<DateTimeOffset?> LaterThanNowAsync(Vault vault, DateTimeOffset now)
    {
        var latest = (await vault.Audit.ReadAsync(1)).Select(record => record.At)
            .Concat((await vault.Credentials.ListAsync()).Select(credential => credential.UpdatedAt))
            .Concat((await vault.Profiles.ListProfilesAsync()).Select(profile => profile.LastContact?.At ?? default))
            .Append(new DateTimeOffset(File.GetLastWriteTimeUtc(Environment.ProcessPath!)))
            .Max();
        return latest > now + Tolerance ? latest : null;
    }

    /// <summary>What an owner reads who takes a code while the clock cannot be right.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="now">What the clock says.</param>
    /// <returns>A sentence, or null when nothing is known against the clock.</returns>
    public static async Task<string?> OfAsync(Vault vault, DateTimeOffset now) => await LaterThanNowAsync(vault, now) is null ? null : Sentence;

    private const string Sentence = "The clock of this machine went back: something was written later than it says now, so a code that it makes may be refused.";
}
