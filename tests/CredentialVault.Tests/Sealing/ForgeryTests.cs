using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CredentialVault.Errors;
using CredentialVault.Sealing;
using CsCheck;

namespace CredentialVault.Tests.Sealing;

/// <summary>
/// What an attacker can try who knows the public key: each value here is correctly encrypted and authenticated for it,
/// and differs from a proper one in one thing only.
/// </summary>
public sealed class ForgeryTests : IDisposable
{
    private const string Proper =
        """{"alg":"ECDH-ES","enc":"A128CBC-HS256","kid":"{kid}","epk":{"kty":"EC","crv":"P-256","x":"{x}","y":"{y}"},"apv":"{apv}"}""";

    private readonly OpeningKey _key = OpeningKey.Generate();
    private readonly SealingContext _context = SealingContext.OnTheWay("s1", "password");

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("\"alg\":\"ECDH-ES\",\"enc\":\"A128CBC-HS256\",", "\"enc\" : \"A128CBC-HS256\", \"alg\" : \"ECDH-ES\",")]
    public void Order_and_spaces_of_the_header_are_the_senders_choice(string part, string instead)
    {
        using var opened = _key.Open(Forge(part, instead), _context);

        Assert.Equal("secret", Encoding.UTF8.GetString(opened.Utf8));
    }

    [Theory]
    [InlineData("ECDH-ES", "ECDH-ES+A128KW")]
    [InlineData("ECDH-ES", "ecdh-es")]
    [InlineData("ECDH-ES", "dir")]
    [InlineData("A128CBC-HS256", "A128GCM")]
    [InlineData("A128CBC-HS256", "A256CBC-HS512")]
    [InlineData("\"alg\":\"ECDH-ES\",", "")]
    [InlineData("\"enc\":\"A128CBC-HS256\",", "")]
    [InlineData("\"kid\":\"{kid}\",", "")]
    [InlineData(",\"apv\":\"{apv}\"", "")]
    [InlineData("\"kid\":\"{kid}\"", "\"kid\":\"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs\"")]
    [InlineData("\"kid\":\"{kid}\"", "\"kid\":7")]
    [InlineData("{apv}", "{apv}=")]
    [InlineData("{apv}", "b24tdGhlLXdheQ")]
    [InlineData("\"alg\"", "\"zip\":\"DEF\",\"alg\"")]
    [InlineData("\"alg\"", "\"crit\":[\"exp\"],\"exp\":1,\"alg\"")]
    [InlineData("\"alg\"", "\"typ\":\"JWE\",\"alg\"")]
    [InlineData("\"alg\"", "\"apu\":\"\",\"alg\"")]
    [InlineData("\"alg\"", "\"alg\":\"dir\",\"alg\"")]
    [InlineData("\"alg\"", "\"alg\":\"ECDH-ES\",\"alg\"")]
    [InlineData("\"apv\"", "\"apv\":\"{apv}\",\"apv\"")]
    [InlineData("\"alg\"", "\"Alg\"")]
    [InlineData("\"alg\"", "\"\\ud800\":1,\"alg\"")]
    [InlineData("{kid}", "\\ud800")]
    [InlineData("{kid}", "\\udc00\\ud800{kid}")]
    [InlineData("ECDH-ES", "ECDH-E\\ud800")]
    [InlineData("ECDH-ES", "\\u0045CDH-ES")]
    [InlineData("\"alg\"", "\"\\u0061lg\"")]
    [InlineData("P-256", "P-384")]
    [InlineData("\"EC\"", "\"OKP\"")]
    [InlineData(",\"y\":\"{y}\"", "")]
    [InlineData("\"kty\":\"EC\"", "\"kty\":\"EC\",\"d\":\"{x}\"")]
    [InlineData("\"kty\":\"EC\"", "\"kty\":\"EC\",\"kid\":\"1\"")]
    [InlineData("{x}", "{x}=")]
    [InlineData("{x}", "AAAA")]
    [InlineData("{x}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("{\"alg\"", "[{\"alg\"")]
    [InlineData("{\"alg\"", "/**/{\"alg\"")]
    [InlineData("{\"alg\"", "\ufeff{\"alg\"")]
    [InlineData("\"{apv}\"}", "\"{apv}\",}")]
    [InlineData("\"{apv}\"}", "\"{apv}\"}{}")]
    [InlineData("\"{apv}\"}", "\"{apv}\"")]
    public void An_attacker_cannot_change_leave_out_or_add_anything_in_the_header(string part, string instead)
    {
        Assert.Contains(part, Proper, StringComparison.Ordinal);

        AssertRefused(Forge(part, instead));
    }

    [Fact]
    public void Whatever_bytes_an_attacker_puts_into_the_header_the_refusal_is_the_same() =>
        Gen.Select(Gen.Int[0, Proper.Length - 1], Gen.Byte.Array[1, 3]).Sample((position, bytes) => OpensOrIsRefused(Seal(q =>
        {
            var header = JweHeader.WriteAgreement(_key.Kid, q, _context);
            bytes.CopyTo(header.AsSpan(position));
            return header;
        })));

    [Theory]
    [InlineData(1, "AAAA")]
    [InlineData(2, "")]
    [InlineData(2, "AAAAAAAAAAAAAAAAAAAA")]
    [InlineData(3, "")]
    [InlineData(3, "AAAA")]
    [InlineData(4, "")]
    [InlineData(4, "AAAAAAAAAAA")]
    public void An_attacker_cannot_change_the_size_of_a_part(int part, string instead)
    {
        var parts = Forge("", "").Compact.Split('.');
        parts[part] = instead;

        AssertRefused(new(string.Join('.', parts)));
    }

    [Theory]
    [InlineData(2, "==")]
    [InlineData(3, "==")]
    [InlineData(3, " ")]
    [InlineData(3, "\n")]
    [InlineData(4, "==")]
    public void An_attacker_cannot_add_padding_or_white_space_to_a_part(int part, string addition)
    {
        var parts = Forge("", "").Compact.Split('.');
        parts[part] += addition;

        AssertRefused(new(string.Join('.', parts)));
    }

    [Theory]
    [InlineData("{0}.")]
    [InlineData(".{0}")]
    [InlineData("{0}=")]
    [InlineData("{0} ")]
    [InlineData("{0}\n")]
    [InlineData("{0}\u00e9")]
    [InlineData("")]
    [InlineData("....")]
    [InlineData("{{\"ciphertext\":\"AAAA\"}}")]
    public void An_attacker_cannot_serialize_it_otherwise(string format) =>
        AssertRefused(new(string.Format(null, format, Forge("", "").Compact)));

    [Fact]
    public void Stray_bits_in_the_last_character_are_not_overlooked()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var compact = Forge("", "").Compact;

        // 16 bytes are 22 characters, of which the last carries two bits and four that must be zero.
        var strayBit = Alphabet[Alphabet.IndexOf(compact[^1], StringComparison.Ordinal) | 1];

        Assert.NotEqual(compact[^1], strayBit);
        AssertRefused(new(compact[..^1] + strayBit));
    }

    [Fact]
    public void What_is_no_value_at_all_or_endless_is_refused()
    {
        AssertRefused(default);
        AssertRefused(new(Forge("", "").Compact + new string('A', 128 * 1024)));
    }

    private void AssertRefused(SealedValue value) =>
        Assert.Equal(VaultError.SealedValueInvalid, Assert.Throws<VaultException>(() => _key.Open(value, _context)).Error);

    private bool OpensOrIsRefused(SealedValue value)
    {
        try
        {
            _key.Open(value, _context).Dispose();
            return true;
        }
        catch (VaultException refused)
        {
            return refused.Error == VaultError.SealedValueInvalid;
        }
    }

    private SealedValue Forge(string part, string instead) => Seal(q => Encoding.UTF8.GetBytes(
        (part.Length == 0 ? Proper : Proper.Replace(part, instead, StringComparison.Ordinal))
            .Replace("{kid}", _key.Kid, StringComparison.Ordinal)
            .Replace("{x}", Base64Url.EncodeToString(q.X), StringComparison.Ordinal)
            .Replace("{y}", Base64Url.EncodeToString(q.Y), StringComparison.Ordinal)
            .Replace("{apv}", Base64Url.EncodeToString(_context.Utf8), StringComparison.Ordinal)));

    private SealedValue Seal(Func<ECPoint, byte[]> header)
    {
        using var ephemeral = P256.Generate();
        using var recipient = P256.ImportPrivate(PrivateScalar());
        var key = new byte[A128CbcHs256.KeySize];
        P256.Agree(ephemeral, recipient, _context.Utf8, key);
        return Jwe.Seal(header(ephemeral.ExportParameters(includePrivateParameters: false).Q), "secret"u8, key);
    }

    private byte[] PrivateScalar()
    {
        var d = new byte[P256.Size];
        Assert.True(Jwk.TryReadEc(_key.ToJwk(), d, out _));
        return d;
    }
}
