using System.Reflection;

namespace CredentialVault.CliTests;

/// <summary>Where the built programs and the docs are.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;

    public static string CommandLine => Path.Combine(Root, "artifacts", "bin", "credential-vault");

    public static string Host => Path.Combine(Root, "artifacts", "bin", "credential-vault-host");
}
