namespace CredentialVault.Storage.Sqlite;

/// <summary>The schema, forward only: migration N brings version N-1 to version N.</summary>
internal static class Migrations
{
    /// <summary>In order; the version of a database is how many of them it has seen.</summary>
    public static IReadOnlyList<string> All { get; } = [Migration001.Sql, Migration002.Sql, Migration003.Sql, Migration004.Sql];
}
