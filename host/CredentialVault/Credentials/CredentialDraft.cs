using CredentialVault.OneTimeCodes;
using CredentialVault.Secrets;

namespace CredentialVault.Credentials;

/// <summary>What an owner gives to add a credential. The caller keeps ownership of the secrets and disposes of them.</summary>
public sealed record CredentialDraft
{
    /// <summary>The owner's name for it, 1 to 120 characters.</summary>
    public required string Label { get; init; }

    /// <summary>Where secrets may be typed; at least one.</summary>
    public required IReadOnlyList<SiteOrigin> SignInOrigins { get; init; }

    /// <summary>Whose session is meant; empty: the same as the sign-in origins.</summary>
    public IReadOnlyList<SiteOrigin> SessionOrigins { get; init; } = [];

    /// <summary>The account's name at the site, 1 to 320 characters.</summary>
    public required string Username { get; init; }

    /// <summary>The password; not empty.</summary>
    public required Secret Password { get; init; }

    /// <summary>The seed of the one-time codes, or null.</summary>
    public TotpSeed? Totp { get; init; }

    /// <summary>What else the site asks for (a tenant, the answer to a question), by the owner's names for it, each 1 to 64 characters; null for none.</summary>
    public IReadOnlyDictionary<string, Secret>? FurtherFields { get; init; }

    /// <summary>Where signing in starts, or null. Its origin must be a sign-in or session origin.</summary>
    public string? SignInUrl { get; init; }

    /// <summary>Where the values are typed.</summary>
    public required Fill Fill { get; init; }

    /// <summary>Whether the site is to know the browser again; see <see cref="Overview.RememberDevice"/>.</summary>
    public bool RememberDevice { get; init; }

    /// <summary>Which profiles and automations may use it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>What an owner changes in a credential; null leaves a part as it is.</summary>
public sealed record CredentialChange
{
    /// <summary>A new label.</summary>
    public string? Label { get; init; }

    /// <summary>A new username.</summary>
    public string? Username { get; init; }

    /// <summary>A new password.</summary>
    public Secret? Password { get; init; }

    /// <summary>A new seed.</summary>
    public TotpSeed? Totp { get; init; }

    /// <summary>Further fields that are new or have a new value; the others stay.</summary>
    public IReadOnlyDictionary<string, Secret>? FurtherFields { get; init; }

    /// <summary>Other session origins; they are not bound into the sealed secrets.</summary>
    public IReadOnlyList<SiteOrigin>? SessionOrigins { get; init; }

    /// <summary>Another sign-in URL.</summary>
    public string? SignInUrl { get; init; }

    /// <summary>Another fill.</summary>
    public Fill? Fill { get; init; }

    /// <summary>Whether the site is to know the browser again. When it no longer is, what it has known it by is forgotten.</summary>
    public bool? RememberDevice { get; init; }
}
