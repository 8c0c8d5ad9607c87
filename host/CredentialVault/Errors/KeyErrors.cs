namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>A key file, its directory or the directory above could be read or exchanged by somebody else.</summary>
    /// <param name="path">The file or directory.</param>
    /// <param name="what">What is wrong with it, to follow the path in a sentence.</param>
    /// <param name="remedy">The command that mends it.</param>
    public static VaultError KeyFileUnsafe(string path, string what, string remedy) =>
        new("key-file-unsafe", $"{path} {what}; run `{remedy}`.");

    /// <summary>A key file that is not there.</summary>
    /// <param name="path">Where it should be.</param>
    public static VaultError KeyFileMissing(string path) =>
        new("key-file-missing", $"There is no key at {path}; was the vault set up with credential-vault init?");

    /// <summary>A key file that is there and safe, and does not hold the key it should.</summary>
    /// <param name="path">The file.</param>
    public static VaultError KeyFileInvalid(string path) =>
        new("key-file-invalid", $"{path} does not hold the key that belongs there.");

    /// <summary>A key file that the system does not let be read or written.</summary>
    /// <param name="path">The file or directory.</param>
    public static VaultError KeyFileUnreadable(string path) =>
        new("key-file-unreadable", $"{path} cannot be read or written.");

    /// <summary>New keys were to be made where there are keys already.</summary>
    /// <param name="path">The file that exists.</param>
    public static VaultError KeyFileExists(string path) =>
        new("key-file-exists", $"{path} exists already and is left as it is.");
}
