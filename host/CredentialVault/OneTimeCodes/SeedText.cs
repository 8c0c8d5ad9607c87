using System.Globalization;
using System.Security.Cryptography;
using CredentialVault.Errors;
using CredentialVault.Secrets;

namespace CredentialVault.OneTimeCodes;

/// <summary>Reads the forms in which sites show a seed, without leaving the key in a string.</summary>
internal static class SeedText
{
    private const int MaxLength = 2048;
    private const int MinKeyCharacters = 10;
    private const int MaxPeriodSeconds = 24 * 60 * 60;
    private const string Scheme = "otpauth://";
    private const string Type = "totp/";

    /// <summary>See <see cref="TotpSeed.Parse(ReadOnlySpan{char})"/>.</summary>
    /// <exception cref="VaultException"><see cref="VaultError.SeedInvalid"/>.</exception>
    public static TotpSeed Parse(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > MaxLength)
        {
            throw VaultError.SeedInvalid.AsException();
        }

        return trimmed.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? ParseLink(trimmed[Scheme.Length..])
            : FromKey(trimmed, TotpAlgorithm.Sha1, digits: 6, periodSeconds: 30);
    }

    /// <summary>The name of the algorithm in a link.</summary>
    public static string NameOf(TotpAlgorithm algorithm) => algorithm switch
    {
        TotpAlgorithm.Sha256 => "SHA256",
        TotpAlgorithm.Sha512 => "SHA512",
        _ => "SHA1",
    };

    // The format of links is the one that authenticator apps agreed on: otpauth://totp/LABEL?secret=...&issuer=...
    private static TotpSeed ParseLink(ReadOnlySpan<char> link)
    {
        var query = link.IndexOf('?');
        if (query < 0 || !link.StartsWith(Type, StringComparison.OrdinalIgnoreCase))
        {
            throw VaultError.SeedInvalid.AsException();
        }

        ReadOnlySpan<char> secret = default, algorithm = default, digits = default, period = default;
        var parameters = link[(query + 1)..];
        var fragment = parameters.IndexOf('#');
        parameters = fragment < 0 ? parameters : parameters[..fragment];
        foreach (var range in parameters.Split('&'))
        {
            var parameter = parameters[range];
            var equals = parameter.IndexOf('=');
            var name = parameter[..Math.Max(equals, 0)];
            var value = parameter[(equals + 1)..];
            var taken =
                name.Equals("secret", StringComparison.OrdinalIgnoreCase) ? TakeOnce(ref secret, value)
                : name.Equals("algorithm", StringComparison.OrdinalIgnoreCase) ? TakeOnce(ref algorithm, value)
                : name.Equals("digits", StringComparison.OrdinalIgnoreCase) ? TakeOnce(ref digits, value)
                : !name.Equals("period", StringComparison.OrdinalIgnoreCase) || TakeOnce(ref period, value);
            if (!taken)
            {
                throw VaultError.SeedInvalid.AsException();
            }
        }

        Span<char> decoded = stackalloc char[MaxLength];
        try
        {
            return FromKey(
                decoded[..DecodePercent(secret, decoded)],
                AlgorithmFrom(algorithm),
                NumberFrom(digits, ifAbsent: 6),
                NumberFrom(period, ifAbsent: 30));
        }
        finally
        {
            decoded.Clear();
        }
    }

    private static TotpSeed FromKey(ReadOnlySpan<char> base32, TotpAlgorithm algorithm, int digits, int periodSeconds)
    {
        Span<byte> key = stackalloc byte[MaxLength];
        try
        {
            var length = Base32.Decode(base32, key, out var characters);
            return length < 0 || characters < MinKeyCharacters || digits is < 6 or > 8 || periodSeconds is < 1 or > MaxPeriodSeconds
                ? throw VaultError.SeedInvalid.AsException()
                : new(key[..length], algorithm, digits, TimeSpan.FromSeconds(periodSeconds));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static bool TakeOnce(ref ReadOnlySpan<char> place, ReadOnlySpan<char> value)
    {
        var first = place.IsEmpty && !value.IsEmpty;
        place = value;
        return first;
    }

    private static TotpAlgorithm AlgorithmFrom(ReadOnlySpan<char> name) =>
        name.IsEmpty || name.Equals("SHA1", StringComparison.OrdinalIgnoreCase) ? TotpAlgorithm.Sha1
        : name.Equals("SHA256", StringComparison.OrdinalIgnoreCase) ? TotpAlgorithm.Sha256
        : name.Equals("SHA512", StringComparison.OrdinalIgnoreCase) ? TotpAlgorithm.Sha512
        : throw VaultError.SeedInvalid.AsException();

    private static int NumberFrom(ReadOnlySpan<char> text, int ifAbsent) =>
        text.IsEmpty ? ifAbsent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw VaultError.SeedInvalid.AsException();

    private static int DecodePercent(ReadOnlySpan<char> text, Span<char> decoded)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                decoded[length++] = text[i] == '+' ? ' ' : text[i];
            }
            else if (i + 2 < text.Length
                && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                decoded[length++] = (char)value;
                i += 2;
            }
            else
            {
                throw VaultError.SeedInvalid.AsException();
            }
        }

        return length;
    }
}
