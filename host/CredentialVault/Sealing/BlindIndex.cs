using System.Security.Cryptography;
using System.Text;

namespace CredentialVault.Sealing;

/// <summary>
/// HMAC-SHA-256 (RFC 2104) of an origin. Its key is derived from the overview key by HKDF-SHA-256 (RFC 5869), so that
/// no key serves two algorithms.
/// </summary>
internal sealed class BlindIndex : IDisposable
{
    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(SHA256.HashSizeInBytes, pinned: true);

    public BlindIndex(ReadOnlySpan<byte> overviewKey) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, overviewKey, _key, salt: [], info: "credential-vault blind index 1"u8);

    /// <summary>The 32 bytes that stand for this origin.</summary>
    public byte[] Of(string origin) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(origin));

    /// <summary>Wipes the derived key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
