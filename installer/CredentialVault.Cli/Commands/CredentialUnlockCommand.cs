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
        var stopped = await vault.Guard.RefusalAsync(credential.Id) is { Reason: not Reason.SignedInTooOften };
        await vault.UnlockAsync(credential);
        _screen.Say($"The credential '{credential.Overview.Label}' {(stopped ? "is unlocked" : "was not stopped")}.", Tone.Good);
        await NextSignIn.TellAsync(_screen, vault, credential);
        return 0;
    }
}
