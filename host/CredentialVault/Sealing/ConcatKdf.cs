using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CredentialVault.Sealing;

/// <summary>The single-step key derivation of NIST SP 800-56A with SHA-256, as RFC 7518 section 4.6.2 uses it.</summary>
internal static class ConcatKdf
{
    /// <summary>Fills <paramref name="key"/> from a shared secret and what the key is for.</summary>
    /// <param name="sharedSecret">Z: the x-coordinate both sides computed, 32 bytes.</param>
    /// <param name="algorithm">AlgorithmID: the ASCII of the <c>enc</c> value in direct key agreement.</param>
    /// <param name="apu">PartyUInfo, decoded; may be empty.</param>
    /// <param name="apv">PartyVInfo, decoded; may be empty.</param>
    /// <param name="key">1 to 32 bytes: what one round of SHA-256 can give.</param>
    public static void Derive(
        ReadOnlySpan<byte> sharedSecret,
        ReadOnlySpan<byte> algorithm,
        ReadOnlySpan<byte> apu,
        ReadOnlySpan<byte> apv,
        Span<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, SHA256.HashSizeInBytes, nameof(key));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendNumber(hash, 1);
        hash.AppendData(sharedSecret);
        AppendWithLength(hash, algorithm);
        AppendWithLength(hash, apu);
        AppendWithLength(hash, apv);
        AppendNumber(hash, key.Length * 8);

        Span<byte> round = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(round);
        round[..key.Length].CopyTo(key);
        CryptographicOperations.ZeroMemory(round);
    }

    private static void AppendWithLength(IncrementalHash hash, ReadOnlySpan<byte> data)
    {
        AppendNumber(hash, data.Length);
        hash.AppendData(data);
    }

    private static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bigEndian = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bigEndian, number);
        hash.AppendData(bigEndian);
    }
}
