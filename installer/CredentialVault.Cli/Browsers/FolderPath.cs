using CredentialVault.Errors;

namespace CredentialVault.Cli.Browsers;

/// <summary>Folders by their real path, so that no link makes one look like two.</summary>
internal static class FolderPath
{
    private const int MostLinks = 40;

    /// <summary>The absolute path with every link on the way resolved; what does not exist yet is taken as it is.</summary>
    /// <param name="path">A path; a relative one is taken from the working directory.</param>
    /// <exception cref="VaultException"><c>user-data-dir-invalid</c>: links that lead to each other.</exception>
    public static string Resolve(string path)
    {
        var left = new Stack<string>(Parts(Path.GetFullPath(path)).Reverse());
        var resolved = "/";
        var links = 0;
        while (left.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? "/";
                continue;
            }

            var here = Path.Combine(resolved, part);
            if (new DirectoryInfo(here).LinkTarget is not { } target)
            {
                resolved = here;
                continue;
            }

            if (++links > MostLinks)
            {
                throw VaultError.UserDataDirInvalid("its links lead to each other").AsException();
            }

            resolved = Path.IsPathRooted(target) ? "/" : resolved;
            foreach (var step in Parts(target).Reverse())
            {
                left.Push(step);
            }
        }

        return resolved;
    }

    /// <summary>Whether a path is a folder itself or lies in it.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="folder">An absolute path.</param>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static IEnumerable<string> Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
}
