namespace CredentialVault.Vaults;

/// <summary>Where the files of a vault are.</summary>
/// <param name="Path">Absolute path of the folder, mode 0700.</param>
public sealed record VaultHome(string Path)
{
    /// <summary>The environment variable that names another folder than the platform's.</summary>
    public const string Variable = "CREDENTIAL_VAULT_HOME";

    /// <summary>The database.</summary>
    public string Database => System.IO.Path.Combine(Path, "vault.db");

    /// <summary>The folder of the keys.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The folder with one link to the host for each profile.</summary>
    public string Hosts => System.IO.Path.Combine(Path, "hosts");

    /// <summary>The folder of the sign-in browsers' private directories.</summary>
    public string SignInBrowsers => System.IO.Path.Combine(Path, "browsers");

    /// <summary>The folder of the locks that let only so many sign-in browsers run at a time.</summary>
    public string Turns => System.IO.Path.Combine(Path, "turns");

    /// <summary>Where a vault is that is named nowhere: <c>credential-vault</c> in the platform's folder for data (<c>$XDG_DATA_HOME</c>).</summary>
    public static VaultHome Default => new(System.IO.Path.GetFullPath(System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "credential-vault")));

    /// <summary>The vault of this process: <c>CREDENTIAL_VAULT_HOME</c>, else <see cref="Default"/>.</summary>
    public static VaultHome Locate() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? new VaultHome(System.IO.Path.GetFullPath(named)) : Default;
}
