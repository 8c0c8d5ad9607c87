using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Terminal;
using CredentialVault.SignIn.Chromium;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>profile remove</c>: the vault forgets the profile; the browser's own files stay.</summary>
internal sealed class ProfileRemoveCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "The profile." };
    private readonly Screen _screen;

    public ProfileRemoveCommand(Screen screen)
        : base("remove", "Forget a profile. The browser's own files stay.")
    {
        _screen = screen;
        Add(_name);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var profile = await vault.Profiles.FindProfileAsync(parsed.GetRequiredValue(_name));

        // Files first: a profile whose files could not be removed is still listed and can be removed again.
        if (profile.CertificateAuthority is not null)
        {
            TrustedAuthorities.Remove(profile.UserDataDirectory);
        }

        new Registration(VaultHome.Locate(), InstalledParts.OfThisProgram).Remove(profile);
        await vault.Profiles.RemoveAsync(profile);
        _screen.Say($"The profile '{profile.Name}' is forgotten; {profile.UserDataDirectory} stays.", Tone.Good);
        return 0;
    }
}
