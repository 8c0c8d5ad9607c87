namespace CredentialVault.Keys;

/// <summary>A path as it is pasted into a shell.</summary>
internal static class ShellWord
{
    /// <summary>As it is where nothing in it means anything to a shell, else in single quotes.</summary>
    public static string Quote(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or ':' or ',')
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
