namespace CredentialVault.Keys;

/// <summary>A path, or another word, as it is pasted into a shell.</summary>
public static class ShellWord
{
    /// <summary>As it is where nothing in it means anything to a shell, else in single quotes.</summary>
    /// <param name="path">The path or word.</param>
    public static string Quote(string path) =>
        path.Length > 0 && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or ':' or ',')
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
