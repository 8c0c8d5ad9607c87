namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>The host is not where it belongs.</summary>
    /// <param name="path">Where it was looked for.</param>
    public static VaultError HostMissing(string path) =>
        new("host-missing", $"There is no host program at {path}: build it with eng/build.sh.");

    /// <summary>The extension is not where it belongs.</summary>
    /// <param name="path">Where it was looked for.</param>
    public static VaultError ExtensionMissing(string path) =>
        new("extension-missing", $"There is no extension in {path}: build it with eng/build.sh.");

    /// <summary>A folder that cannot be a profile's user-data-dir.</summary>
    /// <param name="why">What is wrong with it.</param>
    public static VaultError UserDataDirInvalid(string why) =>
        new("user-data-dir-invalid", $"This folder cannot be a profile's user-data-dir: {why}.");

    /// <summary>The user-data-dir belongs to a profile of another vault.</summary>
    /// <param name="manifest">The manifest that says so.</param>
    public static VaultError RegisteredElsewhere(string manifest) =>
        new("registered-elsewhere", $"Another vault has registered this user-data-dir: remove the profile there, or delete {manifest} .");

    /// <summary>A file or folder of a registration cannot be written.</summary>
    /// <param name="path">Which.</param>
    public static VaultError RegistrationFailed(string path) =>
        new("registration-failed", $"{path} cannot be written; nothing was registered.");

    /// <summary>A file or folder of a registration cannot be removed.</summary>
    /// <param name="path">Which.</param>
    public static VaultError RemovalFailed(string path) =>
        new("removal-failed", $"{path} cannot be removed.");

    /// <summary>The programs cannot be copied to their place.</summary>
    /// <param name="path">The file or folder that could not be written.</param>
    public static VaultError InstallFailed(string path) =>
        new("install-failed", $"{path} cannot be written: choose another place with --prefix.");

    /// <summary>Something else stands where a file is to be installed.</summary>
    /// <param name="path">The file.</param>
    public static VaultError InstallPlaceTaken(string path) =>
        new("install-place-taken", $"{path} is there already and is not Credential Vault's; it is left as it is.");
}
