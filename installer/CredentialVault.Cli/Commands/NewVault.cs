using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary>A vault that was just made, and the recovery key that is shown only then.</summary>
internal static class NewVault
{
    /// <summary>Makes it and shows the key.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="home">Where the vault is to be.</param>
    /// <exception cref="VaultException">As for <see cref="VaultCreation.CreateAsync"/>.</exception>
    public static async Task MakeAsync(Screen screen, VaultHome home)
    {
        using var recovery = await VaultCreation.CreateAsync(home, TimeProvider.System);
        screen.Say($"The vault is made: {home.Path}", Tone.Good);
        screen.Say();
        screen.Say("A key that opens backups of this vault where its own keys are lost (recovery key):", Tone.Strong);
        screen.Say("  " + recovery.ToText());
        screen.Say("Keep it on paper or in a password manager, away from this machine. It is shown only now and stored nowhere.");
        screen.Say("No command of this version makes a backup or asks for the key; signing in works without it.");
    }
}
