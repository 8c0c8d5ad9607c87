using System.Text;
using System.Text.Json;
using CredentialVault.Errors;
using CredentialVault.Sealing;
using CredentialVault.Secrets;
using CsCheck;

namespace CredentialVault.Tests.Sealing;

public sealed class SealingTests : IDisposable
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+ ";

    private static readonly Gen<string> Text =
        Gen.OneOf("a", "\u00e4", "\u6f22", "\U0001F511", "\n", "\0", "0123456789abcdef").Array[0, 200].Select(string.Concat);

    private readonly OpeningKey _key = OpeningKey.Generate();
    private readonly SealingContext _context = SealingContext.AtRest("c1", "password", ["https://a.example"]);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Whatever_text_is_sealed_opens_as_the_same_text() => Text.Sample(text =>
    {
        using var secret = Secret.FromText(text);
        using var opened = _key.Open(_key.SealingKey.Seal(secret, _context), _context);
        return opened.ContentEquals(secret);
    });

    [Fact]
    public void A_value_with_any_character_changed_does_not_open() =>
        Gen.Select(Text, Gen.Int[0, int.MaxValue], Gen.OneOf(Alphabet.ToCharArray())).Sample((text, position, character) =>
        {
            var compact = _key.SealingKey.Seal(Encoding.UTF8.GetBytes(text), _context).Compact.ToCharArray();
            position %= compact.Length;
            if (compact[position] == character)
            {
                return true;
            }

            compact[position] = character;
            return IsRefused(new(new string(compact)), _context);
        });

    [Fact]
    public void A_value_with_any_character_left_out_does_not_open() =>
        Gen.Select(Text, Gen.Int[0, int.MaxValue]).Sample((text, position) =>
        {
            var compact = _key.SealingKey.Seal(Encoding.UTF8.GetBytes(text), _context).Compact;
            return IsRefused(new(compact.Remove(position % compact.Length, 1)), _context);
        });

    [Fact]
    public void A_value_does_not_open_in_another_place()
    {
        var value = _key.SealingKey.Seal("secret"u8, _context);

        Assert.All(
            [
                SealingContext.AtRest("c2", "password", ["https://a.example"]),
                SealingContext.AtRest("c1", "totp", ["https://a.example"]),
                SealingContext.AtRest("c1", "password", ["https://b.example"]),
                SealingContext.AtRest("c1", "password", ["https://a.example", "https://b.example"]),
                SealingContext.OnTheWay("c1", "password"),
            ],
            elsewhere => Assert.True(IsRefused(value, elsewhere)));
    }

    [Fact]
    public void The_order_of_the_origins_does_not_matter()
    {
        var value = _key.SealingKey.Seal("secret"u8, SealingContext.AtRest("c1", "password", ["https://b.example", "https://a.example"]));

        using var opened = _key.Open(value, SealingContext.AtRest("c1", "password", ["https://a.example", "https://b.example", "https://a.example"]));

        Assert.Equal("secret", Encoding.UTF8.GetString(opened.Utf8));
    }

    [Fact]
    public void Another_key_does_not_open_it()
    {
        using var other = OpeningKey.Generate();
        var value = other.SealingKey.Seal("secret"u8, _context);

        Assert.True(IsRefused(value, _context));
    }

    [Fact]
    public void Sealing_the_same_twice_shows_nobody_that_it_is_the_same()
    {
        var parts = _key.SealingKey.Seal("secret"u8, _context).Compact.Split('.');
        var again = _key.SealingKey.Seal("secret"u8, _context).Compact.Split('.');

        Assert.Equal("", parts[1]);
        Assert.NotEqual(parts[0], again[0], StringComparer.Ordinal);
        Assert.NotEqual(parts[2], again[2], StringComparer.Ordinal);
        Assert.NotEqual(parts[3], again[3], StringComparer.Ordinal);
    }

    [Fact]
    public void The_longest_value_can_be_sealed_and_a_longer_one_is_refused()
    {
        var longest = new string('x', 64 * 1024);
        var context = SealingContext.AtRest("c1", "password", Enumerable.Range(0, 100).Select(i => $"https://{new string('a', 60)}{i}.example"));

        using var opened = _key.Open(_key.SealingKey.Seal(Encoding.UTF8.GetBytes(longest), context), context);

        Assert.Equal(64 * 1024, opened.Length);
        Assert.Equal(
            VaultError.TooLongToSeal,
            Assert.Throws<VaultException>(() => _key.SealingKey.Seal(Encoding.UTF8.GetBytes(longest + "x"), _context)).Error);
    }

    [Fact]
    public void The_header_is_what_other_implementations_expect()
    {
        var header = JsonDocument.Parse(Jwe.Parse(_key.SealingKey.Seal("secret"u8, _context)).Header).RootElement;

        Assert.Equal(["alg", "enc", "kid", "epk", "apv"], header.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);
        Assert.Equal("ECDH-ES", header.GetProperty("alg").GetString());
        Assert.Equal("A128CBC-HS256", header.GetProperty("enc").GetString());
        Assert.Equal(_key.Kid, header.GetProperty("kid").GetString());
        Assert.Equal("at-rest\nc1\npassword\nhttps://a.example", Encoding.UTF8.GetString(_context.Utf8));
    }

    [Fact]
    public void A_value_that_is_no_text_does_not_open() =>
        Assert.True(IsRefused(_key.SealingKey.Seal([0xFF, 0xFE], _context), _context));

    [Fact]
    public void A_disposed_key_opens_nothing()
    {
        var value = _key.SealingKey.Seal("secret"u8, _context);

        _key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _key.Open(value, _context));
    }

    private bool IsRefused(SealedValue value, SealingContext context)
    {
        try
        {
            _key.Open(value, context).Dispose();
            return false;
        }
        catch (VaultException refused)
        {
            return refused.Error == VaultError.SealedValueInvalid;
        }
    }
}
