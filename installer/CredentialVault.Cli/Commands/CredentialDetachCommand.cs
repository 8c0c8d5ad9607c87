using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential detach</c>.</summary>
internal sealed class CredentialDetachCommand : Command
{
    private readonly CredentialArgument _credential = new();
    private readonly AttachmentArgument _target = new();
    private readonly Screen _screen;

    public CredentialDetachCommand(Screen screen)
        : base("detach", "Take a credential away from a profile or an automation.")
    {
        _screen = screen;
        Add(_credential);
        Add(_target);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var credential = await vault.Credentials.FindAsync(parsed.GetRequiredValue(_credential));
        var target = Attachment.Parse(parsed.GetRequiredValue(_target));
        var was = await vault.Credentials.DetachAsync(credential, target);
        _screen.Say($"The credential '{credential.Overview.Label}' {(was ? "is not attached" : "was not attached")} to {target}{(was ? " any more" : "")}.", was ? Tone.Good : Tone.Doubtful);
        return 0;
    }
}
