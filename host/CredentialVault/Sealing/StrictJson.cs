using System.Text.Json;

namespace CredentialVault.Sealing;

/// <summary>
/// The few ways in which a member of a key or header is taken from JSON: as expected or not at all. Nothing in them needs
/// an escape, so none is taken: half a surrogate pair in one would make the reader throw what is no <see cref="JsonException"/>.
/// </summary>
internal static class StrictJson
{
    /// <summary>Goes on to the name of the next member.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool NextMember(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueIsEscaped;

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
        reader.Read()
        && reader.TokenType == JsonTokenType.String
        && !reader.ValueIsEscaped
        && reader.ValueTextEquals(expected);

    /// <summary>Whether the next value is base64url of as many bytes as fit, which it then writes.</summary>
    public static bool TryBytes(ref Utf8JsonReader reader, Span<byte> bytes) =>
        reader.Read()
        && reader.TokenType == JsonTokenType.String
        && !reader.ValueIsEscaped
        && CanonicalBase64Url.TryDecodeExactly(reader.ValueSpan, bytes);
}
