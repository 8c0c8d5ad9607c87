using CredentialVault.Secrets;

namespace CredentialVault.Credentials;

/// <summary>All that a credential is to be: what an owner's form holds when it is saved. The caller keeps ownership of the secrets and disposes of them.</summary>
public sealed record CredentialState
{
    /// <summary>The owner's name for it, 1 to 120 characters.</summary>
    public required string Label { get; init; }

    /// <summary>Where secrets may be typed; at least one.</summary>
    public required IReadOnlyList<SiteOrigin> SignInOrigins { get; init; }

    /// <summary>Whose session is meant; empty: the same as the sign-in origins.</summary>
    public required IReadOnlyList<SiteOrigin> SessionOrigins { get; init; }

    /// <summary>Where signing in starts, or null. Its origin must be a sign-in or session origin.</summary>
    public required string? SignInUrl { get; init; }

    /// <summary>The account's name at the site, 1 to 320 characters.</summary>
    public required string Username { get; init; }

    /// <summary>Where the values are typed.</summary>
    public required Fill Fill { get; init; }

    /// <summary>Whether the site is to know the browser again. When it no longer is, what it has known it by is forgotten.</summary>
    public required bool RememberDevice { get; init; }

    /// <summary>Which profiles and automations may use it.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>Every secret that it is to have, the password among them; what is not here is removed.</summary>
    public IReadOnlyList<GivenSecret> Secrets { get; init; } = [];
}

/// <summary>One secret of a <see cref="CredentialState"/>.</summary>
/// <param name="Field"><see cref="FieldName.Password"/>, <see cref="FieldName.TotpSeed"/> or a <see cref="FieldName.Further"/> one.</param>
/// <param name="Value">The secret; the seed in any form that a site shows it in. Null: as it is stored.</param>
public sealed record GivenSecret(string Field, Secret? Value);
