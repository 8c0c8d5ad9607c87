using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CredentialVault.Secrets;

namespace CredentialVault.SignIn;

/// <summary>One secret in the forms in which a site may have kept it: plain, reversed, hexadecimal, Base64 and UTF-16. Wiped when disposed of.</summary>
internal sealed class SecretNeedle : IDisposable
{
    /// <summary>Below this many characters a secret is found by accident, so it counts only where it stands alone.</summary>
    private const int ShortLength = 8;

    private readonly List<(char[] Text, StringComparison Comparison)> _forms = [];
    private readonly bool _standsAlone;

    /// <summary>Prepares to look for a secret.</summary>
    /// <param name="secret">The secret; not empty. It stays the caller's.</param>
    /// <param name="standsAlone">Whether only a whole value or a delimited token counts, whatever its length.</param>
    /// <param name="anyCase">Whether upper and lower case are the same.</param>
    public SecretNeedle(Secret secret, bool standsAlone, bool anyCase = false)
    {
        var text = Pinned<char>(Encoding.UTF8.GetCharCount(secret.Utf8));
        Encoding.UTF8.GetChars(secret.Utf8, text);
        _standsAlone = standsAlone || text.Length < ShortLength;
        var comparison = anyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var reversed = Pinned<char>(text.Length);
        text.CopyTo(reversed, 0);
        Array.Reverse(reversed);
        var spaced = Pinned<char>((text.Length * 2) - 1);
        for (var at = 0; at < text.Length; at++)
        {
            spaced[at * 2] = text[at];
        }

        Add(text, comparison);
        Add(reversed, comparison);
        Add(spaced, comparison);
        AddBytes(secret.Utf8);
        var utf16 = Pinned<byte>(text.Length * 2);
        Encoding.Unicode.GetBytes(text, utf16);
        AddBytes(utf16);
        Encoding.BigEndianUnicode.GetBytes(text, utf16);
        AddBytes(utf16);
        utf16.AsSpan().Clear();
    }

    /// <summary>Whether the secret is in a text, in any of its forms.</summary>
    /// <param name="text">The text.</param>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var (form, comparison) in _forms)
        {
            for (var from = 0; from + form.Length <= text.Length;)
            {
                var at = text[from..].IndexOf(form, comparison);
                if (at < 0)
                {
                    break;
                }

                var start = from + at;
                if (!_standsAlone || (IsEdge(text, start - 1) && IsEdge(text, start + form.Length)))
                {
                    return true;
                }

                from = start + 1;
            }
        }

        return false;
    }

    /// <summary>Wipes every form.</summary>
    public void Dispose()
    {
        foreach (var (form, _) in _forms)
        {
            form.AsSpan().Clear();
        }

        _forms.Clear();
    }

    private static bool IsEdge(ReadOnlySpan<char> text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);

    private static T[] Pinned<T>(int length) => GC.AllocateArray<T>(length, pinned: true);

    private void Add(char[] form, StringComparison comparison)
    {
        if (form.Length > 0)
        {
            _forms.Add((form, comparison));
        }
    }

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        var hex = Pinned<char>(bytes.Length * 2);
        Convert.TryToHexStringLower(bytes, hex, out _);
        Add(hex, StringComparison.OrdinalIgnoreCase);
        foreach (var before in _standsAlone ? [0] : new[] { 0, 1, 2 })
        {
            AddBase64(bytes, before);
        }
    }

    /// <summary>The characters of Base64 text (RFC 4648 sections 4 and 5) that are the same whatever stands before and after the bytes; alone, all but the padding.</summary>
    private void AddBase64(ReadOnlySpan<byte> bytes, int before)
    {
        var padded = Pinned<byte>(before + bytes.Length);
        bytes.CopyTo(padded.AsSpan(before));
        var encoded = Pinned<byte>(Base64.GetMaxEncodedToUtf8Length(padded.Length));
        if (Base64.EncodeToUtf8(padded, encoded, out _, out var length) != OperationStatus.Done)
        {
            throw new InvalidOperationException("Base64 takes any bytes.");
        }

        var start = before == 0 ? 0 : before + 1;
        var end = _standsAlone ? encoded.AsSpan(0, length).TrimEnd((byte)'=').Length : padded.Length * 8 / 6;
        var standard = Pinned<char>(Math.Max(0, end - start));
        var forUrls = Pinned<char>(standard.Length);
        for (var at = 0; at < standard.Length; at++)
        {
            standard[at] = (char)encoded[start + at];
            forUrls[at] = standard[at] switch { '+' => '-', '/' => '_', var same => same };
        }

        padded.AsSpan().Clear();
        encoded.AsSpan().Clear();
        Add(standard, StringComparison.Ordinal);
        Add(forUrls, StringComparison.Ordinal);
    }
}
