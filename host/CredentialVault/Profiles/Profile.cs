namespace CredentialVault.Profiles;

/// <summary>What a profile may do.</summary>
public enum Role
{
    /// <summary>Belongs to a page agent: may report a page and be signed in; can list, change and read nothing.</summary>
    Agent,

    /// <summary>Belongs to the owner: may manage credentials and can never open a secret.</summary>
    Owner,
}

/// <summary>The words for <see cref="Role"/>.</summary>
public static class RoleNames
{
    /// <summary>The word for <see cref="Role.Agent"/>.</summary>
    public const string Agent = "agent";

    /// <summary>The word for <see cref="Role.Owner"/>.</summary>
    public const string Owner = "owner";

    /// <summary>The word for a role.</summary>
    /// <param name="role">The role.</param>
    public static string ToName(this Role role) => role == Role.Agent ? Agent : Owner;

    /// <summary>The role that a word stands for.</summary>
    /// <param name="name">One of the two words.</param>
    /// <exception cref="ArgumentOutOfRangeException">Any other word.</exception>
    public static Role Parse(string name) => name switch
    {
        Agent => Role.Agent,
        Owner => Role.Owner,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}

/// <summary>A Chrome user-data-dir that is registered with the vault.</summary>
public sealed record Profile
{
    /// <summary>26 random characters; the name of the folder of its link to the host.</summary>
    public required string Id { get; init; }

    /// <summary>The owner's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required Role Role { get; init; }

    /// <summary>Absolute path of its user-data-dir.</summary>
    public required string UserDataDirectory { get; init; }

    /// <summary>Absolute path of the browser that <c>launch</c> starts, or null for the first one found.</summary>
    public string? Browser { get; init; }

    /// <summary>The proxy that its browsers use, or null.</summary>
    public string? Proxy { get; init; }

    /// <summary>Absolute path of a PEM file with certificate authorities that its browsers trust besides their own, or null.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>When its extension was last heard of, or null if never.</summary>
    public Contact? LastContact { get; init; }
}

/// <summary>The last time the extension of a profile said hello to the host.</summary>
/// <param name="At">When.</param>
/// <param name="Extension">The extension's version.</param>
/// <param name="Browser">The browser as it names itself.</param>
/// <param name="Host">The host's version.</param>
/// <param name="Automation">The automation that the browser was started for, or null.</param>
public sealed record Contact(DateTimeOffset At, string Extension, string Browser, string Host, string? Automation);
