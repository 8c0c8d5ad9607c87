namespace CredentialVault.Storage.Sqlite;

/// <summary>Limits of the owner's own; null: those that are built in.</summary>
internal static class Migration004
{
    public const string Sql = """
        ALTER TABLE vault ADD COLUMN sign_ins_per_hour INTEGER CHECK (sign_ins_per_hour BETWEEN 1 AND 1000);
        ALTER TABLE vault ADD COLUMN sign_in_browsers INTEGER CHECK (sign_in_browsers BETWEEN 1 AND 1000);
        """;
}
