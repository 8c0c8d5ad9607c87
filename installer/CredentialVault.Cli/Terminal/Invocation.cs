using CredentialVault.Keys;

namespace CredentialVault.Cli.Terminal;

/// <summary>How this program is called, so that a command it prints can be pasted where it was run.</summary>
internal static class Invocation
{
    private static readonly string Program =
        Environment.GetCommandLineArgs()[0] is var typed && typed.Contains('/', StringComparison.Ordinal) ? typed : "credential-vault";

    /// <summary>A whole command of this program, which is named as it was typed, or plainly when the shell found it.</summary>
    /// <param name="words">What follows the program; each is quoted where the shell needs it.</param>
    public static string Of(IEnumerable<string> words) => Of(Program, words);

    /// <summary>A whole command.</summary>
    /// <param name="program">The program.</param>
    /// <param name="words">What follows the program; each is quoted where the shell needs it.</param>
    public static string Of(string program, IEnumerable<string> words) => string.Join(' ', words.Prepend(program).Select(ShellWord.Quote));
}
