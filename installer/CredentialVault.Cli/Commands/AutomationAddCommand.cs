using System.CommandLine;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>automation add</c>.</summary>
internal sealed class AutomationAddCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "Your name for the automation." };

    private readonly Option<string[]> _profiles = new("--profile")
    {
        HelpName = "P", Description = "The profiles it may run in.", Required = true, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore,
    };

    private readonly Screen _screen;

    public AutomationAddCommand(Screen screen)
        : base("add", "Name a job, and the profiles it may run in.")
    {
        _screen = screen;
        Add(_name);
        Add(_profiles);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var automation = await vault.Profiles.AddAutomationAsync(parsed.GetRequiredValue(_name), parsed.GetRequiredValue(_profiles));
        _screen.Say($"The automation '{automation.Name}' is added; it may run in {string.Join(", ", automation.Profiles)}.", Tone.Good);
        _screen.Next("credential", "add", "--attach", $"automation:{automation.Name}");
        return 0;
    }
}
