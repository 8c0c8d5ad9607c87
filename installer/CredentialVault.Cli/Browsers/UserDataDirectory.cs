using CredentialVault.Errors;
using CredentialVault.Vaults;

namespace CredentialVault.Cli.Browsers;

/// <summary>Which folders can be a profile's user-data-dir.</summary>
internal static class UserDataDirectory
{
    /// <summary>The folder's real absolute path.</summary>
    /// <param name="given">What the owner gave.</param>
    /// <param name="home">The vault, which a browser must not have in its reach.</param>
    /// <exception cref="VaultException"><c>user-data-dir-invalid</c>.</exception>
    public static string Check(string given, VaultHome home)
    {
        if (given.Length == 0)
        {
            throw VaultError.UserDataDirInvalid("its path is empty").AsException();
        }

        var directory = FolderPath.Resolve(given);
        var vault = FolderPath.Resolve(home.Path);
        return true switch
        {
            _ when File.Exists(directory) => throw VaultError.UserDataDirInvalid("it is a file").AsException(),
            _ when FolderPath.IsWithin(directory, vault) => throw VaultError.UserDataDirInvalid("it lies in the vault's own folder").AsException(),
            _ when FolderPath.IsWithin(vault, directory) => throw VaultError.UserDataDirInvalid("the vault lies in it").AsException(),
            _ => directory,
        };
    }
}
