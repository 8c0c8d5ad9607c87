using CredentialVault.Errors;
using CredentialVault.OneTimeCodes;
using CredentialVault.Secrets;

namespace CredentialVault.Cli.Terminal;

/// <summary>Asks the owner for what was not given, if there is a terminal.</summary>
internal static class Prompt
{
    private const int MostCharacters = 4096;

    /// <summary>Whether somebody can be asked.</summary>
    public static bool IsPossible => !Console.IsInputRedirected;

    /// <summary>An answer that is shown while it is typed.</summary>
    /// <param name="question">A few words.</param>
    /// <param name="option">The option that would have given it.</param>
    /// <returns>Empty when the owner only pressed Enter.</returns>
    /// <exception cref="VaultException"><c>option-missing</c>, <c>cancelled</c>.</exception>
    public static string AskText(string question, string option)
    {
        RefuseWithoutTerminal(option);
        Screen.Ask(question + ": ");
        return Console.In.ReadLine()?.Trim() ?? throw VaultError.Cancelled.AsException();
    }

    /// <summary>An answer that must not be empty.</summary>
    /// <param name="screen">Where it is said that something is needed.</param>
    /// <param name="question">A few words.</param>
    /// <param name="option">The option that would have given it.</param>
    /// <exception cref="VaultException"><c>option-missing</c>, <c>cancelled</c>.</exception>
    public static string AskNeededText(Screen screen, string question, string option)
    {
        while (true)
        {
            if (AskText(question, option) is { Length: > 0 } answer)
            {
                return answer;
            }

            screen.Note("Something is needed here; Ctrl+C ends without a change.", Tone.Doubtful);
        }
    }

    /// <summary>Puts one question until its answer can be used, and says each time why it cannot.</summary>
    /// <typeparam name="T">What the answer means.</typeparam>
    /// <param name="screen">Where it is said.</param>
    /// <param name="ask">Asks, and refuses a wrong answer by a <see cref="VaultException"/>.</param>
    /// <exception cref="VaultException"><c>option-missing</c>, <c>cancelled</c>.</exception>
    public static T AskAgainWhileWrong<T>(Screen screen, Func<T> ask)
    {
        while (true)
        {
            try
            {
                return ask();
            }
            catch (VaultException wrong) when (wrong.Error != VaultError.Cancelled && wrong.Error.Code != VaultError.OptionMissing("").Code)
            {
                screen.Note(wrong.Error.Sentence, Tone.Bad);
            }
        }
    }

    /// <summary>A seed that nothing is shown of, until there is one that can be used.</summary>
    /// <param name="screen">Where it is said why one cannot be used.</param>
    /// <param name="question">A few words.</param>
    /// <param name="option">The option that would have given it.</param>
    /// <returns>Null when the owner only pressed Enter.</returns>
    /// <exception cref="VaultException"><c>option-missing</c>, <c>cancelled</c>.</exception>
    public static TotpSeed? AskSeed(Screen screen, string question, string option) => AskAgainWhileWrong(screen, () =>
    {
        using var typed = AskSecret(question, option);
        return typed is null ? null : TotpSeed.Parse(typed);
    });

    /// <summary>An answer that nothing is shown of. The terminal is as before afterwards.</summary>
    /// <param name="question">A few words.</param>
    /// <param name="option">The option that would have given it.</param>
    /// <returns>Null when the owner only pressed Enter.</returns>
    /// <exception cref="VaultException"><c>option-missing</c>, <c>cancelled</c>, <c>secret-not-text</c>.</exception>
    public static Secret? AskSecret(string question, string option)
    {
        RefuseWithoutTerminal(option);

        // Looking for a key turns the echo off: before the question, so that not even a quick answer is shown.
        _ = Console.KeyAvailable;
        Screen.Ask(question + " (not shown): ");
        var typed = GC.AllocateArray<char>(MostCharacters, pinned: true);
        try
        {
            var length = 0;
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                switch (key)
                {
                    case { Key: ConsoleKey.Enter } or { KeyChar: '\r' or '\n' }:
                        Screen.EndAsk();
                        return length == 0 ? null : Secret.FromText(typed.AsSpan(0, length));
                    case { Key: ConsoleKey.Backspace }:
                        length = Math.Max(0, length - 1);
                        break;
                    case { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control }:
                        length = 0;
                        break;
                    case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control }:
                        Screen.EndAsk();
                        throw VaultError.Cancelled.AsException();
                    case { KeyChar: var character } when !char.IsControl(character) && length < MostCharacters:
                        typed[length++] = character;
                        break;
                }
            }
        }
        finally
        {
            typed.AsSpan().Clear();
        }
    }

    private static void RefuseWithoutTerminal(string option)
    {
        if (!IsPossible)
        {
            throw VaultError.OptionMissing(option).AsException();
        }
    }
}
