using CredentialVault.Sealing;

namespace CredentialVault.Storage.Sqlite;

public sealed partial class SqliteVaultStore
{
    /// <inheritdoc/>
    public Task<SealedValue?> ReadDeviceTrustAsync(string credentialId, string profileId) => RunAsync<SealedValue?>(async command =>
    {
        command.CommandText = "SELECT sealed FROM device_trust WHERE credential_id = $credential AND profile_id = $profile";
        command.Bind("$credential", credentialId).Bind("$profile", profileId);
        return await command.ExecuteScalarAsync() is string compact ? new SealedValue(compact) : null;
    });

    /// <inheritdoc/>
    public Task WriteDeviceTrustAsync(string credentialId, string profileId, SealedValue value) => RunAsync(command =>
    {
        command.CommandText = """
            INSERT INTO device_trust (credential_id, profile_id, sealed)
            SELECT c.id, p.id, $sealed FROM credential c, profile p WHERE c.id = $credential AND p.id = $profile
            ON CONFLICT (credential_id, profile_id) DO UPDATE SET sealed = excluded.sealed
            """;
        command.Bind("$credential", credentialId).Bind("$profile", profileId).Bind("$sealed", value.Compact);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task RemoveDeviceTrustAsync(string credentialId, string profileId) => RunAsync(command =>
    {
        command.CommandText = "DELETE FROM device_trust WHERE credential_id = $credential AND profile_id = $profile";
        command.Bind("$credential", credentialId).Bind("$profile", profileId);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task RemoveDeviceTrustAsync(string credentialId) => RunAsync(command =>
    {
        command.CommandText = "DELETE FROM device_trust WHERE credential_id = $credential";
        command.Bind("$credential", credentialId);
        return command.ExecuteNonQueryAsync();
    });
}
