using CredentialVault.Keys;
using CredentialVault.Vaults;

namespace CredentialVault.Host.Handlers;

/// <summary>The command line that belongs to this host, as an owner calls it in a terminal.</summary>
internal static class CommandLineProgram
{
    private const string Name = "credential-vault";

    /// <summary>
    /// Its name where the browser's search path leads to it, else its path, quoted for a shell. Where it is not known, its
    /// name. Before it stands which vault is meant, where a terminal would find another one.
    /// </summary>
    /// <param name="home">The vault.</param>
    public static string CallFor(VaultHome home)
    {
        var call = CallOf(Environment.ProcessPath, Environment.GetEnvironmentVariable("PATH"));
        return home == VaultHome.Default ? call : $"{VaultHome.Variable}={ShellWord.Quote(home.Path)} {call}";
    }

    /// <summary>How it is called.</summary>
    /// <param name="host">The host's real file; the command line lies beside it.</param>
    /// <param name="searchPath">Folders that a shell looks into, or null.</param>
    private static string CallOf(string? host, string? searchPath)
    {
        var program = Path.Combine(Path.GetDirectoryName(host) ?? "/", Name);
        var found = (searchPath ?? "").Split(':').Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists);
        return !File.Exists(program) || (found is not null && RealFile(found) == program) ? Name : ShellWord.Quote(program);
    }

    private static string RealFile(string path) => new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
}
