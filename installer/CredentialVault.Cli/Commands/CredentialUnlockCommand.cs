using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.SignIn;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential unlock</c>: lets a credential be tried again that the guard has stopped.</summary>
internal sealed class CredentialUnlockCommand : Command
{
    private readonly CredentialArgument _credential = new();
    private readonly Screen _screen;

    public CredentialUnlockCommand(Screen screen)
        : base("unlock", "Let a stopped credential be tried again.")
    {
        _screen = screen;
        Add(_credential);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var credential = await vault.Credentials.FindAsync(parsed.GetRequiredValue(_credential));
        await vault.UnlockAsync(credential);
        if (await vault.Guard.RefusalAsync(credential.Id) is { Reason: Reason.SignedInTooOften })
        {
            _screen.Say($"The credential '{credential.Overview.Label}' is not tried again yet: it was signed in as often within the hour as is allowed.", Tone.Doubtful);
            _screen.Note("It is tried again when the first of these sign-ins is an hour old. 'credential-vault limits' allows more.");
            return 0;
        }

        _screen.Say($"The credential '{credential.Overview.Label}' may be tried again.", Tone.Good);
        _screen.Note("A signed-out page is signed in when the agent opens it the next time.");
        return 0;
    }
}
