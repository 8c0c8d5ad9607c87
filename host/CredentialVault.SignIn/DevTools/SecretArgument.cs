using CredentialVault.Secrets;

namespace CredentialVault.SignIn.DevTools;

/// <summary>Puts a secret into the text of a function call without a copy that could not be wiped.</summary>
internal static class SecretArgument
{
    /// <summary>The parameters of a call with one more argument.</summary>
    /// <param name="call">A JSON object whose last member is an array of at least one argument: it ends with <c>]}</c>.</param>
    /// <param name="secret">The argument.</param>
    /// <returns>Memory that is never moved; the caller wipes it.</returns>
    public static byte[] Append(ReadOnlySpan<byte> call, Secret secret)
    {
        return Write(call[..^2], ",{\"value\":\""u8, secret, "\"}]}"u8);
    }

    /// <summary>The parameters of a command whose last member is a secret.</summary>
    /// <param name="command">A JSON object whose last member is an object, and its last member an empty text: it ends with <c>""}}</c>.</param>
    /// <param name="secret">The text.</param>
    /// <returns>Memory that is never moved; the caller wipes it.</returns>
    public static byte[] AsLastMember(ReadOnlySpan<byte> command, Secret secret) => Write(command[..^3], [], secret, command[^3..]);

    private static byte[] Write(ReadOnlySpan<byte> kept, ReadOnlySpan<byte> before, Secret secret, ReadOnlySpan<byte> after)
    {
        var text = GC.AllocateUninitializedArray<byte>(kept.Length + before.Length + EscapedLength(secret.Utf8) + after.Length, pinned: true);
        kept.CopyTo(text);
        before.CopyTo(text.AsSpan(kept.Length));
        var end = Escape(secret.Utf8, text, kept.Length + before.Length);
        after.CopyTo(text.AsSpan(end));
        return text;
    }

    private static bool MustBeEscaped(byte one) => one is < 0x20 or (byte)'"' or (byte)'\\';

    private static int EscapedLength(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        foreach (var one in utf8)
        {
            length += MustBeEscaped(one) ? 6 : 1;
        }

        return length;
    }

    /// <summary>RFC 8259 section 7: every other byte of UTF-8 may stand for itself.</summary>
    private static int Escape(ReadOnlySpan<byte> utf8, Span<byte> text, int at)
    {
        foreach (var one in utf8)
        {
            if (MustBeEscaped(one))
            {
                "\\u00"u8.CopyTo(text[at..]);
                text[at + 4] = "0123456789abcdef"u8[one >> 4];
                text[at + 5] = "0123456789abcdef"u8[one & 15];
                at += 6;
            }
            else
            {
                text[at++] = one;
            }
        }

        return at;
    }
}
