using System.Security.Cryptography;

namespace CredentialVault.Tests.Wycheproof;

/// <summary>What is built upon, as the platform does it.</summary>
public class PlatformTests
{
    public static TheoryData<string> HmacGroups => Vectors.Groups("hmac_sha256_test.json");

    public static TheoryData<string> AesGroups => Vectors.Groups("aes_cbc_pkcs5_test.json");

    [Theory]
    [MemberData(nameof(HmacGroups))]
    public void Exactly_the_valid_tags_are_those_of_HMAC_SHA_256(string row) => Assert.All(Vectors.Group(row)?.Tests() ?? [], test =>
    {
        var tag = test.Hex("tag");
        var computed = HMACSHA256.HashData(test.Hex("key"), test.Hex("msg")).AsSpan(0, tag.Length);

        Assert.Equal(test.IsValid(), CryptographicOperations.FixedTimeEquals(computed, tag));
    });

    [Theory]
    [MemberData(nameof(AesGroups))]
    public void Exactly_the_valid_ciphertexts_decrypt_with_AES_CBC(string row) => Assert.All(Vectors.Group(row)?.Tests() ?? [], test =>
    {
        using var aes = Aes.Create();
        aes.SetKey(test.Hex("key"));

        if (test.IsValid())
        {
            Assert.Equal(test.Hex("msg"), aes.DecryptCbc(test.Hex("ct"), test.Hex("iv")));
        }
        else
        {
            Assert.ThrowsAny<CryptographicException>(() => aes.DecryptCbc(test.Hex("ct"), test.Hex("iv")));
        }
    });
}
