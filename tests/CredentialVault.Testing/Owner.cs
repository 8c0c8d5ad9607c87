using System.Collections.Immutable;
using System.Diagnostics;

namespace CredentialVault.Testing;

/// <summary>An owner at a machine of their own: a vault in a temporary folder, and the real command line.</summary>
public sealed class Owner : IDisposable
{
    private readonly DirectoryInfo _machine = Directory.CreateTempSubdirectory("credential-vault-");

    /// <summary>The folder of the vault: the usual place where <see cref="Machine"/> is the folder for data.</summary>
    public string VaultHome => Path.Combine(_machine.FullName, "credential-vault");

    /// <summary>The folder that holds everything of this owner.</summary>
    public string Machine => _machine.FullName;

    /// <summary>Folder for the user-data-dir of a profile.</summary>
    /// <param name="profile">The profile's name.</param>
    public string UserDataDirectory(string profile) => Path.Combine(_machine.FullName, "profiles", profile);

    /// <summary>Runs a command that is expected to do its work.</summary>
    /// <param name="arguments">The arguments; never a secret.</param>
    /// <param name="environment">Environment variables, which may be secrets.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="InvalidOperationException">It did not; says what standard error said.</exception>
    public async Task<string> DoAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string input = "")
    {
        var result = await TryAsync(arguments, environment, input);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"'credential-vault {string.Join(' ', arguments)}' ended with {result.ExitCode}: {result.Error}");
    }

    /// <summary>Runs a command and tells how it ended.</summary>
    /// <param name="arguments">The arguments; never a secret.</param>
    /// <param name="environment">Environment variables, which may be secrets.</param>
    /// <param name="input">Standard input.</param>
    public async Task<CommandResult> TryAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string input = "")
    {
        using var process = Start(arguments, environment);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command that goes on.</summary>
    /// <param name="arguments">The arguments; never a secret.</param>
    /// <param name="environment">Environment variables, which may be secrets.</param>
    public Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(BuiltPrograms.CommandLine, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _machine.FullName,
        };
        start.Environment["CREDENTIAL_VAULT_HOME"] = VaultHome;
        start.Environment["CREDENTIAL_VAULT_BROWSER"] = BuiltPrograms.Browser;
        start.Environment.Remove("CREDENTIAL_VAULT_AUTOMATION");
        foreach (var (name, value) in environment ?? ImmutableDictionary<string, string>.Empty)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The command line did not start.");
    }

    /// <summary>Removes everything of this owner.</summary>
    public void Dispose()
    {
        // A browser that has just gone may still be writing its last files.
        for (var tries = 0; _machine.Exists && tries < 20; tries++)
        {
            try
            {
                _machine.Delete(recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
