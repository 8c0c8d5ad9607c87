using System.Text;
using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Sealing;

public sealed class OverviewKeyTests : IDisposable
{
    // Computed independently from RFC 5869 and RFC 2104, for the key 00 01 .. 1F.
    private const string BlindIndexOfExample = "17712681FACE34D393CFFC6CB759F9A3D4D4B9D9F1A4F0C0D3E706FB6452E14C";

    private readonly OverviewKey _key = OverviewKey.Generate();

    public void Dispose() => _key.Dispose();

    [Fact]
    public void An_overview_opens_as_it_was_sealed() =>
        Assert.Equal("{\"label\":\"\u00e4\"}"u8, _key.Open(_key.Seal("{\"label\":\"\u00e4\"}"u8)));

    [Fact]
    public void A_thief_without_the_key_cannot_open_an_overview()
    {
        using var other = OverviewKey.Generate();
        var value = other.Seal("overview"u8);

        AssertRefused(value);
    }

    [Fact]
    public void An_overview_with_any_character_changed_does_not_open()
    {
        var compact = _key.Seal("overview"u8).Compact;

        Assert.All(Enumerable.Range(0, compact.Length), position =>
        {
            var changed = compact.ToCharArray();
            changed[position] = changed[position] == 'A' ? 'B' : 'A';
            AssertRefused(new(new string(changed)));
        });
    }

    [Theory]
    [InlineData("""{"alg":"dir","enc":"A128CBC-HS256","kid":"{kid}","zip":"DEF"}""")]
    [InlineData("""{"alg":"dir","enc":"A128CBC-HS256","kid":"{kid}","apv":""}""")]
    [InlineData("""{"alg":"ECDH-ES","enc":"A128CBC-HS256","kid":"{kid}"}""")]
    [InlineData("""{"alg":"dir","enc":"A128GCM","kid":"{kid}"}""")]
    [InlineData("""{"alg":"dir","enc":"A128CBC-HS256"}""")]
    public void Not_even_the_right_key_opens_another_header(string header)
    {
        var k = new byte[A128CbcHs256.KeySize];
        Assert.True(Jwk.TryReadOct(_key.ToJwk(), k));

        AssertRefused(Jwe.Seal(Encoding.UTF8.GetBytes(header.Replace("{kid}", _key.Kid, StringComparison.Ordinal)), "overview"u8, k));
    }

    [Fact]
    public void A_credential_is_found_by_its_origin_without_the_origin_being_written_down()
    {
        using var other = OverviewKey.Generate();
        using var same = OverviewKey.FromJwk(_key.ToJwk());

        var index = _key.BlindIndex("https://a.example");

        Assert.Equal(32, index.Length);
        Assert.Equal(index, same.BlindIndex("https://a.example"));
        Assert.NotEqual(index, _key.BlindIndex("https://b.example"));
        Assert.NotEqual(index, other.BlindIndex("https://a.example"));
    }

    [Fact]
    public void The_blind_index_of_an_origin_stays_the_same_in_every_version()
    {
        using var key = OverviewKey.FromJwk("{\"k\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\",\"kty\":\"oct\"}"u8);

        Assert.Equal(BlindIndexOfExample, Convert.ToHexString(key.BlindIndex("https://a.example")));
    }

    [Fact]
    public void A_disposed_key_does_nothing_more()
    {
        var value = _key.Seal("overview"u8);

        _key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _key.Open(value));
        Assert.Throws<ObjectDisposedException>(() => _key.BlindIndex("https://a.example"));
        Assert.Throws<ObjectDisposedException>(_key.ToJwk);
    }

    private void AssertRefused(SealedValue value) =>
        Assert.Equal(VaultError.SealedValueInvalid, Assert.Throws<VaultException>(() => _key.Open(value)).Error);
}
