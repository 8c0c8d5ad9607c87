using CredentialVault.Tests.Vaults;
using Microsoft.Data.Sqlite;

namespace CredentialVault.Tests.Storage;

/// <summary>An attacker who can write the database of a vault, with any tool.</summary>
internal static class SomebodyWithTheFiles
{
    /// <summary>Runs statements.</summary>
    /// <returns>How many rows they changed.</returns>
    public static async Task<int> DoesAsync(TemporaryVault vault, string statements)
    {
        await using var database = new SqliteConnection($"Data Source={vault.Home.Database};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = statements;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Gives each of two rows, or pairs of rows, the value of the other.</summary>
    public static async Task ExchangesAsync(TemporaryVault vault, string table, string column, string sameRow, int rows)
    {
        await using var database = new SqliteConnection($"Data Source={vault.Home.Database};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = $"CREATE TEMP TABLE before AS SELECT * FROM main.{table}";
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"UPDATE {table} AS now SET {column} = (SELECT other.{column} FROM before AS other WHERE NOT ({sameRow}))";
        Assert.Equal(rows, await command.ExecuteNonQueryAsync());
    }
}
