using CredentialVault.Errors;

namespace CredentialVault.Storage.Sqlite;

public sealed partial class SqliteVaultStore
{
    private const string Successes = "(SELECT coalesce(sum(successes), 0) FROM attempt WHERE credential_id = $credential AND successes > 0 AND ended_at > $since)";

    /// <inheritdoc/>
    public Task<GuardRow> ReadGuardAsync(string credentialId, DateTimeOffset successesSince) => RunAsync(async command =>
    {
        command.CommandText = $"""
            SELECT g.stopped, g.unfinished, {Successes}, g.code_used_until, last.profile_id, last.ended_at
            FROM guard g LEFT JOIN (
                SELECT credential_id, profile_id, ended_at FROM attempt
                WHERE credential_id = $credential AND successes > 0 ORDER BY ended_at DESC LIMIT 1
            ) last ON last.credential_id = g.credential_id
            WHERE g.credential_id = $credential
            """;
        command.Bind("$credential", credentialId).Bind("$since", successesSince);
        await using var row = await command.ExecuteReaderAsync();
        if (!await row.ReadAsync())
        {
            return new GuardRow(null, 0, 0, null, null);
        }

        return new GuardRow(
            row.TextOrNull(0),
            row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt64(3) == 0 ? null : row.Time(3),
            row.TextOrNull(4) is { } profile ? new LastSignIn(profile, row.Time(5)) : null);
    });

    /// <inheritdoc/>
    public Task<OwnersLimits> ReadLimitsAsync() => RunAsync(async command =>
    {
        command.CommandText = "SELECT sign_ins_per_hour, sign_in_browsers FROM vault";
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? new OwnersLimits(row.NumberOrNull(0), row.NumberOrNull(1)) : new OwnersLimits(null, null);
    });

    /// <inheritdoc/>
    public Task WriteLimitsAsync(OwnersLimits limits) => RunAsync(command =>
    {
        command.CommandText = "UPDATE vault SET sign_ins_per_hour = $signIns, sign_in_browsers = $browsers";
        command.Bind("$signIns", limits.SignInsPerHour).Bind("$browsers", limits.SignInBrowsers);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task<bool> TryLeaseAsync(string credentialId, string signInId, DateTimeOffset now, DateTimeOffset until) => RunAsync(async command =>
    {
        command.CommandText = """
            INSERT INTO lease (credential_id, sign_in_id, ends_at) SELECT id, $signIn, $until FROM credential WHERE id = $credential
            ON CONFLICT (credential_id) DO UPDATE SET sign_in_id = excluded.sign_in_id, ends_at = excluded.ends_at
            WHERE lease.sign_in_id = excluded.sign_in_id OR lease.ends_at <= $now
            """;
        command.Bind("$credential", credentialId).Bind("$signIn", signInId).Bind("$now", now).Bind("$until", until);
        return await command.ExecuteNonQueryAsync() == 1;
    });

    /// <inheritdoc/>
    public Task ReleaseLeaseAsync(string signInId) => RunAsync(command =>
    {
        command.CommandText = "DELETE FROM lease WHERE sign_in_id = $signIn";
        command.Bind("$signIn", signInId);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task<bool> TryBeginAttemptAsync(string credentialId, string signInId, string profileId, DateTimeOffset now, int mostUnfinished, int mostSuccesses, DateTimeOffset successesSince) =>
        RunTogetherAsync(async command =>
        {
            command.CommandText = $"""
                UPDATE guard SET unfinished = unfinished + 1
                WHERE credential_id = $credential AND stopped IS NULL AND unfinished < $mostUnfinished AND {Successes} < $mostSuccesses
                """;
            command.Bind("$credential", credentialId).Bind("$since", successesSince).Bind("$mostUnfinished", mostUnfinished).Bind("$mostSuccesses", mostSuccesses);
            if (await command.ExecuteNonQueryAsync() != 1)
            {
                return false;
            }

            command.CommandText = "INSERT INTO attempt (sign_in_id, credential_id, profile_id, began_at) VALUES ($signIn, $credential, $profile, $now)";
            command.Bind("$signIn", signInId).Bind("$profile", profileId).Bind("$now", now);
            await command.ExecuteNonQueryAsync();
            return true;
        });

    /// <inheritdoc/>
    public Task EndAttemptAsync(string signInId, DateTimeOffset now, int successes, string? stop) => RunTogetherAsync(async command =>
    {
        command.CommandText = "UPDATE attempt SET ended_at = $now, successes = $successes WHERE sign_in_id = $signIn AND ended_at IS NULL";
        command.Bind("$signIn", signInId).Bind("$now", now).Bind("$successes", successes).Bind("$stop", stop);
        if (await command.ExecuteNonQueryAsync() == 1)
        {
            command.CommandText = """
                UPDATE guard SET unfinished = CASE $successes WHEN 0 THEN unfinished WHEN 1 THEN 0 ELSE max(unfinished - 1, 0) END, stopped = coalesce($stop, stopped)
                WHERE credential_id = (SELECT credential_id FROM attempt WHERE sign_in_id = $signIn)
                """;
            await command.ExecuteNonQueryAsync();
        }

        return 0;
    });

    /// <inheritdoc/>
    public Task WeighAttemptAsync(string signInId, int successes) => RunAsync(command =>
    {
        command.CommandText = "UPDATE attempt SET successes = $successes WHERE sign_in_id = $signIn AND successes > 0";
        command.Bind("$signIn", signInId).Bind("$successes", successes);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task<bool> TryUseCodeAsync(string credentialId, DateTimeOffset validUntil) => RunAsync(async command =>
    {
        command.CommandText = "UPDATE guard SET code_used_until = $until WHERE credential_id = $credential AND code_used_until < $until";
        command.Bind("$credential", credentialId).Bind("$until", validUntil);
        return await command.ExecuteNonQueryAsync() == 1;
    });

    /// <inheritdoc/>
    public Task UnlockAsync(string credentialId) => RunAsync(command =>
    {
        command.CommandText = "UPDATE guard SET stopped = NULL, unfinished = 0 WHERE credential_id = $credential";
        command.Bind("$credential", credentialId);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task<int> CountRequestAsync(string profileId, DateTimeOffset now, TimeSpan period) => RunAsync(async command =>
    {
        command.CommandText = """
            INSERT INTO request_count (profile_id, since, requests) SELECT id, $now, 1 FROM profile WHERE id = $profile
            ON CONFLICT (profile_id) DO UPDATE SET
                since = CASE WHEN since BETWEEN $now - $period AND $now THEN since ELSE $now END,
                requests = CASE WHEN since BETWEEN $now - $period AND $now THEN requests + 1 ELSE 1 END
            RETURNING requests
            """;
        command.Bind("$profile", profileId).Bind("$now", now).Bind("$period", (long)period.TotalMilliseconds);
        return await command.ExecuteScalarAsync() is long requests ? (int)requests : throw VaultError.CallerUnknown.AsException();
    });
}
