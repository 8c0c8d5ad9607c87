using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential attach</c>.</summary>
internal sealed class CredentialAttachCommand : Command
{
    private readonly CredentialArgument _credential = new();
    private readonly AttachmentArgument _target = new();
    private readonly Screen _screen;

    public CredentialAttachCommand(Screen screen)
        : base("attach", "Let a profile or an automation use a credential.")
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
        await vault.Credentials.AttachAsync(credential, target);
        _screen.Say($"The credential '{credential.Overview.Label}' is attached to {target}.", Tone.Good);
        await ConflictWarning.TellAsync(_screen, vault, credential.Id);
        if (await SuggestedLaunch.ForAsync(vault, target) is { } launch)
        {
            _screen.Next(launch);
        }

        return 0;
    }
}
