using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Wycheproof;

public class A128CbcHs256Tests
{
    public static TheoryData<string> Groups => Vectors.Groups("a128cbc_hs256_test.json");

    [Theory]
    [MemberData(nameof(Groups))]
    public void Exactly_the_valid_ciphertexts_open(string row) => Assert.All(Vectors.Group(row)?.Tests() ?? [], test =>
    {
        var plaintext = new byte[test.Hex("ct").Length];
        int Open() => A128CbcHs256.Open(test.Hex("key"), test.Hex("iv"), test.Hex("ct"), test.Hex("aad"), test.Hex("tag"), plaintext);

        if (test.IsValid())
        {
            Assert.Equal(test.Hex("msg"), plaintext[..Open()]);
        }
        else
        {
            Assert.Equal(VaultError.SealedValueInvalid, Assert.Throws<VaultException>(() => Open()).Error);
        }
    });

    [Theory]
    [MemberData(nameof(Groups))]
    public void Sealing_gives_the_valid_ciphertexts(string row) =>
        Assert.All(Vectors.Group(row)?.Tests().Where(Vectors.IsValid) ?? [], test =>
        {
            var tag = new byte[A128CbcHs256.TagSize];

            var ciphertext = A128CbcHs256.Seal(test.Hex("key"), test.Hex("iv"), test.Hex("msg"), test.Hex("aad"), tag);

            Assert.Equal(test.Hex("ct"), ciphertext);
            Assert.Equal(test.Hex("tag"), tag);
        });
}
