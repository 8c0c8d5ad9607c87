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
        screen.Say("Recovery key:", Tone.Strong);
        screen.Say("  " + recovery.ToText());
        screen.Say("Write it down and keep it away from this machine. It is shown only now and stored nowhere.");
        screen.Say("Nothing needs it today: it is what backups will be opened with, and this version makes none.");
    }
}
