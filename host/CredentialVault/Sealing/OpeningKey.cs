using System.Security.Cryptography;
using CredentialVault.Errors;
using CredentialVault.Secrets;

namespace CredentialVault.Sealing;

/// <summary>The private half of a key pair: it opens what was sealed with <see cref="SealingKey"/>. Only the process that signs in needs it.</summary>
public sealed class OpeningKey : IDisposable
{
    private readonly ECDiffieHellman _pair;

    internal OpeningKey(ECDiffieHellman pair)
    {
        _pair = pair;
        SealingKey = new(pair.ExportParameters(includePrivateParameters: false).Q);
    }

    /// <summary>The public half.</summary>
    public SealingKey SealingKey { get; }

    /// <summary>The name of the key, the same as its public half's.</summary>
    public string Kid => SealingKey.Kid;

    /// <summary>A new key pair.</summary>
    public static OpeningKey Generate() => new(P256.Generate());

    /// <summary>Takes a private key in.</summary>
    /// <param name="privateJwk">A JWK (RFC 7517) in UTF-8 with exactly <c>kty</c> EC, <c>crv</c> P-256, <c>x</c>, <c>y</c> and <c>d</c>; wiping it stays with the caller.</param>
    /// <exception cref="VaultException"><see cref="VaultError.KeyInvalid"/>, also when the halves do not belong together.</exception>
    public static OpeningKey FromJwk(ReadOnlySpan<byte> privateJwk)
    {
        Span<byte> d = stackalloc byte[P256.Size];
        try
        {
            if (!Jwk.TryReadEc(privateJwk, d, out var claimed))
            {
                throw VaultError.KeyInvalid.AsException();
            }

            var pair = P256.ImportPrivate(d);
            var point = pair.ExportParameters(includePrivateParameters: false).Q;
            if (!claimed.X.AsSpan().SequenceEqual(point.X) || !claimed.Y.AsSpan().SequenceEqual(point.Y))
            {
                pair.Dispose();
                throw VaultError.KeyInvalid.AsException();
            }

            return new(pair);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(d);
        }
    }

    /// <summary>The private key as a JWK in UTF-8, which the caller zeroes.</summary>
    public byte[] ToJwk()
    {
        var parameters = _pair.ExportParameters(includePrivateParameters: true);
        try
        {
            return Jwk.WriteEc(parameters.Q, parameters.D);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    /// <summary>Opens a value that was sealed for this key and this place.</summary>
    /// <param name="value">The sealed value.</param>
    /// <param name="context">Where it was found.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealedValueInvalid"/>, whatever is wrong with it.</exception>
    public Secret Open(SealedValue value, SealingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        var jwe = Jwe.Parse(value);
        var epk = JweHeader.ReadAgreement(jwe.Header, Kid, context);
        var plaintext = GC.AllocateArray<byte>(jwe.MaxPlaintextLength, pinned: true);
        Span<byte> key = stackalloc byte[A128CbcHs256.KeySize];
        try
        {
            using var ephemeral = P256.ImportPublic(epk);
            P256.Agree(_pair, ephemeral, context.Utf8, key);
            var length = jwe.Open(key, plaintext);
            return new(plaintext.AsSpan(0, length));
        }
        catch (CryptographicException cause)
        {
            throw VaultError.SealedValueInvalid.AsException(cause);
        }
        catch (VaultException cause) when (cause.Error == VaultError.SecretNotText)
        {
            throw VaultError.SealedValueInvalid.AsException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => _pair.Dispose();
}
