using System.CommandLine;

namespace CredentialVault.Cli.Commands;

/// <summary><c>--remember-device</c> and, where it can be taken back, <c>--no-remember-device</c>.</summary>
/// <param name="mayTakeBack">Whether there may be a wish from before.</param>
internal sealed class RememberDeviceOptions(bool mayTakeBack)
{
    private readonly Option<bool> _yes = new("--remember-device")
    {
        Description = "Tick 'Remember this device' where the site asks, so that it asks for no code the next time.",
    };

    private readonly Option<bool> _no = new("--no-remember-device")
    {
        Description = "Leave that box as it is, and forget what the site knows the vault's own browser by.",
    };

    /// <summary>Adds them.</summary>
    /// <param name="command">To what.</param>
    public void AddTo(Command command)
    {
        command.Add(_yes);
        if (!mayTakeBack)
        {
            return;
        }

        command.Add(_no);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_yes) && result.GetValue(_no))
            {
                result.AddError("--remember-device and --no-remember-device say the opposite.");
            }
        });
    }

    /// <summary>What was asked for, or null.</summary>
    /// <param name="parsed">The command line.</param>
    public bool? Read(ParseResult parsed) => parsed.GetValue(_yes) ? true : mayTakeBack && parsed.GetValue(_no) ? false : null;
}
