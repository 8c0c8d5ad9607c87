namespace CredentialVault.Cli.Browsers;

/// <summary>Where a new agent profile may well live: in the owner's home, away from the vault and from the owner's own browser.</summary>
internal static class SuggestedFolder
{
    /// <summary>The folder.</summary>
    /// <param name="profile">Name of the profile.</param>
    public static string For(string profile) =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "agent-profiles", profile);
}
