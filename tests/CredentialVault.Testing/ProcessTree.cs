using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CredentialVault.Testing;

/// <summary>What any process of the same user sees of a process and its children, in proc(5).</summary>
public static class ProcessTree
{
    private static readonly string[] TcpTables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Ids of a process and everything below it.</summary>
    /// <param name="root">Id of the process.</param>
    public static IReadOnlyList<int> Of(int root)
    {
        var parents = All()
            .Select(id => (Id: id, Parent: ParentOf(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        List<int> tree = [root];
        for (var at = 0; at < tree.Count; at++)
        {
            tree.AddRange(parents[tree[at]]);
        }

        return tree;
    }

    /// <summary>Ids of the processes whose arguments hold a text.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<int> Naming(string text) => [.. All().Where(id => ArgumentsOf(id).Contains(text, StringComparison.Ordinal))];

    /// <summary>The arguments of a process, parted by spaces; empty when it is gone.</summary>
    /// <param name="process">Its id.</param>
    public static string ArgumentsOf(int process) => Read(process, "cmdline").Replace('\0', ' ');

    /// <summary>The environment that a process was started with, as <c>NAME=value</c>; empty when it is gone.</summary>
    /// <param name="process">Its id.</param>
    public static string[] EnvironmentOf(int process) => Read(process, "environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>TCP ports that one of the processes listens on.</summary>
    /// <param name="tree">Ids of the processes.</param>
    /// <returns>Address and port as proc(5) writes them.</returns>
    public static IReadOnlyList<string> ListeningPortsOf(IReadOnlyList<int> tree)
    {
        var sockets = tree.SelectMany(SocketsOf).ToHashSet(StringComparer.Ordinal);
        const string Listening = "0A";
        return
        [
            .. TcpTables.SelectMany(File.ReadLines)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(columns => columns.Length > 9 && columns[3] == Listening && sockets.Contains($"socket:[{columns[9]}]"))
                .Select(columns => columns[1]),
        ];
    }

    /// <summary>What is left of processes, and of any other that names a directory, after so long.</summary>
    /// <param name="tree">Ids of the processes.</param>
    /// <param name="home">The directory.</param>
    /// <param name="within">How long they may take to go.</param>
    /// <returns>Arguments of those that are left.</returns>
    public static async Task<IReadOnlyList<string>> LeftOfAsync(IReadOnlyList<int> tree, string home, TimeSpan within)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var left = tree.Union(Naming(home))
                .Select(ArgumentsOf)
                .Where(arguments => arguments.Length > 0)
                .ToArray();
            if (left.Length == 0 || Stopwatch.GetElapsedTime(began) > within)
            {
                return left;
            }

            await Task.Delay(50);
        }
    }

    private static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0);

    private static int ParentOf(int process)
    {
        // The name in parentheses may hold anything; the parent is the second word after it.
        var stat = Read(process, "stat");
        var after = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return after.Length > 1 ? int.Parse(after[1], CultureInfo.InvariantCulture) : 0;
    }

    private static IEnumerable<string> SocketsOf(int process)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget ?? "")];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Read(int process, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/{file}"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
