using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Sealing;
using Microsoft.Data.Sqlite;

namespace CredentialVault.Storage.Sqlite;

public sealed partial class SqliteVaultStore
{
    /// <inheritdoc/>
    public Task AddCredentialAsync(CredentialRow credential, IReadOnlyDictionary<string, SealedValue> secrets, IReadOnlyList<Attachment> attachments, AuditRow record) =>
        RunTogetherAsync(async command =>
        {
            command.CommandText = "INSERT INTO credential (id, overview, created_at, updated_at) VALUES ($id, $overview, $created, $updated)";
            command.Bind("$id", credential.Id).Bind("$overview", credential.Overview.Compact)
                .Bind("$created", credential.CreatedAt).Bind("$updated", credential.UpdatedAt);
            await command.ExecuteNonQueryAsync();

            command.CommandText = "INSERT INTO guard (credential_id) VALUES ($id)";
            await command.ExecuteNonQueryAsync();

            await InsertOriginsAsync(command, credential);
            await UpsertSecretsAsync(command, credential.Id, secrets);
            foreach (var attachment in attachments)
            {
                await InsertAttachmentAsync(command, credential.Id, attachment);
            }

            return await InsertAuditAsync(command, record);
        });

    /// <inheritdoc/>
    public Task ReplaceCredentialAsync(CredentialRow credential, IReadOnlyDictionary<string, SealedValue> secrets, bool clearsGuard, AuditRow record) =>
        RunTogetherAsync(async command =>
        {
            await ReplaceAsync(command, credential, secrets, clearsGuard);
            return await InsertAuditAsync(command, record);
        });

    /// <inheritdoc/>
    public Task ReplaceCredentialAsync(CredentialRow credential, IReadOnlyDictionary<string, SealedValue> secrets, IReadOnlyCollection<string> kept, IReadOnlyList<Attachment> attachments, bool clearsGuard, AuditRow record) =>
        RunTogetherAsync(async command =>
        {
            await ReplaceAsync(command, credential, secrets, clearsGuard);
            await DeleteOtherSecretsAsync(command, credential.Id, [.. secrets.Keys, .. kept]);
            command.Parameters.Clear();
            command.CommandText = "DELETE FROM attachment WHERE credential_id = $id";
            command.Bind("$id", credential.Id);
            await command.ExecuteNonQueryAsync();
            foreach (var attachment in attachments)
            {
                await InsertAttachmentAsync(command, credential.Id, attachment);
            }

            return await InsertAuditAsync(command, record);
        });

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCredential>> ListCredentialsAsync() => RunTogetherAsync<IReadOnlyList<StoredCredential>>(async command =>
    {
        var attachments = await ReadAttachmentsAsync(command);
        command.CommandText = """
            SELECT c.id, c.overview, c.created_at, c.updated_at, g.stopped, c.verified_at
            FROM credential c JOIN guard g ON g.credential_id = c.id ORDER BY c.created_at, c.id
            """;
        await using var row = await command.ExecuteReaderAsync();
        List<StoredCredential> credentials = [];
        while (await row.ReadAsync())
        {
            credentials.Add(new StoredCredential(
                row.GetString(0), new SealedValue(row.GetString(1)), [.. attachments[row.GetString(0)]], row.Time(2), row.Time(3), row.TextOrNull(4), row.TimeOrNull(5)));
        }

        return credentials;
    });

