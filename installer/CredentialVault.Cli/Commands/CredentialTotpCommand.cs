using System.CommandLine;
using System.Globalization;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary><c>credential totp</c>, "Get code": the current one-time code for an owner, for instance to bind the authenticator at the site.</summary>
internal sealed class CredentialTotpCommand : Command
{
    /// <summary>A code used further ahead than this means that the clock went back; waiting longer would not help.</summary>
    private const int MostWaits = 2;

    private readonly CredentialArgument _credential = new();
    private readonly Option<bool> _wait = new("--wait") { Description = "If the current code was used already, wait for the next one." };
    private readonly Screen _screen;

    public CredentialTotpCommand(Screen screen)
        : base("totp", "Get the current one-time code. It counts as used from then on.")
    {
        _screen = screen;
        Add(_credential);
        Add(_wait);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var vault = await OpenVault.OfThisProcessAsync();
        var credential = await vault.Credentials.FindAsync(parsed.GetRequiredValue(_credential));
        for (var waits = 0; ; waits++)
        {
            var current = await vault.Codes.CurrentAsync(credential);
            using var code = current.Code;
            var left = code.ValidUntil - DateTimeOffset.UtcNow;
            var seconds = Math.Max(0, Math.Ceiling(left.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            if (current.UsedBefore && parsed.GetValue(_wait) && waits < MostWaits)
            {
                _screen.Note($"The current code was used already; the next one comes in {seconds} s.");
                await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancel);
                continue;
            }

            Screen.SayBytes(code.Value.Utf8);
            _screen.Note($"Valid for {seconds} s.");
            if (current.UsedBefore)
            {
                _screen.Note("It was shown or used already, so the site may refuse it; --wait waits for the next one.", Tone.Doubtful);
            }

            return 0;
        }
    }
}
