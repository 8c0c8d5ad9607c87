using System.Security.Cryptography;
using CredentialVault.Errors;
using CredentialVault.Secrets;

namespace CredentialVault.Sealing;

/// <summary>
/// The public half of a key pair: it seals and cannot open. Whoever has only this can put a secret into the vault
/// and never read one. Values are JWEs with <c>alg</c> ECDH-ES on P-256 (RFC 7518 section 4.6).
/// </summary>
public sealed class SealingKey
{
    private readonly ECPoint _point;

    internal SealingKey(ECPoint point)
    {
        _point = point;
        Kid = KeyThumbprint.OfEc(point);
    }

    /// <summary>The name of the key: its RFC 7638 thumbprint, 43 characters of base64url.</summary>
    public string Kid { get; }

    /// <summary>Takes a public key in.</summary>
    /// <param name="json">A JWK (RFC 7517) in UTF-8 with exactly <c>kty</c> EC, <c>crv</c> P-256, <c>x</c> and <c>y</c>.</param>
    /// <exception cref="VaultException"><see cref="VaultError.KeyInvalid"/>, for points off the curve and private keys too.</exception>
    public static SealingKey FromJwk(ReadOnlySpan<byte> json)
    {
        if (!Jwk.TryReadEc(json, d: [], out var point))
        {
            throw VaultError.KeyInvalid.AsException();
        }

        try
        {
            P256.ImportPublic(point).Dispose();
            return new(point);
        }
        catch (CryptographicException cause)
        {
            throw VaultError.KeyInvalid.AsException(cause);
        }
    }

    /// <summary>The key as a JWK in UTF-8: <c>crv</c>, <c>kty</c>, <c>x</c>, <c>y</c>.</summary>
    public byte[] ToJwk() => Jwk.WriteEc(_point, d: []);

    /// <summary>Seals text for one place. Each call gives another value.</summary>
    /// <param name="plaintext">UTF-8, at most 64 KiB; wiping it stays with the caller.</param>
    /// <param name="context">Where the value belongs: it opens nowhere else.</param>
    /// <exception cref="VaultException"><see cref="VaultError.TooLongToSeal"/>.</exception>
    public SealedValue Seal(ReadOnlySpan<byte> plaintext, SealingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        using var ephemeral = P256.Generate();
        using var recipient = P256.ImportPublic(_point);
        var header = JweHeader.WriteAgreement(Kid, ephemeral.ExportParameters(includePrivateParameters: false).Q, context);

        Span<byte> key = stackalloc byte[A128CbcHs256.KeySize];
        try
        {
            P256.Agree(ephemeral, recipient, context.Utf8, key);
            return Jwe.Seal(header, plaintext, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Seals a secret for one place. Each call gives another value.</summary>
    /// <param name="secret">At most 64 KiB; it stays as it is.</param>
    /// <param name="context">Where the value belongs: it opens nowhere else.</param>
    /// <exception cref="VaultException"><see cref="VaultError.TooLongToSeal"/>.</exception>
    public SealedValue Seal(Secret secret, SealingContext context)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Seal(secret.Utf8, context);
    }
}
