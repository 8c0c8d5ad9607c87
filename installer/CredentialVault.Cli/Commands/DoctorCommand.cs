using CredentialVault.Audit;
using System.CommandLine;
using CredentialVault.Cli.Browsers;
using CredentialVault.Cli.Browsers.Linux;
using CredentialVault.Cli.Diagnostics;
using CredentialVault.Cli.Listings;
using CredentialVault.Cli.Terminal;
using CredentialVault.Profiles;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Commands;

/// <summary><c>doctor</c>: checks everything, for real, and says how to mend what is wrong.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly JsonOption _json = new();
    private readonly Screen _screen;

    public DoctorCommand(Screen screen)
        : base("doctor", "Check everything, down to a round trip through each agent profile's browser.")
    {
        _screen = screen;
        Add(_json);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        using var ending = new CancellationTokenSource();
        using var signals = new EndSignals(ending.Cancel);
        var asJson = parsed.GetValue(_json);
        List<DiagnosisListing> all = [];
        try
        {
            await CheckAsync(
                (check, finding) =>
                {
                    all.Add(new DiagnosisListing(check, WordOf(finding.State), finding.Sentence, finding.Mend));
                    if (!asJson)
                    {
                        Show(check, finding);
                    }
                },
                ending.Token);
        }
        catch (OperationCanceledException)
        {
            _screen.Note("Stopped before the end.", Tone.Doubtful);
            return 1;
        }

        var problems = all.Count(one => one.State == WordOf(FindingState.Problem));
        if (asJson)
        {
            Screen.Json([.. all], ListingJson.ForPeopleToo.DiagnosisListingArray);
        }
        else
        {
            _screen.Say();
            _screen.Say(problems switch { 0 => "Nothing is wrong.", 1 => "One thing is wrong.", _ => $"{problems} things are wrong." }, problems == 0 ? Tone.Good : Tone.Bad);
        }

        return problems == 0 ? 0 : 1;
    }

    private static async Task CheckAsync(Action<string, Finding> found, CancellationToken cancel)
    {
        var home = VaultHome.Locate();
        var parts = InstalledParts.OfThisProgram;
        var opens = new VaultOpens(home);
        var vaultFindings = await opens.RunAsync(cancel);
        foreach (var finding in vaultFindings)
        {
            found(opens.Name, finding);
        }

        await RunAsync([new HostRuns(parts), new ExtensionFiles(parts)]);
        if (vaultFindings.All(finding => finding.State != FindingState.Problem))
        {
            await using var vault = await Vault.OpenAsync(home, TimeProvider.System, OwnersProgram.CommandLine);
            await RunAsync([new PrivateFiles(home), new KeysBelongTogether(home), new ClockPlausible(vault), new CredentialsUsable(vault)]);
            var registration = new Registration(home, parts);
            foreach (var profile in await vault.Profiles.ListProfilesAsync())
            {
                await RunAsync([new ProfileFiles(profile, registration), new ProfileBrowser(profile)]);
                if (profile.Role == Role.Agent)
                {
                    await RunAsync([new RoundTrip(profile, vault, parts)]);
                }
            }
        }

        await RunAsync([new Promises()]);

        async Task RunAsync(IReadOnlyList<IDiagnostic> diagnostics)
        {
            foreach (var diagnostic in diagnostics)
            {
                foreach (var finding in await diagnostic.RunAsync(cancel))
                {
                    found(diagnostic.Name, finding);
                }
            }
        }
    }

    private void Show(string check, Finding finding)
    {
        var tone = finding.State switch { FindingState.Good => Tone.Good, FindingState.Note => Tone.Doubtful, _ => Tone.Bad };
        _screen.Say($"{WordOf(finding.State),-7}  {check}: {finding.Sentence}", tone);
        if (finding.Mend is { } mend)
        {
            _screen.Say($"         mend with: {mend}", Tone.Strong);
        }
    }

    private static string WordOf(FindingState state) => state switch
    {
        FindingState.Good => "ok",
        FindingState.Note => "note",
        _ => "problem",
    };
}
