using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential remove</c>.</summary>
internal sealed class CredentialRemoveCommand : Command
{
    private readonly CredentialArgument _credential = new();
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask." };
    private readonly Screen _screen;

    public CredentialRemoveCommand(Screen screen)
        : base("remove", "Remove a credential with its secrets. Its audit stays.")
    {
        _screen = screen;
        Add(_credential);
        Add(_yes);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var credential = await vault.Credentials.FindAsync(parsed.GetRequiredValue(_credential));
        if (Prompt.IsPossible && !parsed.GetValue(_yes)
            && !Prompt.AskText($"Remove '{credential.Overview.Label}' with its password and authenticator key? (y/N)", "--yes").StartsWith("y", StringComparison.OrdinalIgnoreCase))
        {
            throw VaultError.Cancelled.AsException();
        }

        await vault.Credentials.RemoveAsync(credential);
        _screen.Say($"The credential '{credential.Overview.Label}' is removed.", Tone.Good);
        return 0;
    }
}
