using System.CommandLine;
using CredentialVault.Cli.Listings;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential list</c>.</summary>
internal sealed class CredentialListCommand : Command
{
    private readonly JsonOption _json = new();
    private readonly Screen _screen;

    public CredentialListCommand(Screen screen)
        : base("list", "Show the credentials, without their secrets.")
    {
        _screen = screen;
        Add(_json);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var credentials = await vault.Credentials.ListAsync();
        var refusals = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var credential in credentials)
        {
            refusals[credential.Id] = (await vault.Guard.RefusalAsync(credential.Id))?.Reason;
        }

        if (parsed.GetValue(_json))
        {
            Screen.Json([.. credentials.Select(one => CredentialListing.Of(one, refusals[one.Id]))], ListingJson.ForPeopleToo.CredentialListingArray);
        }
        else if (credentials.Count == 0)
        {
            _screen.Note("There is no credential yet.");
        }
        else
        {
            _screen.Table(
                ["ID", "LABEL", "USERNAME", "ORIGINS", "CODES", "FILL", "ATTACHED TO", "STATE"],
                [.. credentials.Select(one => (string[])
                [
                    one.Id,
                    one.Overview.Label,
                    one.Overview.Username,
                    string.Join(", ", one.Overview.SignInOrigins),
                    (one.Overview.Totp is null ? "no" : "yes") + (one.Overview.RememberDevice ? ", remembers the device, if the site asks" : ""),
                    one.Fill.ToName(),
                    one.Attachments.Count == 0 ? "nothing" : string.Join(", ", one.Attachments),
                    refusals[one.Id] is { } reason ? $"stopped: {reason}" : one.VerifiedAt is { } verified ? $"verified {LocalTime.Of(verified)}" : "not verified",
                ])]);
        }

        return 0;
    }
}
