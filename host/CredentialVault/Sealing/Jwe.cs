using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CredentialVault.Errors;

namespace CredentialVault.Sealing;

/// <summary>The five parts of a JWE in compact serialization (RFC 7516 section 7.1); the encrypted key is always empty.</summary>
internal sealed class Jwe
{
    /// <summary>The longest plaintext, in bytes.</summary>
    public const int MaxPlaintext = 64 * 1024;

    private const int MaxHeader = 16 * 1024;
    private const int MaxCompact = 128 * 1024;

    private readonly byte[] _encodedHeader;
    private readonly byte[] _iv;
    private readonly byte[] _ciphertext;
    private readonly byte[] _tag;

    private Jwe(byte[] encodedHeader, byte[] header, byte[] iv, byte[] ciphertext, byte[] tag)
    {
        (_encodedHeader, Header, _iv, _ciphertext, _tag) = (encodedHeader, header, iv, ciphertext, tag);
    }

    /// <summary>The protected header, decoded: UTF-8 JSON that nothing vouches for before <see cref="Open"/>.</summary>
    public byte[] Header { get; }

    /// <summary>Bytes that the plaintext needs at most.</summary>
    public int MaxPlaintextLength => _ciphertext.Length;

    /// <summary>Encrypts under a new random initialization vector.</summary>
    /// <param name="header">The protected header: UTF-8 JSON.</param>
    /// <param name="plaintext">At most <see cref="MaxPlaintext"/> bytes.</param>
    /// <param name="key">The content encryption key, <see cref="A128CbcHs256.KeySize"/> bytes.</param>
    /// <exception cref="VaultException"><see cref="VaultError.TooLongToSeal"/>.</exception>
    public static SealedValue Seal(ReadOnlySpan<byte> header, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> key)
    {
        if (plaintext.Length > MaxPlaintext)
        {
            throw VaultError.TooLongToSeal.AsException();
        }

        Span<byte> iv = stackalloc byte[A128CbcHs256.IvSize];
        Span<byte> tag = stackalloc byte[A128CbcHs256.TagSize];
        RandomNumberGenerator.Fill(iv);

        var encodedHeader = Base64Url.EncodeToString(header);
        var ciphertext = A128CbcHs256.Seal(key, iv, plaintext, Encoding.ASCII.GetBytes(encodedHeader), tag);
        return new($"{encodedHeader}..{Base64Url.EncodeToString(iv)}.{Base64Url.EncodeToString(ciphertext)}.{Base64Url.EncodeToString(tag)}");
    }

    /// <summary>Takes the serialization apart. Nothing of it is trusted yet.</summary>
    /// <param name="value">The sealed value.</param>
    /// <exception cref="VaultException"><see cref="VaultError.SealedValueInvalid"/>.</exception>
    public static Jwe Parse(SealedValue value)
    {
        var compact = value.Compact;
        if (compact is null || compact.Length > MaxCompact || !Ascii.IsValid(compact))
        {
            throw VaultError.SealedValueInvalid.AsException();
        }

        ReadOnlySpan<byte> ascii = Encoding.ASCII.GetBytes(compact);
        Span<Range> parts = stackalloc Range[6];
        var iv = new byte[A128CbcHs256.IvSize];
        var tag = new byte[A128CbcHs256.TagSize];
        if (SplitAtDots(ascii, parts) == 5
            && ascii[parts[0]].Length <= MaxHeader
            && CanonicalBase64Url.TryDecode(ascii[parts[0]], out var header)
            && ascii[parts[1]].IsEmpty
            && CanonicalBase64Url.TryDecodeExactly(ascii[parts[2]], iv)
            && CanonicalBase64Url.TryDecode(ascii[parts[3]], out var ciphertext)
            && CanonicalBase64Url.TryDecodeExactly(ascii[parts[4]], tag))
        {
            return new(ascii[parts[0]].ToArray(), header, iv, ciphertext, tag);
        }

        throw VaultError.SealedValueInvalid.AsException();
    }

    /// <summary>Checks that header and content are as they were sealed, and decrypts.</summary>
    /// <param name="key">The content encryption key.</param>
    /// <param name="plaintext">At least <see cref="MaxPlaintextLength"/> bytes; wiping it stays with the caller.</param>
    /// <returns>How many bytes the plaintext is.</returns>
    /// <exception cref="VaultException"><see cref="VaultError.SealedValueInvalid"/>.</exception>
    public int Open(ReadOnlySpan<byte> key, Span<byte> plaintext) =>
        A128CbcHs256.Open(key, _iv, _ciphertext, _encodedHeader, _tag, plaintext);

    private static int SplitAtDots(ReadOnlySpan<byte> ascii, Span<Range> parts)
    {
        var count = 0;
        foreach (var part in ascii.Split((byte)'.'))
        {
            if (count == parts.Length)
            {
                break;
            }

            parts[count++] = part;
        }

        return count;
    }
}
