using System.CommandLine;
using System.Globalization;
using CredentialVault.Audit;
using CredentialVault.Cli.Listings;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>audit</c>: what was signed in where, what was refused, and what the owner changed.</summary>
internal sealed class AuditCommand : Command
{
    private readonly JsonOption _json = new();

    private readonly Option<int> _last = new("--last")
    {
        HelpName = "N", Description = "Only the latest N records.", DefaultValueFactory = _ => 50,
    };

    private readonly Screen _screen;

    public AuditCommand(Screen screen)
        : base("audit", "Show what was signed in where, what was refused, and what you changed.")
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
            _screen.Table(["WHEN", "WHAT", "WHO", "SITE", "CREDENTIAL", "OUTCOME OR CHANGE", "TOOK"], [.. records.Select(Row)]);
        }

        return 0;
    }

    private static string[] Row(AuditRecord record) =>
    [
        LocalTime.Of(record.At),
        record.Event,
        Who(record.Detail),
        string.Join(", ", record.Detail.Site is { } site ? [site, .. record.Detail.MoreSites ?? []] : (string[])[]),
        record.Detail.Label ?? "",
        What(record.Detail),
        Took(record.Detail),
    ];

    private static string Who(AuditDetail detail) => detail switch
    {
        { Change: { } change } => $"owner, {OwnersProgramNames.InWords(change.Program)}",
        { Profile: null } => "owner",
        { Automation: { } automation } => $"{detail.Profile}/{automation}",
        _ => detail.Profile,
    };

    private static string What(AuditDetail detail) => detail switch
    {
        { Change: { } change } => string.Join(", ", ChangeWords.Of(change)),
        { Reason: { } reason } => $"{detail.Outcome}: {reason}",
        _ => detail.Outcome ?? "",
    };

    private static string Took(AuditDetail detail)
    {
        var waited = detail.WaitedMilliseconds ?? 0;
        return detail.Milliseconds is not { } milliseconds ? ""
            : waited == 0 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds - waited} ms, and {waited / 1000.0:F0} s of waiting");
    }
}
