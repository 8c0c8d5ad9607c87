namespace CredentialVault.Storage.Sqlite;

/// <summary>The first schema. Times are milliseconds since 1970-01-01 UTC.</summary>
internal static class Migration001
{
    public const string Sql = """
        CREATE TABLE vault (
            only_row        INTEGER PRIMARY KEY CHECK (only_row = 1),
            id              TEXT NOT NULL,
            sealing_key_id  TEXT NOT NULL,
            overview_key_id TEXT NOT NULL,
            recovery_key    TEXT NOT NULL,
            created_at      INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE profile (
            id             TEXT PRIMARY KEY,
            name           TEXT NOT NULL UNIQUE,
            role           TEXT NOT NULL CHECK (role IN ('agent', 'owner')),
            user_data_dir  TEXT NOT NULL UNIQUE,
            browser        TEXT,
            proxy          TEXT,
            ca             TEXT,
            created_at     INTEGER NOT NULL,
            heard_at       INTEGER,
            heard_extension  TEXT,
            heard_browser    TEXT,
            heard_host       TEXT,
            heard_automation TEXT
        ) STRICT;

        CREATE TABLE automation (
            id         TEXT PRIMARY KEY,
            name       TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE automation_profile (
            automation_id TEXT NOT NULL REFERENCES automation ON DELETE CASCADE,
            profile_id    TEXT NOT NULL REFERENCES profile ON DELETE CASCADE,
            PRIMARY KEY (automation_id, profile_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE credential (
            id         TEXT PRIMARY KEY,
            fill       TEXT NOT NULL CHECK (fill IN ('isolated', 'in-page')),
            overview   TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE sign_in_origin (
            origin_index  BLOB NOT NULL CHECK (length(origin_index) = 32),
            credential_id TEXT NOT NULL REFERENCES credential ON DELETE CASCADE,
            PRIMARY KEY (origin_index, credential_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE secret (
            credential_id TEXT NOT NULL REFERENCES credential ON DELETE CASCADE,
            field         TEXT NOT NULL,
            sealed        TEXT NOT NULL,
            PRIMARY KEY (credential_id, field)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attachment (
            credential_id TEXT NOT NULL REFERENCES credential ON DELETE CASCADE,
            profile_id    TEXT REFERENCES profile ON DELETE CASCADE,
            automation_id TEXT REFERENCES automation ON DELETE CASCADE,
            CHECK ((profile_id IS NULL) <> (automation_id IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX attachment_profile ON attachment (credential_id, profile_id) WHERE profile_id IS NOT NULL;
        CREATE UNIQUE INDEX attachment_automation ON attachment (credential_id, automation_id) WHERE automation_id IS NOT NULL;

        CREATE TABLE guard (
            credential_id   TEXT PRIMARY KEY REFERENCES credential ON DELETE CASCADE,
            stopped         TEXT,
            unfinished      INTEGER NOT NULL DEFAULT 0,
            code_used_until INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE attempt (
            sign_in_id    TEXT PRIMARY KEY,
            credential_id TEXT NOT NULL REFERENCES credential ON DELETE CASCADE,
            profile_id    TEXT NOT NULL,
            began_at      INTEGER NOT NULL,
            ended_at      INTEGER,
            successes     INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX attempt_success ON attempt (credential_id, ended_at) WHERE successes > 0;

        CREATE TABLE lease (
            credential_id TEXT PRIMARY KEY REFERENCES credential ON DELETE CASCADE,
            sign_in_id    TEXT NOT NULL,
            ends_at       INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE request_count (
            profile_id TEXT PRIMARY KEY REFERENCES profile ON DELETE CASCADE,
            since      INTEGER NOT NULL,
            requests   INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE audit (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            id       TEXT NOT NULL UNIQUE,
            at       INTEGER NOT NULL,
            event    TEXT NOT NULL,
            detail   TEXT NOT NULL
        ) STRICT;
        """;
}
