using CredentialVault.Errors;
using CredentialVault.Profiles;
using Microsoft.Data.Sqlite;

namespace CredentialVault.Storage.Sqlite;

public sealed partial class SqliteVaultStore
{
    private const string SelectProfiles = """
        SELECT id, name, role, user_data_dir, browser, proxy, ca, heard_at, heard_extension, heard_browser, heard_host, heard_automation FROM profile
        """;

    /// <inheritdoc/>
    public Task AddProfileAsync(Profile profile, DateTimeOffset createdAt, AuditRow record) => RunTogetherAsync(async command =>
    {
        command.CommandText = """
            INSERT INTO profile (id, name, role, user_data_dir, browser, proxy, ca, created_at)
            VALUES ($id, $name, $role, $directory, $browser, $proxy, $ca, $at)
            """;
        command.Bind("$id", profile.Id).Bind("$name", profile.Name).Bind("$role", profile.Role.ToName()).Bind("$directory", profile.UserDataDirectory)
            .Bind("$browser", profile.Browser).Bind("$proxy", profile.Proxy).Bind("$ca", profile.CertificateAuthority).Bind("$at", createdAt);
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (SqliteException exception) when (exception.IsTaken())
        {
            throw VaultError.NameTaken("profile", profile.Name).AsException(exception);
        }

        return await InsertAuditAsync(command, record);
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Profile>> ListProfilesAsync() => RunAsync<IReadOnlyList<Profile>>(async command =>
    {
        command.CommandText = SelectProfiles + " ORDER BY name";
        return await ReadProfilesAsync(command);
    });

    /// <inheritdoc/>
    public Task<Profile?> FindProfileAsync(string id) => RunAsync(async command =>
    {
        command.CommandText = SelectProfiles + " WHERE id = $id";
        command.Bind("$id", id);
        return (await ReadProfilesAsync(command)).SingleOrDefault();
    });

    /// <inheritdoc/>
    public Task<bool> RemoveProfileAsync(string id, AuditRow record) => RunTogetherAsync(async command =>
    {
        command.CommandText = "DELETE FROM profile WHERE id = $id";
        command.Bind("$id", id);
        return await command.ExecuteNonQueryAsync() == 1 && await InsertAuditAsync(command, record) == 1;
    });

    /// <inheritdoc/>
    public Task RecordContactAsync(string id, Contact contact) => RunAsync(command =>
    {
        command.CommandText = """
            UPDATE profile SET heard_at = $at, heard_extension = $extension, heard_browser = $browser, heard_host = $host, heard_automation = $automation WHERE id = $id
            """;
        command.Bind("$id", id).Bind("$at", contact.At).Bind("$extension", contact.Extension).Bind("$browser", contact.Browser)
            .Bind("$host", contact.Host).Bind("$automation", contact.Automation);
        return command.ExecuteNonQueryAsync();
    });

    /// <inheritdoc/>
    public Task AddAutomationAsync(Automation automation, DateTimeOffset createdAt, AuditRow record) => RunTogetherAsync(async command =>
    {
        command.CommandText = "INSERT INTO automation (id, name, created_at) VALUES ($id, $name, $at)";
        command.Bind("$id", automation.Id).Bind("$name", automation.Name).Bind("$at", createdAt);
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (SqliteException exception) when (exception.IsTaken())
        {
            throw VaultError.NameTaken("automation", automation.Name).AsException(exception);
        }

        foreach (var profile in automation.Profiles)
        {
            command.Parameters.Clear();
            command.CommandText = "INSERT OR IGNORE INTO automation_profile (automation_id, profile_id) SELECT $id, id FROM profile WHERE name = $profile";
            command.Bind("$id", automation.Id).Bind("$profile", profile);
            await command.ExecuteNonQueryAsync();
        }

        return await InsertAuditAsync(command, record);
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Automation>> ListAutomationsAsync() => RunAsync<IReadOnlyList<Automation>>(async command =>
    {
        command.CommandText = """
            SELECT a.id, a.name, p.name FROM automation a
            LEFT JOIN automation_profile ap ON ap.automation_id = a.id LEFT JOIN profile p ON p.id = ap.profile_id
            ORDER BY a.name, p.name
            """;
        await using var row = await command.ExecuteReaderAsync();
        List<(string Id, string Name, string? Profile)> rows = [];
        while (await row.ReadAsync())
        {
            rows.Add((row.GetString(0), row.GetString(1), row.TextOrNull(2)));
        }

        return [.. rows.GroupBy(one => (one.Id, one.Name), (key, ones) => new Automation(key.Id, key.Name, [.. ones.Select(one => one.Profile).OfType<string>()]))];
    });

    /// <inheritdoc/>
    public Task<bool> RemoveAutomationAsync(string id, AuditRow record) => RunTogetherAsync(async command =>
    {
        command.CommandText = "DELETE FROM automation WHERE id = $id";
        command.Bind("$id", id);
        return await command.ExecuteNonQueryAsync() == 1 && await InsertAuditAsync(command, record) == 1;
    });

    private static async Task<List<Profile>> ReadProfilesAsync(SqliteCommand command)
    {
        await using var row = await command.ExecuteReaderAsync();
        List<Profile> profiles = [];
        while (await row.ReadAsync())
        {
            profiles.Add(new Profile
            {
                Id = row.GetString(0),
                Name = row.GetString(1),
                Role = RoleNames.Parse(row.GetString(2)),
                UserDataDirectory = row.GetString(3),
                Browser = row.TextOrNull(4),
                Proxy = row.TextOrNull(5),
                CertificateAuthority = row.TextOrNull(6),
                LastContact = row.TimeOrNull(7) is { } at
                    ? new Contact(at, row.GetString(8), row.GetString(9), row.GetString(10), row.TextOrNull(11))
                    : null,
            });
        }

        return profiles;
    }
}
