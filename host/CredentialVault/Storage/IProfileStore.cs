using CredentialVault.Profiles;

namespace CredentialVault.Storage;

/// <summary>The part of the store that holds profiles and automations. Names are unique; a taken one is <c>name-taken</c>.</summary>
public interface IProfileStore
{
    /// <summary>Adds a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="createdAt">When.</param>
    /// <param name="record">What the audit says of it.</param>
    Task AddProfileAsync(Profile profile, DateTimeOffset createdAt, AuditRow record);

    /// <summary>All profiles by name.</summary>
    Task<IReadOnlyList<Profile>> ListProfilesAsync();

    /// <summary>The profile with this id, or null.</summary>
    /// <param name="id">26 characters.</param>
    Task<Profile?> FindProfileAsync(string id);

    /// <summary>Removes a profile and what is attached to it.</summary>
    /// <param name="id">The profile.</param>
    /// <param name="record">What the audit says of it, when there was one.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveProfileAsync(string id, AuditRow record);

    /// <summary>Writes down that the extension of a profile was heard of.</summary>
    /// <param name="id">The profile.</param>
    /// <param name="contact">What it said.</param>
    Task RecordContactAsync(string id, Contact contact);

    /// <summary>Adds an automation.</summary>
    /// <param name="automation">The automation; its profiles exist.</param>
    /// <param name="createdAt">When.</param>
    /// <param name="record">What the audit says of it.</param>
    Task AddAutomationAsync(Automation automation, DateTimeOffset createdAt, AuditRow record);

    /// <summary>All automations by name.</summary>
    Task<IReadOnlyList<Automation>> ListAutomationsAsync();

    /// <summary>Removes an automation and what is attached to it.</summary>
    /// <param name="id">The automation.</param>
    /// <param name="record">What the audit says of it, when there was one.</param>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveAutomationAsync(string id, AuditRow record);
}
