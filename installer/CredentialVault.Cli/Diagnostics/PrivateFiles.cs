using System.Globalization;
using CredentialVault.Keys;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Diagnostics;

/// <summary>Whether other users are kept out of the vault's files.</summary>
internal sealed class PrivateFiles(VaultHome home) : IDiagnostic
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public string Name => "private files";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var open = Directory.EnumerateFiles(home.Keys).Append(home.Database).Append(home.Keys).Append(home.Path)
            .Where(path => (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            .Select(path => Finding.Problem(
                string.Create(CultureInfo.InvariantCulture, $"{path} is open to other users (mode {Convert.ToString((int)File.GetUnixFileMode(path), 8)})."),
                $"chmod {(Directory.Exists(path) ? "700" : "600")} {ShellWord.Quote(path)}"))
            .ToArray();
        return Task.FromResult<IReadOnlyList<Finding>>(open.Length > 0 ? open : [Finding.Good("Only you can read the vault's files.")]);
    }
}
