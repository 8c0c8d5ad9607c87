namespace CredentialVault.Storage.Sqlite;

/// <summary>Where values are typed is sealed with the overview from now on. What stood in the open is sealed when the vault, which has the key, is opened next.</summary>
internal static class Migration003
{
    public const string Sql = """
        ALTER TABLE credential ADD COLUMN unsealed_fill TEXT CHECK (unsealed_fill IN ('isolated', 'in-page'));
        UPDATE credential SET unsealed_fill = fill;
        ALTER TABLE credential DROP COLUMN fill;
        """;
}
