using System.Text;
using CredentialVault.Errors;

namespace CredentialVault.Sealing;

/// <summary>
/// The place a sealed value belongs to. It goes into the key derivation (<c>apv</c>, RFC 7518 section 4.6.1.3),
/// so a value carried to another credential, field, origin or sign-in does not open there.
/// </summary>
public sealed class SealingContext
{
    private const int MaxSize = 8 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _utf8;

    private SealingContext(IEnumerable<string> lines)
    {
        var parts = lines.ToArray();
        if (Array.Exists(parts, part => string.IsNullOrEmpty(part) || part.Any(char.IsControl)))
        {
            throw VaultError.SealingContextInvalid.AsException();
        }

        try
        {
            _utf8 = StrictUtf8.GetBytes(string.Join('\n', parts));
        }
        catch (EncoderFallbackException cause)
        {
            throw VaultError.SealingContextInvalid.AsException(cause);
        }

        if (_utf8.Length > MaxSize)
        {
            throw VaultError.SealingContextInvalid.AsException();
        }
    }

    /// <summary>
    /// The bytes bound into the value, at most 8 KiB of UTF-8: <c>at-rest</c>, the credential, the field and the
    /// sign-in origins, <c>device-trust</c>, the credential and
    /// the profile, <c>on-the-way</c>, the sign-in and the field, or <c>set-up</c>, the draft and the field, each on a
    /// line, joined by line feeds.
    /// </summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>A secret kept in the vault.</summary>
    /// <param name="credentialId">Whose secret it is.</param>
    /// <param name="field">Which secret it is.</param>
    /// <param name="signInOrigins">Where it may be typed: at least one; order and repetition do not matter.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealingContextInvalid"/>.</exception>
    public static SealingContext AtRest(string credentialId, string field, IEnumerable<string> signInOrigins)
    {
        var origins = signInOrigins.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return origins.Length == 0
            ? throw VaultError.SealingContextInvalid.AsException()
            : new(["at-rest", credentialId, field, .. origins]);
    }

    /// <summary>What a site remembers the sign-in browser by.</summary>
    /// <param name="credentialId">The credential.</param>
    /// <param name="profileId">The profile.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealingContextInvalid"/>.</exception>
    public static SealingContext DeviceTrust(string credentialId, string profileId) => new(["device-trust", credentialId, profileId]);

    /// <summary>A value on its way to the extension.</summary>
    /// <param name="signInId">The sign-in it is for.</param>
    /// <param name="field">The field it is for.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealingContextInvalid"/>.</exception>
    public static SealingContext OnTheWay(string signInId, string field) => new(["on-the-way", signInId, field]);

    /// <summary>A secret on its way from an owner's page to the vault.</summary>
    /// <param name="draftId">The draft that it is for.</param>
    /// <param name="field">The field it is for.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealingContextInvalid"/>.</exception>
    public static SealingContext SetUp(string draftId, string field) => new(["set-up", draftId, field]);
}
