using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace CredentialVault.Sealing;

/// <summary>
/// base64url as JOSE wants it (RFC 7515 section 2): no padding, no white space and no stray bits in the last
/// character, so that every value has exactly one spelling.
/// </summary>
internal static class CanonicalBase64Url
{
    /// <summary>Decodes into a new array.</summary>
    /// <returns>Whether <paramref name="text"/> is the one spelling of <paramref name="bytes"/>.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] bytes)
    {
        bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!TryDecode(text, bytes, out var written))
        {
            return false;
        }

        bytes = bytes[..written];
        return true;
    }

    /// <summary>Decodes a value of known size.</summary>
    /// <returns>Whether <paramref name="text"/> is the one spelling of a value that fills <paramref name="bytes"/>.</returns>
    public static bool TryDecodeExactly(ReadOnlySpan<byte> text, Span<byte> bytes) =>
        text.Length == Base64Url.GetEncodedLength(bytes.Length)
        && TryDecode(text, bytes, out var written)
        && written == bytes.Length;

    private static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> bytes, out int written)
    {
        if (Base64Url.DecodeFromUtf8(text, bytes, out _, out written) != OperationStatus.Done)
        {
            return false;
        }

        // The framework tolerates padding and white space; encoding again shows them.
        var again = new byte[Base64Url.GetEncodedLength(written)];
        try
        {
            Base64Url.EncodeToUtf8(bytes[..written], again);
            return CryptographicOperations.FixedTimeEquals(text, again);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(again);
        }
    }
}
