using System.Buffers.Text;
using System.Security.Cryptography;

namespace CredentialVault.Sealing;

/// <summary>The name of a key: its SHA-256 thumbprint (RFC 7638), base64url, 43 characters.</summary>
internal static class KeyThumbprint
{
    /// <summary>The thumbprint of a P-256 key, the same for its public and its private half.</summary>
    public static string OfEc(ECPoint q) => OfCanonical(Jwk.WriteEc(q, d: []));

    /// <summary>
    /// The thumbprint of a symmetric key. It gives nothing away because the key is 256 random bits
    /// (RFC 7638 section 7).
    /// </summary>
    public static string OfOct(ReadOnlySpan<byte> k)
    {
        var json = Jwk.WriteOct(k);
        try
        {
            return OfCanonical(json);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
        }
    }

    /// <summary>The thumbprint of a key that is already in the form of RFC 7638 section 3.</summary>
    public static string OfCanonical(ReadOnlySpan<byte> json) => Base64Url.EncodeToString(SHA256.HashData(json));
}
