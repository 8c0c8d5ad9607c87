using System.Text.Json.Serialization;

namespace CredentialVault.Credentials;

/// <summary>What may be shown of a credential. Sealed in the store under the vault's overview key, so that a stolen database names no site.</summary>
public sealed record Overview
{
    /// <summary>The credential's id, so that an overview put into another row is noticed.</summary>
    public required string Id { get; init; }

    /// <summary>The owner's name for the credential.</summary>
    public required string Label { get; init; }

    /// <summary>Where secrets may be typed; at least one.</summary>
    public required IReadOnlyList<string> SignInOrigins { get; init; }

    /// <summary>Whose session is meant; at least one, the sign-in origins unless the owner said otherwise.</summary>
    public required IReadOnlyList<string> SessionOrigins { get; init; }

    /// <summary>The account's name at the site.</summary>
    public required string Username { get; init; }

    /// <summary>Where signing in starts, or null when the owner gave none.</summary>
    public string? SignInUrl { get; init; }

    /// <summary>Where a sign-in begins: where the owner said, else where a verification found the form, else the application's first page.</summary>
    [JsonIgnore]
    public string StartAddress => SignInUrl ?? Learned?.SignInUrl ?? SessionOrigins[0] + "/";

    /// <summary>Whether it is known where the form is, and the application's first page is not only tried.</summary>
    [JsonIgnore]
    public bool KnowsForm => (SignInUrl ?? Learned?.SignInUrl) is not null;

    /// <summary>How the one-time codes are made, or null without a seed.</summary>
    public TotpParameters? Totp { get; init; }

    /// <summary>
    /// Where the values are typed. It is sealed with the rest, so that who can write the store cannot have a secret typed into
    /// an agent's page. Null in overviews of a vault from before; see <see cref="Credential.Fill"/>.
    /// </summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Fill>))]
    public Fill? Fill { get; init; }

    /// <summary>
    /// Whether the box of a form by which the site is to know the browser again, and ask it for no code, is ticked. Sealed
    /// like the fill: what the site then asks for less is for the owner to say.
    /// </summary>
    public bool RememberDevice { get; init; }

    /// <summary>What was learned of the site when the credential was verified, or null.</summary>
    public Learned? Learned { get; init; }

    /// <summary>Names of the further fields that a secret is stored for; null for none.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>What is still true of what was learned: the realm and the addresses of a site are the same for another password, and may be others for another account or another address.</summary>
    /// <param name="old">What was known before the change.</param>
    internal Learned? LearnedBefore(Overview old) =>
        old.SignInOrigins.SequenceEqual(SignInOrigins, StringComparer.Ordinal) && old.SessionOrigins.SequenceEqual(SessionOrigins, StringComparer.Ordinal)
        && old.SignInUrl == SignInUrl && old.Username == Username && old.Fill == Fill
            ? old.Learned
            : null;
}

/// <summary>What may be shown of a seed: how its codes are made (RFC 6238), not the seed.</summary>
/// <param name="Algorithm"><c>SHA1</c>, <c>SHA256</c> or <c>SHA512</c>.</param>
/// <param name="Digits">6 to 8.</param>
/// <param name="PeriodSeconds">How long a code is valid, in seconds.</param>
public sealed record TotpParameters(string Algorithm, int Digits, int PeriodSeconds);

/// <summary>What a verification learned of a site. What the owner said goes before it.</summary>
/// <param name="SignInUrl">Where the form is that a link led to, without query and fragment; null when none was followed.</param>
/// <param name="SignedInUrl">A page that shows that its visitor is signed in, without query and fragment; null when none did.</param>
/// <param name="Realm">What the site called the place that it asked a password for by HTTP itself (RFC 9110 section 11.5); null when it asked by a form.</param>
public sealed record Learned(string? SignInUrl, string? SignedInUrl, string? Realm = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Overview))]
internal sealed partial class OverviewJson : JsonSerializerContext;
