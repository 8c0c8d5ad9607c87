using System.Net;
using System.Text;
using System.Text.Json;

namespace CredentialVault.Testing.AgentsEye;

/// <summary>The forms in which an attacker would look for a secret.</summary>
public static class SecretForms
{
    /// <summary>Plain, URL-encoded, JSON-escaped, HTML-escaped, hex, Base64 at each of its three alignments, UTF-16 and reversed.</summary>
    /// <param name="secret">The secret; at least 6 characters, so that no form is found by accident.</param>
    public static IReadOnlyCollection<string> Of(string secret)
    {
        if (secret.Length < 6)
        {
            throw new ArgumentException("Too short to be looked for.", nameof(secret));
        }

        var utf8 = Encoding.UTF8.GetBytes(secret);
        HashSet<string> forms =
        [
            secret,
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
            JsonEncodedText.Encode(secret).ToString(),
            WebUtility.HtmlEncode(secret),
            Convert.ToHexString(utf8),
            Convert.ToHexStringLower(utf8),
            Convert.ToHexString(Encoding.Unicode.GetBytes(secret)),
            Convert.ToHexStringLower(Encoding.Unicode.GetBytes(secret)),
            string.Join('\0', secret.AsEnumerable()),
            new string([.. secret.Reverse()]),
        ];
        foreach (var alignment in Enumerable.Range(0, 3).Select(skipped => AlignedBase64(utf8, skipped)))
        {
            forms.Add(alignment);
            forms.Add(alignment.Replace('+', '-').Replace('/', '_'));
        }

        return forms;
    }

    /// <summary>The characters of Base64 text that are the same whatever stands before and after the secret.</summary>
    private static string AlignedBase64(byte[] utf8, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. utf8]).TrimEnd('=');
        var skipped = before == 0 ? 0 : before + 1;
        var whole = (before + utf8.Length) * 8 / 6;
        return text[skipped..Math.Min(text.Length, whole)];
    }
}
