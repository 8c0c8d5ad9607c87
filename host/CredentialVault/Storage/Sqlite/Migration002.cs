namespace CredentialVault.Storage.Sqlite;

/// <summary>When a credential was seen to work, and what sites remember the host's sign-in browser by.</summary>
internal static class Migration002
{
    public const string Sql = """
        ALTER TABLE credential ADD COLUMN verified_at INTEGER;

        CREATE TABLE device_trust (
            credential_id TEXT NOT NULL REFERENCES credential ON DELETE CASCADE,
            profile_id    TEXT NOT NULL REFERENCES profile ON DELETE CASCADE,
            sealed        TEXT NOT NULL,
            PRIMARY KEY (credential_id, profile_id)
        ) STRICT, WITHOUT ROWID;
        """;
}
