using System.Text.Json;

namespace CredentialVault.Sealing;

/// <summary>The few ways in which a value of a key or header is taken from JSON: as expected or not at all.</summary>
internal static class StrictJson
{
    /// <summary>Notes that a member was seen.</summary>
    /// <returns>Whether it was the first time: RFC 7515 section 4 wants names to be unique.</returns>
    public static bool Once(ref int seen, int member)
    {
        var first = (seen & member) == 0;
        seen |= member;
        return first;
    }

    /// <summary>Whether the next value is exactly this text.</summary>
    public static bool IsText(ref Utf8JsonReader reader, ReadOnlySpan<byte> expected) =>
        reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(expected);

    /// <summary>Whether the next value is base64url of as many bytes as fit, which it then writes.</summary>
    public static bool TryBytes(ref Utf8JsonReader reader, Span<byte> bytes) =>
        reader.Read()
        && reader.TokenType == JsonTokenType.String
        && !reader.ValueIsEscaped
        && CanonicalBase64Url.TryDecodeExactly(reader.ValueSpan, bytes);
}
