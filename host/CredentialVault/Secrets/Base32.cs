namespace CredentialVault.Secrets;

/// <summary>
/// Base32 (RFC 4648 section 6) between spans, so that what is decoded never stands in a string,
/// which could not be wiped.
/// </summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>How many characters, without padding, these many bytes become.</summary>
    public static int EncodedLength(int bytes) => ((bytes * 8) + 4) / 5;

    /// <summary>Writes <paramref name="bytes"/> without padding.</summary>
    /// <param name="bytes">What to encode.</param>
    /// <param name="text">Exactly <see cref="EncodedLength"/> characters.</param>
    public static void Encode(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = bytes[bit / 8] << 8;
            if ((bit / 8) + 1 < bytes.Length)
            {
                pair |= bytes[(bit / 8) + 1];
            }

            text[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }
    }

    /// <summary>
    /// Reads text as people type it: any case, spaces and dashes anywhere, padding or none. Bits that do not
    /// fill a byte are dropped, as authenticator apps do, because sites hand out keys of any length.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="bytes">Takes what is decoded.</param>
    /// <param name="characters">How many characters of the alphabet there were.</param>
    /// <returns>How many bytes were written, or -1 for anything that is not Base32 or does not fit.</returns>
    public static int Decode(ReadOnlySpan<char> text, Span<byte> bytes, out int characters)
    {
        characters = 0;
        var written = 0;
        var buffer = 0;
        var bits = 0;
        var padded = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '-')
            {
                continue;
            }

            if (c == '=')
            {
                padded = true;
                continue;
            }

            var value = ValueOf(c);
            if (padded || value < 0)
            {
                return -1;
            }

            characters++;
            buffer = ((buffer << 5) | value) & 0xFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                if (written == bytes.Length)
                {
                    return -1;
                }

                bytes[written++] = (byte)(buffer >> bits);
            }
        }

        return written;
    }

    private static int ValueOf(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a',
        >= '2' and <= '7' => c - '2' + 26,
        _ => -1,
    };
}
