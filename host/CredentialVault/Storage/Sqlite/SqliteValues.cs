using Microsoft.Data.Sqlite;

namespace CredentialVault.Storage.Sqlite;

/// <summary>How values of this project stand in SQLite: times as milliseconds since 1970-01-01 UTC, null as NULL.</summary>
internal static class SqliteValues
{
    public static SqliteCommand Bind(this SqliteCommand command, string name, object? value)
    {
        command.Parameters.AddWithValue(name, value switch
        {
            null => DBNull.Value,
            DateTimeOffset time => time.ToUnixTimeMilliseconds(),
            _ => value,
        });
        return command;
    }

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static int? NumberOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Whether a statement failed because a UNIQUE or PRIMARY KEY value is taken.</summary>
    public static bool IsTaken(this SqliteException exception)
    {
        const int ConstraintUnique = 2067, ConstraintPrimaryKey = 1555;
        return exception.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey;
    }
}
