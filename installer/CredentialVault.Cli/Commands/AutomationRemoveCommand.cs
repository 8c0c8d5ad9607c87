using System.CommandLine;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>automation remove</c>.</summary>
internal sealed class AutomationRemoveCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "The automation." };
    private readonly Screen _screen;

    public AutomationRemoveCommand(Screen screen)
        : base("remove", "Forget an automation, and what is attached to it.")
    {
        _screen = screen;
        Add(_name);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var automation = await vault.Profiles.FindAutomationAsync(parsed.GetRequiredValue(_name));
        await vault.Profiles.RemoveAsync(automation);
        _screen.Say($"The automation '{automation.Name}' is forgotten.", Tone.Good);
        return 0;
    }
}
