using System.CommandLine;
using System.CommandLine.Parsing;
using CredentialVault.Cli.Terminal;

namespace CredentialVault.Cli.Commands;

/// <summary>A command line that cannot be understood: one line, and what may have been meant.</summary>
internal static class UsageError
{
    /// <summary>What the program ends with then.</summary>
    public const int ExitCode = 2;

    private const int MostDifferences = 2;

    /// <summary>Says what is wrong first.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="parsed">The command line.</param>
    /// <returns>The exit code.</returns>
    public static int Show(Screen screen, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var sentence = parsed.UnmatchedTokens is [var unknown, ..]
            ? DescribeUnknown(unknown, command)
            : parsed.Errors is [var first, ..] ? Describe(first) : "This is not a whole command.";
        screen.FailUsage(sentence, PathOf(parsed.CommandResult));
        return ExitCode;
    }

    /// <summary>The parser's message on one line, with the option it is about.</summary>
    private static string Describe(ParseError error)
    {
        if (error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument: var missing })
        {
            return $"{missing.HelpName ?? missing.Name} is missing.";
        }

        var message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var option = error.SymbolResult is OptionResult result && !message.Contains(result.Option.Name, StringComparison.Ordinal) ? result.Option.Name + ": " : "";
        return option + message + (message.EndsWith('.') ? "" : ".");
    }

    /// <summary>Only what was meant as a name is repeated: anything else could be a secret that slipped in.</summary>
    private static string DescribeUnknown(string unknown, Command command)
    {
        var isOption = unknown.StartsWith('-');
        if (!isOption && command.Subcommands.Count == 0)
        {
            return "There is a word too many.";
        }

        var name = unknown.Split('=')[0];
        var nearest = (isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(sub => sub.Name))
            .MinBy(known => Differences(name, known));
        return nearest is not null && Differences(name, nearest) <= MostDifferences
            ? $"'{name}' is not known here. Did you mean '{nearest}'?"
            : $"'{name}' is not known here.";
    }

    private static string PathOf(CommandResult result)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = result; at is CommandResult { Parent: not null } inner; at = inner.Parent)
        {
            names.Push(inner.Command.Name);
        }

        return string.Join(' ', names.Prepend("credential-vault"));
    }

    /// <summary>Levenshtein's distance: how many characters to add, drop or change.</summary>
    private static int Differences(string one, string other)
    {
        var previous = new int[other.Length + 1];
        for (var column = 0; column < previous.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            var diagonal = previous[0];
            previous[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var above = previous[column];
                previous[column] = Math.Min(
                    Math.Min(above, previous[column - 1]) + 1,
                    diagonal + (one[row - 1] == other[column - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return previous[^1];
    }
}
