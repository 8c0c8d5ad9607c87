using System.Diagnostics;
using System.Globalization;
using CredentialVault.SignIn;

namespace CredentialVault.Cli.Terminal;

/// <summary>The steps of a verification, a line each on standard error: what is done, as soon as it begins, and behind it how it ended and its own time.</summary>
/// <param name="screen">Where.</param>
internal sealed class StepLines(Screen screen) : IProgress<VerificationStep>
{
    private long? _began;

    /// <inheritdoc/>
    public void Report(VerificationStep value)
    {
        End(isDone: true);
        Screen.Begin($"  {value.ToSentence()} ... ");
        _began = Stopwatch.GetTimestamp();
    }

    /// <summary>The last step has ended; nothing happens when none goes on.</summary>
    /// <param name="isDone">Whether it did what it was there for.</param>
    public void End(bool isDone)
    {
        if (_began is { } began)
        {
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            screen.Note(string.Create(CultureInfo.InvariantCulture, $"{(isDone ? "done in" : "failed after")} {took:0.0} s"), isDone ? Tone.Faint : Tone.Bad);
            _began = null;
        }
    }
}
