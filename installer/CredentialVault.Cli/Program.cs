using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CredentialVault.Cli.Commands;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;

var screen = new Screen();
var root = new RootCommand("Signs browser agents in without ever showing them a password.")
{
    new InitCommand(screen),
    new ProfileCommand(screen),
    new AutomationCommand(screen),
    new CredentialCommand(screen),
    new SetupCommand(screen),
    new LaunchCommand(screen),
    new InstallCommand(screen),
    new UninstallCommand(screen),
    new DoctorCommand(screen),
    new LimitsCommand(screen),
    new ExplainCommand(screen),
    new AuditCommand(screen),
};

var help = root.Options.OfType<HelpOption>().Single();
help.Aliases.Clear();
help.Aliases.Add("-h");

// Without response files: a username may begin with '@'.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed is { Action: ParseErrorAction, UnmatchedTokens: [], CommandResult.Command.Subcommands.Count: > 0 })
{
    return root.Parse([.. args, help.Name]).Invoke();
}

if (parsed.Action is ParseErrorAction)
{
    return UsageError.Show(screen, parsed);
}

try
{
    // Signals are for launch and doctor to pass on; the others simply end.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (VaultException exception)
{
    screen.Fail(exception.Error);
    return exception.Error.Code == VaultError.OptionMissing("").Code ? UsageError.ExitCode : 1;
}
#pragma warning disable CA1031 // The last place that can turn an exception into a sentence.
catch (Exception exception)
#pragma warning restore CA1031
{
    screen.Fail(VaultError.Unexpected(exception.GetType().Name));
    return 1;
}
