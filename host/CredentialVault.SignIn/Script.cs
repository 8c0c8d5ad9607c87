namespace CredentialVault.SignIn;

/// <summary>The scripts that are built into this library.</summary>
internal static class Script
{
    /// <summary>The text of a script.</summary>
    /// <param name="name">The file's name.</param>
    public static string Named(string name)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
