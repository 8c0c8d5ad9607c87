using System.CommandLine;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential remove</c>.</summary>
internal sealed class CredentialRemoveCommand : Command
{
    private readonly CredentialArgument _credential = new();
    private readonly Screen _screen;

    public CredentialRemoveCommand(Screen screen)
        : base("remove", "Remove a credential with its secrets. Its audit stays.")
    {
        _screen = screen;
        Add(_credential);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var credential = await vault.Credentials.FindAsync(parsed.GetRequiredValue(_credential));
        await vault.Credentials.RemoveAsync(credential);
        _screen.Say($"The credential '{credential.Overview.Label}' is removed.", Tone.Good);
        return 0;
    }
}
