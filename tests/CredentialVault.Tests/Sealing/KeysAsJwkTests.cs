using System.Text;
using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Sealing;

public class KeysAsJwkTests
{
    private const string X = "Ze2loSV3wrroKUN_4zhwGhCqo3Xhu1td4QjeQ5wIVR0";
    private const string Y = "HlLtdXARY_f55A3fnzQbPcm6hgr34Mp8p-nuzQCE0Zw";
    private const string D = "r_kHyZ-a06rmxM3yESK84r1otSg-aQcVStkRhA-iCM8";
    private const string Order = "_____wAAAAD__________7zm-q2nF56E87nKwvxjJVE";
    private const string Zero = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static readonly SealingContext Context = SealingContext.OnTheWay("s1", "password");

    [Fact]
    public void What_is_sealed_with_the_written_public_key_opens_with_the_written_private_key()
    {
        using var generated = OpeningKey.Generate();
        var sealing = SealingKey.FromJwk(generated.SealingKey.ToJwk());
        using var opening = OpeningKey.FromJwk(generated.ToJwk());

        using var opened = opening.Open(sealing.Seal("secret"u8, Context), Context);

        Assert.Equal("secret", Encoding.UTF8.GetString(opened.Utf8));
        Assert.Equal(sealing.Kid, opening.Kid);
        Assert.Equal(generated.ToJwk(), opening.ToJwk());
    }

    [Fact]
    public void An_overview_key_opens_after_being_written_and_read()
    {
        using var generated = OverviewKey.Generate();
        using var read = OverviewKey.FromJwk(generated.ToJwk());

        Assert.Equal("overview"u8, read.Open(generated.Seal("overview"u8)));
        Assert.Equal(generated.Kid, read.Kid);
    }

    [Theory]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{X}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{Zero}}","y":"{{Zero}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-384","x":"{{X}}","y":"{{Y}}"}""")]
    [InlineData($$"""{"kty":"OKP","crv":"P-256","x":"{{X}}","y":"{{Y}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}","d":"{{D}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","x":"{{X}}","y":"{{Y}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}=","y":"{{Y}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}","use":"sig"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}"} {}""")]
    [InlineData($$"""{"kty":1,"crv":"P-256","x":"{{X}}","y":"{{Y}}"}""")]
    [InlineData($$"""{"kty":"E\ud800","crv":"P-256","x":"{{X}}","y":"{{Y}}"}""")]
    [InlineData($$"""{"\ud800":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public void What_is_not_exactly_a_public_P256_key_is_refused(string jwk) =>
        Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => SealingKey.FromJwk(Encoding.UTF8.GetBytes(jwk))).Error);

    [Theory]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}","d":"{{X}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}","d":"{{Zero}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}","d":"{{Order}}"}""")]
    [InlineData($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}","d":""}""")]
    public void What_is_not_exactly_a_private_P256_key_is_refused(string jwk) =>
        Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => OpeningKey.FromJwk(Encoding.UTF8.GetBytes(jwk))).Error);

    [Theory]
    [InlineData($$"""{"kty":"oct","k":"AAAA"}""")]
    [InlineData($$"""{"kty":"oct","k":"{{Zero}}AA"}""")]
    [InlineData($$"""{"kty":"oct","k":"{{Zero}}","alg":"dir"}""")]
    [InlineData($$"""{"kty":"EC","k":"{{Zero}}"}""")]
    [InlineData($$"""{"k":"{{Zero}}"}""")]
    public void What_is_not_exactly_a_256_bit_key_is_refused(string jwk) =>
        Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => OverviewKey.FromJwk(Encoding.UTF8.GetBytes(jwk))).Error);

    [Fact]
    public void The_private_key_of_the_examples_is_taken()
    {
        using var key = OpeningKey.FromJwk(Encoding.UTF8.GetBytes($$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}","d":"{{D}}"}"""));

        Assert.Equal(43, key.Kid.Length);
    }
}
