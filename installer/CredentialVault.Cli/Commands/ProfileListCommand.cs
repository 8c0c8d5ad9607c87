using System.CommandLine;
using CredentialVault.Cli.Listings;
using CredentialVault.Cli.Terminal;
using CredentialVault.Profiles;

namespace CredentialVault.Cli.Commands;

/// <summary><c>profile list</c>.</summary>
internal sealed class ProfileListCommand : Command
{
    private readonly JsonOption _json = new();
    private readonly Screen _screen;

    public ProfileListCommand(Screen screen)
        : base("list", "Show the registered profiles.")
    {
        _screen = screen;
        Add(_json);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var profiles = await vault.Profiles.ListProfilesAsync();
        if (parsed.GetValue(_json))
        {
            Screen.Json([.. profiles.Select(ProfileListing.Of)], ListingJson.ForPeopleToo.ProfileListingArray);
        }
        else if (profiles.Count == 0)
        {
            _screen.Note("No profile is registered yet.");
        }
        else
        {
            _screen.Table(
                ["NAME", "ROLE", "USER-DATA-DIR", "LAST HEARD OF"],
                [.. profiles.Select(profile => (string[])[profile.Name, profile.Role.ToName(), profile.UserDataDirectory, LocalTime.Of(profile.LastContact?.At)])]);
        }

        return 0;
    }
}
