using System.CommandLine;
using System.Globalization;
using CredentialVault.Cli.Terminal;
using CredentialVault.SignIn;
using CredentialVault.Storage;

namespace CredentialVault.Cli.Commands;

/// <summary><c>limits</c>: how much is let through.</summary>
internal sealed class LimitsCommand : Command
{
    private readonly Option<int?> _signIns = LimitOption("--sign-ins-per-hour", "How often each credential may be signed in with, over all profiles.");
    private readonly Option<int?> _browsers = LimitOption("--sign-in-browsers", "How many sign-ins of the fill 'isolated' may go on at a time; each runs a Chromium.");
    private readonly Screen _screen;

    public LimitsCommand(Screen screen)
        : base("limits", "Show how much is let through, or change it.")
    {
        _screen = screen;
        Add(_signIns);
        Add(_browsers);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var now = await vault.Guard.LimitsAsync();
        var wanted = new OwnersLimits(parsed.GetValue(_signIns) ?? now.SignInsPerHour, parsed.GetValue(_browsers) ?? now.SignInBrowsers);
        if (wanted != now)
        {
            await vault.Guard.SetLimitsAsync(wanted);
        }

        _screen.Say($"Sign-ins of one credential within an hour: {TextOf(wanted.SignInsPerHour, GuardLimits.Successes)}.");
        _screen.Say($"Sign-in browsers at a time: {TextOf(wanted.SignInBrowsers, Environment.ProcessorCount)}.");
        if (wanted.SignInBrowsers != now.SignInBrowsers)
        {
            _screen.Say("Agents' browsers that are running now may keep to the number of before until they are started anew.");
        }

        return 0;
    }

    private static string TextOf(int? wanted, int builtIn) => string.Create(CultureInfo.InvariantCulture, $"{wanted ?? builtIn}");

    private static Option<int?> LimitOption(string name, string description)
    {
        var option = new Option<int?>(name) { HelpName = "N", Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= OwnersLimits.Most))
            {
                result.AddError($"{name} needs a number from 1 to {OwnersLimits.Most}.");
            }
        });
        return option;
    }
}
