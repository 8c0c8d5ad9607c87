using System.CommandLine;
using CredentialVault.Cli.Listings;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>automation list</c>.</summary>
internal sealed class AutomationListCommand : Command
{
    private readonly JsonOption _json = new();
    private readonly Screen _screen;

    public AutomationListCommand(Screen screen)
        : base("list", "Show the automations.")
    {
        _screen = screen;
        Add(_json);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var automations = await vault.Profiles.ListAutomationsAsync();
        if (parsed.GetValue(_json))
        {
            Screen.Json([.. automations.Select(one => new AutomationListing(one.Name, one.Profiles))], ListingJson.ForPeopleToo.AutomationListingArray);
        }
        else if (automations.Count == 0)
        {
            _screen.Note("There is no automation yet.");
        }
        else
        {
            _screen.Table(["NAME", "PROFILES"], [.. automations.Select(one => (string[])[one.Name, string.Join(", ", one.Profiles)])]);
        }

        return 0;
    }
}
