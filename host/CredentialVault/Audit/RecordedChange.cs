namespace CredentialVault.Audit;

/// <summary>
/// What an owner changed in a credential, by the names of its parts, or the profile or automation that came or went. No
/// value of a secret, a username or an address is in it.
/// </summary>
public sealed record RecordedChange
{
    /// <summary>With which of the owner's programs: see <see cref="OwnersProgramNames"/>.</summary>
    public required string Program { get; init; }

    /// <summary>
    /// What is new or another now: <c>label</c>, <c>sign-in-origins</c>, <c>session-origins</c>, <c>sign-in-url</c>,
    /// <c>username</c>, <c>remember-device</c>, <c>fill</c>, or a secret by its <see cref="Credentials.FieldName"/>. Null: nothing.
    /// </summary>
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>Secrets that were taken away, by their <see cref="Credentials.FieldName"/>. Null: none.</summary>
    public IReadOnlyList<string>? Removed { get; init; }

    /// <summary>To what it was attached, such as <c>profile:work</c>. Null: nothing.</summary>
    public IReadOnlyList<string>? Attached { get; init; }

    /// <summary>From what it was detached. Null: nothing.</summary>
    public IReadOnlyList<string>? Detached { get; init; }

    /// <summary>The fill, where the credential was added or has another one now. Null: as it was.</summary>
    public string? Fill { get; init; }

    /// <summary>The label that it had. Null: it has it still.</summary>
    public string? LabelBefore { get; init; }

    /// <summary>Whether the site is to remember the sign-in browser, where that is another now. Null: as it was.</summary>
    public bool? RememberDevice { get; init; }

    /// <summary>Whether it lifted a stop. Null: there was none, or it stays.</summary>
    public bool? LiftsStop { get; init; }

    /// <summary>The profile or automation that came or went, such as <c>profile:work</c>. Null: a credential was changed.</summary>
    public string? Place { get; init; }

    /// <summary>What the profile may do, or did: see <see cref="Profiles.RoleNames"/>. Null: it was no profile.</summary>
    public string? Role { get; init; }

    /// <summary>Names of the profiles that the automation may run in, or did. Null: it was none, or may run in none.</summary>
    public IReadOnlyList<string>? RunsIn { get; init; }
}