    /// <inheritdoc/>
    public Task ReplaceOverviewAsync(string id, SealedValue old, SealedValue overview) => RunAsync(command =>
    {
        command.CommandText = "UPDATE credential SET overview = $overview, unsealed_fill = NULL WHERE id = $id AND overview = $old";
        command.Bind("$id", id).Bind("$old", old.Compact).Bind("$overview", overview.Compact);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<(string Id, SealedValue Overview, Fill Fill)>> ListUnsealedFillsAsync() =>
        RunAsync<IReadOnlyList<(string Id, SealedValue Overview, Fill Fill)>>(async command =>
        {
            command.CommandText = "SELECT id, overview, unsealed_fill FROM credential WHERE unsealed_fill IS NOT NULL";
            await using var row = await command.ExecuteReaderAsync();
            List<(string Id, SealedValue Overview, Fill Fill)> all = [];
            while (await row.ReadAsync())
            {
                all.Add((row.GetString(0), new SealedValue(row.GetString(1)), FillNames.Parse(row.GetString(2))));
            }

            return all;
        });

    /// <inheritdoc/>
    public Task RecordVerifiedAsync(string id, DateTimeOffset at) => RunAsync(command =>
    {
        command.CommandText = "UPDATE credential SET verified_at = $at WHERE id = $id";
        command.Bind("$id", id).Bind("$at", at);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task<bool> RemoveCredentialAsync(string id, AuditRow record) => RunTogetherAsync(async command =>
    {
        command.CommandText = "DELETE FROM credential WHERE id = $id";
        command.Bind("$id", id);
        return await command.ExecuteNonQueryAsync() == 1 && await InsertAuditAsync(command, record) == 1;
    });

    /// <inheritdoc/>
    public Task AttachAsync(string id, Attachment attachment, AuditRow record) =>
        RunTogetherAsync(async command => await InsertAttachmentAsync(command, id, attachment) == 1 ? await InsertAuditAsync(command, record) : 0);

    /// <inheritdoc/>
    public Task<bool> DetachAsync(string id, Attachment attachment, AuditRow record) => RunTogetherAsync(async command =>
    {
        command.CommandText = attachment.Kind == AttachmentKind.Profile
            ? "DELETE FROM attachment WHERE credential_id = $id AND profile_id = (SELECT id FROM profile WHERE name = $name)"
            : "DELETE FROM attachment WHERE credential_id = $id AND automation_id = (SELECT id FROM automation WHERE name = $name)";
        command.Bind("$id", id).Bind("$name", attachment.Name);
        return await command.ExecuteNonQueryAsync() == 1 && await InsertAuditAsync(command, record) == 1;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsableCredential>> FindUsableAsync(byte[]? originIndex, string profileId, string? automationId) =>
        RunAsync<IReadOnlyList<UsableCredential>>(async command =>
        {
            command.CommandText = """
                SELECT c.id, c.overview, max(a.automation_id IS NOT NULL)
                FROM sign_in_origin o
                JOIN credential c ON c.id = o.credential_id
                JOIN attachment a ON a.credential_id = c.id AND (a.profile_id = $profile OR a.automation_id = $automation)
                WHERE ($index IS NULL OR o.origin_index = $index) AND ($automation IS NULL OR EXISTS (
                    SELECT 1 FROM automation_profile WHERE automation_id = $automation AND profile_id = $profile))
                GROUP BY c.id
                """;
            command.Bind("$index", originIndex).Bind("$profile", profileId).Bind("$automation", automationId);
            await using var row = await command.ExecuteReaderAsync();
            List<UsableCredential> usable = [];
            while (await row.ReadAsync())
            {
                usable.Add(new UsableCredential(row.GetString(0), new SealedValue(row.GetString(1)), row.GetBoolean(2)));
            }

            return usable;
        });

    /// <inheritdoc/>
    public Task<SealedValue?> ReadSecretAsync(string id, string field) => RunAsync<SealedValue?>(async command =>
    {
        command.CommandText = "SELECT sealed FROM secret WHERE credential_id = $id AND field = $field";
        command.Bind("$id", id).Bind("$field", field);
        return await command.ExecuteScalarAsync() is string compact ? new SealedValue(compact) : null;
    });

    private static async Task ReplaceAsync(SqliteCommand command, CredentialRow credential, IReadOnlyDictionary<string, SealedValue> secrets, bool clearsGuard)
    {
        command.CommandText = "UPDATE credential SET unsealed_fill = NULL, overview = $overview, updated_at = $updated, verified_at = $verified WHERE id = $id";
        command.Bind("$id", credential.Id).Bind("$overview", credential.Overview.Compact).Bind("$updated", credential.UpdatedAt).Bind("$verified", credential.VerifiedAt);
        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw VaultError.CredentialUnknown(credential.Id).AsException();
        }

        if (clearsGuard)
        {
            command.CommandText = "UPDATE guard SET stopped = NULL, unfinished = 0 WHERE credential_id = $id";
            await command.ExecuteNonQueryAsync();
        }

        command.CommandText = "DELETE FROM sign_in_origin WHERE credential_id = $id";
        await command.ExecuteNonQueryAsync();
        await InsertOriginsAsync(command, credential);
        await UpsertSecretsAsync(command, credential.Id, secrets);
    }

    private static async Task DeleteOtherSecretsAsync(SqliteCommand command, string id, IReadOnlyList<string> fields)
    {
        command.Parameters.Clear();
        command.CommandText = $"DELETE FROM secret WHERE credential_id = $id AND field NOT IN ({string.Join(", ", fields.Select((_, at) => $"$field{at}"))})";
        command.Bind("$id", id);
        for (var at = 0; at < fields.Count; at++)
        {
            command.Bind($"$field{at}", fields[at]);
        }

        await command.ExecuteNonQueryAsync();
    }

    private static async Task InsertOriginsAsync(SqliteCommand command, CredentialRow credential)
    {
        foreach (var index in credential.SignInIndexes)
        {
            command.Parameters.Clear();
            command.CommandText = "INSERT INTO sign_in_origin (origin_index, credential_id) VALUES ($index, $id)";
            command.Bind("$index", index).Bind("$id", credential.Id);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task UpsertSecretsAsync(SqliteCommand command, string id, IReadOnlyDictionary<string, SealedValue> secrets)
    {
        foreach (var (field, value) in secrets)
        {
            command.Parameters.Clear();
            command.CommandText = """
                INSERT INTO secret (credential_id, field, sealed) VALUES ($id, $field, $sealed)
                ON CONFLICT (credential_id, field) DO UPDATE SET sealed = excluded.sealed
                """;
            command.Bind("$id", id).Bind("$field", field).Bind("$sealed", value.Compact);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<int> InsertAttachmentAsync(SqliteCommand command, string id, Attachment attachment)
    {
        command.Parameters.Clear();
        command.CommandText = attachment.Kind == AttachmentKind.Profile
            ? "INSERT OR IGNORE INTO attachment (credential_id, profile_id) SELECT $id, id FROM profile WHERE name = $name"
            : "INSERT OR IGNORE INTO attachment (credential_id, automation_id) SELECT $id, id FROM automation WHERE name = $name";
        command.Bind("$id", id).Bind("$name", attachment.Name);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<ILookup<string, Attachment>> ReadAttachmentsAsync(SqliteCommand command)
    {
        command.CommandText = """
            SELECT a.credential_id, p.name, m.name FROM attachment a
            LEFT JOIN profile p ON p.id = a.profile_id LEFT JOIN automation m ON m.id = a.automation_id
            ORDER BY a.rowid
            """;
        await using var row = await command.ExecuteReaderAsync();
        List<(string Credential, Attachment Attachment)> all = [];
        while (await row.ReadAsync())
        {
            all.Add((row.GetString(0), row.TextOrNull(1) is { } profile
                ? new Attachment(AttachmentKind.Profile, profile)
                : new Attachment(AttachmentKind.Automation, row.GetString(2))));
        }

        return all.ToLookup(pair => pair.Credential, pair => pair.Attachment, StringComparer.Ordinal);
    }
}
