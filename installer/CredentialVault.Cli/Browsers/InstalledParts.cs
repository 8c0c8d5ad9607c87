using CredentialVault.Errors;

namespace CredentialVault.Cli.Browsers;

/// <summary>Where the parts are that belong to this command line: <c>bin</c> with the programs, and <c>extension</c> beside it.</summary>
/// <param name="Root">Absolute path of the folder that holds both.</param>
internal sealed record InstalledParts(string Root)
{
    /// <summary>What the host's file is called, and the link to it.</summary>
    public const string HostName = "credential-vault-host";

    /// <summary>What has to lie beside the host: SQLite.</summary>
    public const string SqliteName = "libe_sqlite3.so";

    /// <summary>What this program's file is called.</summary>
    public const string CommandLineName = "credential-vault";

    /// <summary>The parts beside the program that runs now, links resolved.</summary>
    public static InstalledParts OfThisProgram { get; } =
        new(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Environment.ProcessPath) ?? "/", "..")));

    /// <summary>The folder of the programs.</summary>
    public string Programs => Path.Combine(Root, "bin");

    /// <summary>The host program.</summary>
    public string Host => Path.Combine(Programs, HostName);

    /// <summary>The unpacked extension.</summary>
    public string Extension => Path.Combine(Root, "extension");

    /// <summary>The host, which has to be there.</summary>
    /// <exception cref="VaultException"><c>host-missing</c>.</exception>
    public string RequireHost() => File.Exists(Host) ? Host : throw VaultError.HostMissing(Host).AsException();

    /// <summary>The extension, which has to be there.</summary>
    /// <exception cref="VaultException"><c>extension-missing</c>.</exception>
    public string RequireExtension() => File.Exists(Path.Combine(Extension, "manifest.json")) ? Extension : throw VaultError.ExtensionMissing(Extension).AsException();
}
