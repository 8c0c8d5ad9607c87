namespace CredentialVault.Vaults;

/// <summary>Files and folders that only their owner may read.</summary>
public static class OwnerOnly
{
    private const UnixFileMode Directory0700 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder with mode 0700, and the missing ones above it likewise.</summary>
    /// <param name="path">The folder.</param>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            // One by one: .NET gives the mode to the last folder only.
            if (Path.GetDirectoryName(path) is { Length: > 0 } above)
            {
                CreateDirectory(above);
            }

            Directory.CreateDirectory(path, Directory0700);
        }
    }

    /// <summary>Gives a file mode 0600.</summary>
    /// <param name="path">The file.</param>
    public static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File0600);
        }
    }
}
