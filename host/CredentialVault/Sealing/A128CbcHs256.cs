using System.Buffers.Binary;
using System.Security.Cryptography;
using CredentialVault.Errors;

namespace CredentialVault.Sealing;

/// <summary>AES-128-CBC with HMAC-SHA-256, encrypt-then-MAC: <c>A128CBC-HS256</c> of RFC 7518 section 5.2.3.</summary>
internal static class A128CbcHs256
{
    /// <summary>Bytes of the key: the first half authenticates, the second encrypts.</summary>
    public const int KeySize = 32;

    /// <summary>Bytes of the initialization vector.</summary>
    public const int IvSize = 16;

    /// <summary>Bytes of the authentication tag: the first half of the HMAC.</summary>
    public const int TagSize = 16;

    private const int BlockSize = 16;

    /// <summary>Encrypts and authenticates.</summary>
    /// <param name="key"><see cref="KeySize"/> bytes.</param>
    /// <param name="iv"><see cref="IvSize"/> unpredictable bytes.</param>
    /// <param name="plaintext">What to encrypt, of any length.</param>
    /// <param name="associatedData">What is authenticated beside it.</param>
    /// <param name="tag">Takes the <see cref="TagSize"/> bytes of the tag.</param>
    /// <returns>The ciphertext: the plaintext with 1 to 16 bytes of PKCS #7 padding.</returns>
    public static byte[] Seal(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> iv,
        ReadOnlySpan<byte> plaintext,
        ReadOnlySpan<byte> associatedData,
        Span<byte> tag)
    {
        using var aes = Aes.Create();
        aes.SetKey(key[(KeySize / 2)..]);
        var ciphertext = aes.EncryptCbc(plaintext, iv);
        ComputeTag(key, iv, ciphertext, associatedData, tag);
        return ciphertext;
    }

    /// <summary>Checks the tag in constant time and only then decrypts.</summary>
    /// <param name="key"><see cref="KeySize"/> bytes.</param>
    /// <param name="iv"><see cref="IvSize"/> bytes.</param>
    /// <param name="ciphertext">One or more whole blocks.</param>
    /// <param name="associatedData">What was authenticated beside it.</param>
    /// <param name="tag"><see cref="TagSize"/> bytes.</param>
    /// <param name="plaintext">As many bytes as the ciphertext; wiping it stays with the caller.</param>
    /// <returns>How many bytes of <paramref name="plaintext"/> are the plaintext.</returns>
    /// <exception cref="VaultException"><see cref="VaultError.SealedValueInvalid"/>.</exception>
    public static int Open(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> iv,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> associatedData,
        ReadOnlySpan<byte> tag,
        Span<byte> plaintext)
    {
        if (iv.Length != IvSize || tag.Length != TagSize || ciphertext.IsEmpty || ciphertext.Length % BlockSize != 0)
        {
            throw VaultError.SealedValueInvalid.AsException();
        }

        Span<byte> expected = stackalloc byte[TagSize];
        ComputeTag(key, iv, ciphertext, associatedData, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, tag))
        {
            throw VaultError.SealedValueInvalid.AsException();
        }

        using var aes = Aes.Create();
        aes.SetKey(key[(KeySize / 2)..]);
        try
        {
            return aes.DecryptCbc(ciphertext, iv, plaintext);
        }
        catch (CryptographicException cause)
        {
            throw VaultError.SealedValueInvalid.AsException(cause);
        }
    }

    private static void ComputeTag(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> iv,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> associatedData,
        Span<byte> tag)
    {
        Span<byte> associatedBits = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(associatedBits, associatedData.Length * 8L);

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key[..(KeySize / 2)]);
        hmac.AppendData(associatedData);
        hmac.AppendData(iv);
        hmac.AppendData(ciphertext);
        hmac.AppendData(associatedBits);

        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hmac.GetHashAndReset(whole);
        whole[..TagSize].CopyTo(tag);
    }
}
