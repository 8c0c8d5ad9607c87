using System.CommandLine;
using System.Globalization;
using CredentialVault.Audit;
using CredentialVault.Cli.Listings;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>audit</c>: what was signed in where, and what was refused.</summary>
internal sealed class AuditCommand : Command
{
    private readonly JsonOption _json = new();

    private readonly Option<int> _last = new("--last")
    {
        HelpName = "N", Description = "Only the latest N records.", DefaultValueFactory = _ => 50,
    };

    private readonly Screen _screen;

    public AuditCommand(Screen screen)
        : base("audit", "Show what was signed in where, and what was refused.")
    {
        _screen = screen;
        _last.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last > 0))
            {
                result.AddError("--last needs a number from 1.");
            }
        });
        Add(_json);
        Add(_last);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var records = await vault.Audit.ReadAsync(parsed.GetValue(_last));
        if (parsed.GetValue(_json))
        {
            Screen.Json([.. records.Select(AuditListing.Of)], ListingJson.ForPeopleToo.AuditListingArray);
        }
        else if (records.Count == 0)
        {
            _screen.Note("Nothing has happened yet.");
        }
        else
        {
            _screen.Table(["WHEN", "WHAT", "WHO", "SITE", "CREDENTIAL", "OUTCOME", "TOOK"], [.. records.Select(Row)]);
        }

        return 0;
    }

    private static string[] Row(AuditRecord record) =>
    [
        LocalTime.Of(record.At),
        record.Event,
        record.Detail.Profile is null ? "owner" : record.Detail.Automation is { } automation ? $"{record.Detail.Profile}/{automation}" : record.Detail.Profile,
        record.Detail.Site ?? "",
        record.Detail.Label ?? "",
        record.Detail.Reason is { } reason ? $"{record.Detail.Outcome}: {reason}" : record.Detail.Outcome ?? "",
        Took(record.Detail),
    ];

    private static string Took(AuditDetail detail)
    {
        var waited = detail.WaitedMilliseconds ?? 0;
        return detail.Milliseconds is not { } milliseconds ? ""
            : waited == 0 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds - waited} ms, and {waited / 1000.0:F0} s of waiting");
    }
}
