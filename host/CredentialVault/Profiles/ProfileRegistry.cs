using System.Text.RegularExpressions;
using CredentialVault.Audit;
using CredentialVault.Credentials;
using CredentialVault.Errors;
using CredentialVault.Storage;

namespace CredentialVault.Profiles;

/// <summary>What an owner does with profiles and automations, each change with its record in the audit.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="audit">Where it is recorded what the owner adds and removes.</param>
/// <param name="program">By what the owner does it.</param>
/// <param name="time">The clock.</param>
public sealed partial class ProfileRegistry(IProfileStore store, AuditLog audit, OwnersProgram program, TimeProvider time)
{
    private readonly PlaceRecords _records = new(audit, program);

    /// <summary>Adds a profile.</summary>
    /// <param name="name">1 to 64 letters, digits, dots, dashes, underscores.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="userDataDirectory">Absolute path.</param>
    /// <param name="browser">Absolute path of its browser, or null.</param>
    /// <param name="proxy">Its proxy, or null.</param>
    /// <param name="certificateAuthority">Absolute path of its authorities, or null.</param>
    /// <exception cref="VaultException"><c>name-invalid</c>, <c>name-taken</c>, <c>user-data-dir-taken</c>.</exception>
    public async Task<Profile> AddProfileAsync(string name, Role role, string userDataDirectory, string? browser = null, string? proxy = null, string? certificateAuthority = null)
    {
        CheckName(name);
        var profiles = await store.ListProfilesAsync();
        if (profiles.FirstOrDefault(other => other.UserDataDirectory == userDataDirectory) is { } taken && taken.Name != name)
        {
            throw VaultError.UserDataDirTaken(taken.Name).AsException();
        }

        var profile = new Profile
        {
            Id = Identifier.NewLong(),
            Name = name,
            Role = role,
            UserDataDirectory = userDataDirectory,
            Browser = browser,
            Proxy = proxy,
            CertificateAuthority = certificateAuthority,
        };
        await store.AddProfileAsync(profile, time.GetUtcNow(), _records.Added(profile));
        return profile;
    }

    /// <summary>All profiles by name.</summary>
    public Task<IReadOnlyList<Profile>> ListProfilesAsync() => store.ListProfilesAsync();

    /// <summary>One profile.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="VaultException"><c>profile-unknown</c>.</exception>
    public async Task<Profile> FindProfileAsync(string name) =>
        (await store.ListProfilesAsync()).FirstOrDefault(profile => profile.Name == name) ?? throw VaultError.ProfileUnknown(name).AsException();

    /// <summary>Removes a profile and what is attached to it.</summary>
    /// <param name="profile">The profile.</param>
    public Task RemoveAsync(Profile profile) => store.RemoveProfileAsync(profile.Id, _records.Removed(profile));

    /// <summary>Adds an automation.</summary>
    /// <param name="name">As for a profile.</param>
    /// <param name="profiles">Names of the profiles it may run in; at least one.</param>
    /// <exception cref="VaultException"><c>name-invalid</c>, <c>name-taken</c>, <c>profiles-missing</c>, <c>profile-unknown</c>.</exception>
    public async Task<Automation> AddAutomationAsync(string name, IReadOnlyList<string> profiles)
    {
        CheckName(name);
        if (profiles.Count == 0)
        {
            throw VaultError.ProfilesMissing.AsException();
        }

        var known = await store.ListProfilesAsync();
        if (profiles.FirstOrDefault(profile => known.All(one => one.Name != profile)) is { } unknown)
        {
            throw VaultError.ProfileUnknown(unknown).At("profiles").AsException();
        }

        var automation = new Automation(Identifier.NewLong(), name, [.. profiles.Distinct(StringComparer.Ordinal)]);
        await store.AddAutomationAsync(automation, time.GetUtcNow(), _records.Added(automation));
        return automation;
    }

    /// <summary>All automations by name.</summary>
    public Task<IReadOnlyList<Automation>> ListAutomationsAsync() => store.ListAutomationsAsync();

    /// <summary>One automation.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="VaultException"><c>automation-unknown</c>.</exception>
    public async Task<Automation> FindAutomationAsync(string name) =>
        (await store.ListAutomationsAsync()).FirstOrDefault(automation => automation.Name == name) ?? throw VaultError.AutomationUnknown(name).AsException();

    /// <summary>Removes an automation and what is attached to it.</summary>
    /// <param name="automation">The automation.</param>
    public Task RemoveAsync(Automation automation) => store.RemoveAutomationAsync(automation.Id, _records.Removed(automation));

    /// <summary>Who a host speaks for.</summary>
    /// <param name="profileId">Id of the profile, from the path that the host was started by.</param>
    /// <param name="automationName">The automation that the browser was started for, or null.</param>
    /// <exception cref="VaultException"><c>caller-unknown</c>; <c>automation-unknown</c>: no such automation, or not one of this profile.</exception>
    public async Task<Caller> IdentifyAsync(string profileId, string? automationName)
    {
        var profile = await store.FindProfileAsync(profileId) ?? throw VaultError.CallerUnknown.AsException();
        if (string.IsNullOrEmpty(automationName))
        {
            return new Caller(profile, Automation: null);
        }

        var automation = (await store.ListAutomationsAsync()).FirstOrDefault(one => one.Name == automationName && one.Profiles.Contains(profile.Name, StringComparer.Ordinal));
        return new Caller(profile, automation ?? throw VaultError.AutomationUnknown(automationName).AsException());
    }

    private static void CheckName(string name)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw VaultError.NameInvalid.AsException();
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
