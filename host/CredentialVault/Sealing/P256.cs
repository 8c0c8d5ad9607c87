using System.Security.Cryptography;
using CredentialVault.Errors;

namespace CredentialVault.Sealing;

/// <summary>Points and scalars of the curve P-256 (FIPS 186-4), taken in only when they are what they should be.</summary>
internal static class P256
{
    /// <summary>Bytes of a coordinate and of a private scalar.</summary>
    public const int Size = 32;

    // FIPS 186-4 section D.1.2.3: the order of the base point.
    private static ReadOnlySpan<byte> Order =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ];

    /// <summary>A new key pair.</summary>
    public static ECDiffieHellman Generate() => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Another's public key.</summary>
    /// <param name="point">Two coordinates of <see cref="Size"/> bytes.</param>
    /// <exception cref="CryptographicException">The point is not on the curve, or not in its one spelling.</exception>
    public static ECDiffieHellman ImportPublic(ECPoint point)
    {
        var key = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        var taken = key.ExportParameters(includePrivateParameters: false).Q;
        if (taken.X.AsSpan().SequenceEqual(point.X) && taken.Y.AsSpan().SequenceEqual(point.Y))
        {
            return key;
        }

        key.Dispose();
        throw new CryptographicException("The point is not in its one spelling.");
    }

    /// <summary>A key pair from its private scalar.</summary>
    /// <param name="scalar"><see cref="Size"/> bytes, big-endian, from 1 to the order less 1.</param>
    /// <exception cref="VaultException"><see cref="VaultError.KeyInvalid"/>.</exception>
    public static ECDiffieHellman ImportPrivate(ReadOnlySpan<byte> scalar)
    {
        if (scalar.Length != Size || !scalar.ContainsAnyExcept((byte)0) || scalar.SequenceCompareTo(Order) >= 0)
        {
            throw VaultError.KeyInvalid.AsException();
        }

        var d = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        try
        {
            scalar.CopyTo(d);
            return ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d });
        }
        catch (CryptographicException cause)
        {
            throw VaultError.KeyInvalid.AsException(cause);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(d);
        }
    }

    /// <summary>The key that both sides of a direct key agreement arrive at (RFC 7518 section 4.6).</summary>
    /// <param name="own">One's own key pair.</param>
    /// <param name="other">The other's public key.</param>
    /// <param name="apv">The context, bound into the key.</param>
    /// <param name="key">Takes the <see cref="A128CbcHs256.KeySize"/> bytes; wiping them stays with the caller.</param>
    public static void Agree(ECDiffieHellman own, ECDiffieHellman other, ReadOnlySpan<byte> apv, Span<byte> key)
    {
        using var otherHalf = other.PublicKey;
        var sharedSecret = own.DeriveRawSecretAgreement(otherHalf);
        try
        {
            ConcatKdf.Derive(sharedSecret, JweHeader.Encryption, apu: [], apv, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(sharedSecret);
        }
    }
}
