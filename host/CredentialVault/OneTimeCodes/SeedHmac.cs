using System.Security.Cryptography;
using OtpNet;

namespace CredentialVault.OneTimeCodes;

/// <summary>Lets Otp.NET compute codes without handing it the key, of which it would keep copies that nobody wipes.</summary>
internal sealed class SeedHmac(byte[] key) : IKeyProvider
{
#pragma warning disable CA5350 // RFC 6238 is defined on HMAC-SHA-1, and most sites offer nothing else.
    public byte[] ComputeHmac(OtpHashMode mode, byte[] data) => mode switch
    {
        OtpHashMode.Sha1 => HMACSHA1.HashData(key, data),
        OtpHashMode.Sha256 => HMACSHA256.HashData(key, data),
        OtpHashMode.Sha512 => HMACSHA512.HashData(key, data),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
#pragma warning restore CA5350
}
