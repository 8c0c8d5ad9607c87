using System.CommandLine;
using CredentialVault.Cli.Terminal;
using CredentialVault.Errors;
using CredentialVault.OneTimeCodes;
using CredentialVault.Secrets;

namespace CredentialVault.Cli.Commands;

/// <summary>Where password and seed come from: an environment variable or standard input, never an argument, which every user of the machine could read.</summary>
internal sealed class SecretOptions
{
    private const int MaximumFurther = 1024;

    private readonly Option<string?> _passwordVariable = new("--password-env") { HelpName = "VAR", Description = "The environment variable that holds the password." };
    private readonly Option<bool> _passwordInput = new("--password-stdin") { Description = "The password is a line of standard input." };
    private readonly Option<string?> _seedVariable = new("--totp-env") { HelpName = "VAR", Description = "The environment variable that holds the one-time-code seed or otpauth link." };
    private readonly Option<bool> _seedInput = new("--totp-stdin") { Description = "The seed is a line of standard input, after the password if that is there too." };

    private readonly Option<string[]> _fieldVariables = new("--field-env") { HelpName = "NAME=VAR", Description = "A further field that the site asks for, such as a tenant, and the environment variable that holds it.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _fields = new("--field") { HelpName = "NAME", Description = "A further field that the site asks for; its value is asked for.", AllowMultipleArgumentsPerToken = true };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_passwordVariable);
        command.Add(_passwordInput);
        command.Add(_seedVariable);
        command.Add(_seedInput);
        command.Add(_fields);
        command.Add(_fieldVariables);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_passwordVariable) is not null && result.GetValue(_passwordInput))
            {
                result.AddError("Give --password-env or --password-stdin, not both.");
            }

            if (result.GetValue(_seedVariable) is not null && result.GetValue(_seedInput))
            {
                result.AddError("Give --totp-env or --totp-stdin, not both.");
            }

            if ((result.GetValue(_fieldVariables) ?? []).Any(text => text.IndexOf('=', StringComparison.Ordinal) <= 0))
            {
                result.AddError("Give --field-env as NAME=VAR.");
            }
        });
    }

    /// <summary>Reads what the options name.</summary>
    /// <param name="parsed">The command line.</param>
    /// <exception cref="VaultException"><c>secret-variable-missing</c>, <c>secret-input-invalid</c>, <c>secret-not-text</c>, <c>seed-invalid</c>.</exception>
    public GivenSecrets Read(ParseResult parsed)
    {
        Secret? password = null;
        Secret? seed = null;
        try
        {
            switch (parsed.GetValue(_passwordInput), parsed.GetValue(_seedInput))
            {
                case (true, true):
                    (password, seed) = SecretLines.Read("the password", "the seed") is [var first, var second] ? (first, second) : default;
                    break;
                case (true, false):
                    password = SecretLines.Read("the password")[0];
                    break;
                case (false, true):
                    seed = SecretLines.Read("the seed")[0];
                    break;
            }

            password ??= Variable(parsed.GetValue(_passwordVariable));
            seed ??= Variable(parsed.GetValue(_seedVariable));
            return new GivenSecrets(password, seed is null ? null : TotpSeed.Parse(seed), Further(parsed));
        }
        catch
        {
            password?.Dispose();
            throw;
        }
        finally
        {
            seed?.Dispose();
        }
    }

    private Dictionary<string, Secret> Further(ParseResult parsed)
    {
        Dictionary<string, Secret> further = new(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_fieldVariables) ?? [])
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            further[text[..at]] = Variable(text[(at + 1)..])!;
        }

        foreach (var name in parsed.GetValue(_fields) ?? [])
        {
            further[name] = Prompt.AskSecret(name, "--field-env") ?? throw VaultError.TextInvalid(name, MaximumFurther).AsException();
        }

        return further;
    }

    private static Secret? Variable(string? name) => name is null
        ? null
        : Environment.GetEnvironmentVariable(name)?.TrimEnd('\r', '\n') is { Length: > 0 } value
            ? Secret.FromText(value)
            : throw VaultError.SecretVariableMissing(name).AsException();
}

/// <summary>What the owner gave.</summary>
/// <param name="Password">The password, or null.</param>
/// <param name="Totp">The seed, or null.</param>
/// <param name="Further">Further fields by name.</param>
internal sealed record GivenSecrets(Secret? Password, TotpSeed? Totp, IReadOnlyDictionary<string, Secret> Further) : IDisposable
{
    /// <summary>Wipes them.</summary>
    public void Dispose()
    {
        Password?.Dispose();
        Totp?.Dispose();
        foreach (var value in Further.Values)
        {
            value.Dispose();
        }
    }
}
