namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>A name that is taken.</summary>
    /// <param name="kind"><c>profile</c> or <c>automation</c>.</param>
    /// <param name="name">The name.</param>
    public static VaultError NameTaken(string kind, string name) =>
        new("name-taken", $"There is already {(kind == "automation" ? "an" : "a")} {kind} called '{name}'.") { Field = "name" };

    /// <summary>A name that cannot be used.</summary>
    public static VaultError NameInvalid { get; } =
        new("name-invalid", "A name has no spaces: 1 to 64 letters, digits, dots, dashes or underscores, a letter or digit first.") { Field = "name" };

    /// <summary>A user-data-dir that another profile has.</summary>
    /// <param name="profile">That profile.</param>
    public static VaultError UserDataDirTaken(string profile) =>
        new("user-data-dir-taken", $"This user-data-dir already belongs to the profile '{profile}'.");

    /// <summary>No profile has this name.</summary>
    /// <param name="name">What was asked for.</param>
    public static VaultError ProfileUnknown(string name) =>
        new("profile-unknown", $"There is no profile '{name}': 'credential-vault profile list' shows them.");

    /// <summary>An automation that could run nowhere.</summary>
    public static VaultError ProfilesMissing { get; } =
        new("profiles-missing", "An automation needs at least one profile that it may run in.") { Field = "profiles" };

    /// <summary>No automation has this name.</summary>
    /// <param name="name">What was asked for.</param>
    public static VaultError AutomationUnknown(string name) =>
        new("automation-unknown", $"There is no automation '{name}', or not for this profile: 'credential-vault automation list' shows them.");

    /// <summary>The host was not started by the browser of a registered profile.</summary>
    public static VaultError CallerUnknown { get; } =
        new("caller-unknown", "This browser profile is not registered: run 'credential-vault profile add' for its user-data-dir.");

    /// <summary>The caller's role does not allow the request.</summary>
    public static VaultError NotAllowed { get; } =
        new("not-allowed", "This profile's role does not allow that.");
}
