using System.Buffers;
using System.Text;

namespace CredentialVault.Testing;

/// <summary>Files that hold what is looked for.</summary>
public static class FilesHolding
{
    /// <summary>Paths of the files in a folder that hold one of some texts.</summary>
    /// <param name="folder">The folder; links are not followed.</param>
    /// <param name="texts">The texts, as UTF-8.</param>
    public static IReadOnlyList<string> AnyOf(string folder, IEnumerable<string> texts)
    {
        var searched = SearchValues.Create([.. texts.Select(text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)))], StringComparison.Ordinal);
        return [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Where(file => Read(file).AsSpan().ContainsAny(searched))];
    }

    private static string Read(string file)
    {
        try
        {
            return Encoding.Latin1.GetString(File.ReadAllBytes(file));
        }
        catch (IOException)
        {
            // A socket, or gone meanwhile.
            return "";
        }
    }
}
