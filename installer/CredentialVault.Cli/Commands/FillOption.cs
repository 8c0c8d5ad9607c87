using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;

namespace CredentialVault.Cli.Commands;

/// <summary><c>--fill</c>: where the values are typed.</summary>
internal sealed class FillOption : Option<string?>
{
    public FillOption()
        : base("--fill")
    {
        Description = "Where the values are typed: isolated is a browser of the host's own (default), in-page the agent's own page.";
        this.AcceptOnlyFromAmong(FillNames.InPage, FillNames.Isolated);
    }

    /// <summary>The fill that was asked for, or null.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="screen">Where the limits of a fill are told.</param>
    public Fill? Read(ParseResult parsed, Screen screen)
    {
        switch (parsed.GetValue(this))
        {
            case null:
                return null;
            case FillNames.InPage:
                TellLimits(screen);
                return Fill.InPage;
            default:
                return Fill.Isolated;
        }
    }

    /// <summary>What an in-page fill does not hide.</summary>
    /// <param name="screen">Where to say it.</param>
    private static void TellLimits(Screen screen) =>
        screen.Note("The in-page fill hides the values from snapshots and screenshots, but scripts in the page and DevTools can read them while a fill happens.", Tone.Doubtful);
}
