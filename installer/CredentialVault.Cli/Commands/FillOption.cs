using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.Credentials;
using CredentialVault.Errors;

namespace CredentialVault.Cli.Commands;

/// <summary><c>--fill</c>: where the values are typed.</summary>
internal sealed class FillOption : Option<string?>
{
    public FillOption()
        : base("--fill")
    {
        Description = "Where the values are typed: in-page is the agent's own page, the only place for now.";
        this.AcceptOnlyFromAmong(FillNames.InPage, FillNames.Isolated);
    }

    /// <summary>The fill that was asked for, or null.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="screen">Where the limits of a fill are told.</param>
    /// <exception cref="VaultException"><c>fill-unavailable</c>.</exception>
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
                throw VaultError.FillUnavailable.AsException();
        }
    }

    /// <summary>What an in-page fill does not hide.</summary>
    /// <param name="screen">Where to say it.</param>
    public static void TellLimits(Screen screen) =>
        screen.Note("The in-page fill hides the values from snapshots and screenshots, but scripts in the page and DevTools can read them while a fill happens.", Tone.Doubtful);
}
