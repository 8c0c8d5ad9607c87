namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>There is no vault yet.</summary>
    /// <param name="home">Where it was looked for.</param>
    public static VaultError VaultMissing(string home) =>
        new("vault-missing", $"There is no vault in {home}: create one with 'credential-vault init'.");

    /// <summary>There is already a vault.</summary>
    /// <param name="home">Where it is.</param>
    public static VaultError VaultExists(string home) =>
        new("vault-exists", $"There is already a vault in {home}; nothing was changed.");

    /// <summary>Keys without a database, or the other way round.</summary>
    /// <param name="home">Where they are.</param>
    public static VaultError VaultIncomplete(string home) =>
        new("vault-incomplete", $"{home} holds keys without a database: put the database back, or move the 'keys' folder away to start anew.");

    /// <summary>The database cannot be read.</summary>
    /// <param name="path">The database.</param>
    public static VaultError VaultUnreadable(string path) =>
        new("vault-unreadable", $"The vault {path} cannot be read: it is damaged, not a vault, or not yours.");

    /// <summary>The database was made for other keys than those beside it.</summary>
    /// <param name="home">Where they are.</param>
    public static VaultError VaultKeysMismatch(string home) =>
        new("vault-keys-mismatch", $"The keys in {home} do not belong to the database beside them.");

    /// <summary>The database was written by a newer version.</summary>
    public static VaultError VaultTooNew { get; } =
        new("vault-too-new", "The vault was written by a newer version of Credential Vault: use that version.");

    /// <summary>Another process holds the database for longer than is waited.</summary>
    public static VaultError VaultBusy { get; } =
        new("vault-busy", "The vault is in use by another process: try again.");

    /// <summary>The database cannot be written.</summary>
    /// <param name="path">The database.</param>
    public static VaultError VaultNotWritable(string path) =>
        new("vault-not-writable", $"The vault {path} cannot be written: the disk is full or read-only.");
}
