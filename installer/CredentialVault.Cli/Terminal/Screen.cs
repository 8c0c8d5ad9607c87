using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredentialVault.Errors;

namespace CredentialVault.Cli.Terminal;

/// <summary>Where a command's words go: results to standard output, everything about them to standard error.</summary>
internal sealed class Screen
{
    private readonly bool _colourOut = ColourAllowed && !Console.IsOutputRedirected;
    private readonly bool _colourError = ColourAllowed && !Console.IsErrorRedirected;

    private static bool ColourAllowed =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>A line of the result.</summary>
    public void Say(string line = "", Tone tone = Tone.Plain) => Console.Out.WriteLine(Paint(line, tone, _colourOut));

    /// <summary>A line about the result, which a pipe does not get.</summary>
    public void Note(string line, Tone tone = Tone.Plain) => Console.Error.WriteLine(Paint(line, tone, _colourError));

    /// <summary>The command that makes sense next, ready to be pasted.</summary>
    /// <param name="words">What follows this program on the command line.</param>
    public void Next(params IEnumerable<string> words) => ShowNext(Invocation.Of(words));

    /// <summary>The command that makes sense next, by another program than this one.</summary>
    /// <param name="program">The program.</param>
    /// <param name="words">What follows it.</param>
    public void NextOf(string program, params IEnumerable<string> words) => ShowNext(Invocation.Of(program, words));

    /// <summary>Why nothing came of it: the sentence and the code.</summary>
    public void Fail(VaultError error) => Note($"credential-vault: {error.Sentence} [{error.Code}]", Tone.Bad);

    /// <summary>A command line that cannot be understood.</summary>
    public void FailUsage(string sentence, string command) => Note($"credential-vault: {sentence} See '{command} --help'.", Tone.Bad);

    /// <summary>Rows under headings, each column as wide as its widest cell.</summary>
    public void Table(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. headings.Select((heading, column) => rows.Select(row => Printable(row[column]).Length).Append(heading.Length).Max())];
        Say(Line(headings), Tone.Faint);
        foreach (var row in rows)
        {
            Say(Line(row));
        }

        string Line(IReadOnlyList<string> cells) => string.Join("  ", cells.Select((cell, column) => Printable(cell).PadRight(widths[column]))).TrimEnd();
    }

    /// <summary>The result for programs.</summary>
    public static void Json<T>(T value, JsonTypeInfo<T> type) => Console.Out.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>Bytes of the result as they are, with an end of line. They never become a string, so that they can be wiped.</summary>
    public static void SayBytes(ReadOnlySpan<byte> utf8)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(utf8);
        output.Write("\n"u8);
    }

    /// <summary>The beginning of a line about the result; <see cref="Note"/> ends it.</summary>
    /// <param name="text">The text.</param>
    public static void Begin(string text) => Console.Error.Write(Printable(text));

    /// <summary>A question, without an end of line.</summary>
    public static void Ask(string question) => Console.Error.Write(question);

    /// <summary>The end of a line whose answer was not shown.</summary>
    public static void EndAsk() => Console.Error.WriteLine();

    private void ShowNext(string command)
    {
        Say();
        Say("Next:", Tone.Faint);
        Say("  " + command, Tone.Strong);
    }

    private static string Paint(string line, Tone tone, bool colour)
    {
        var printable = Printable(line);
        return !colour || tone == Tone.Plain || printable.Length == 0 ? printable : $"\e[{(int)tone}m{printable}\e[0m";
    }

    /// <summary>What browsers and sites named themselves reaches this screen too; it must not steer the terminal.</summary>
    private static string Printable(string text)
    {
        if (!text.Any(Disturbs))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            printable.Append(Disturbs(character) ? '?' : character);
        }

        return printable.ToString();
    }

    /// <summary>Controls, and what turns the direction of text around or ends a line without being one.</summary>
    private static bool Disturbs(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

/// <summary>How a line is meant; the values are the codes of ECMA-48, section 8.3.117 (SGR).</summary>
internal enum Tone
{
    Plain = 0,
    Strong = 1,
    Faint = 2,
    Bad = 31,
    Good = 32,
    Doubtful = 33,
}
