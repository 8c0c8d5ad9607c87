using CredentialVault.Errors;

namespace CredentialVault.Cli.Browsers;

/// <summary>The programs and the extension in their place under a prefix, with a link to the command line in its <c>bin</c>.</summary>
/// <param name="prefix">Absolute path, such as <c>~/.local</c>.</param>
internal sealed class Installation(string prefix)
{
    private const UnixFileMode Program0755 =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Where the parts are.</summary>
    public InstalledParts Parts { get; } = new(Path.Combine(prefix, "lib", "credential-vault"));

    /// <summary>The folder that should be on <c>PATH</c>.</summary>
    public string CommandFolder => Path.Combine(prefix, "bin");

    private string Link => Path.Combine(CommandFolder, InstalledParts.CommandLineName);

    /// <summary>The installation that these parts belong to, or null when they were only built.</summary>
    /// <param name="parts">The parts.</param>
    public static Installation? Of(InstalledParts parts) =>
        parts.Root.EndsWith("/lib/credential-vault", StringComparison.Ordinal)
            ? new Installation(Path.GetFullPath(Path.Combine(parts.Root, "..", "..")))
            : null;

    /// <summary>Copies the parts to their place, over those of an older version.</summary>
    /// <param name="from">Where they are now.</param>
    /// <exception cref="VaultException"><c>host-missing</c>, <c>extension-missing</c>, <c>install-place-taken</c>, <c>install-failed</c>.</exception>
    public void Write(InstalledParts from)
    {
        from.RequireHost();
        from.RequireExtension();
        if (Path.Exists(Link) && !IsOurs())
        {
            throw VaultError.InstallPlaceTaken(Link).AsException();
        }

        var path = Parts.Programs;
        try
        {
            if (from.Root != Parts.Root)
            {
                Directory.CreateDirectory(path);
                foreach (var name in new[] { InstalledParts.SqliteName, InstalledParts.HostName, InstalledParts.CommandLineName })
                {
                    CopyProgram(Path.Combine(from.Programs, name), path = Path.Combine(Parts.Programs, name));
                }

                CopyFolder(from.Extension, path = Parts.Extension);
            }

            Directory.CreateDirectory(path = CommandFolder);
            path = Link;
            File.Delete(Link);
            File.CreateSymbolicLink(Link, Path.Combine(Parts.Programs, InstalledParts.CommandLineName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw VaultError.InstallFailed(path).AsException(exception);
        }
    }

    /// <summary>Removes the parts and the link.</summary>
    /// <exception cref="VaultException"><c>removal-failed</c>.</exception>
    public void Remove()
    {
        try
        {
            if (IsOurs())
            {
                File.Delete(Link);
            }

            Directory.Delete(Parts.Root, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw VaultError.RemovalFailed(Parts.Root).AsException(exception);
        }
    }

    private bool IsOurs() => new FileInfo(Link).LinkTarget == Path.Combine(Parts.Programs, InstalledParts.CommandLineName);

    /// <summary>A program that runs cannot be written over, but another can take its name.</summary>
    private static void CopyProgram(string from, string to)
    {
        var unfinished = to + ".unfinished";
        File.Copy(from, unfinished, overwrite: true);
        File.SetUnixFileMode(unfinished, Program0755);
        File.Move(unfinished, to, overwrite: true);
    }

    private static void CopyFolder(string from, string to)
    {
        var unfinished = to + ".unfinished";
        DeleteFolder(unfinished);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(unfinished, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        DeleteFolder(to);
        Directory.Move(unfinished, to);
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
