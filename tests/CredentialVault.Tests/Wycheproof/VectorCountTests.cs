namespace CredentialVault.Tests.Wycheproof;

public class VectorCountTests
{
    [Theory]
    [InlineData("a128cbc_hs256_test.json", 94)]
    [InlineData("aes_cbc_pkcs5_test.json", 216)]
    [InlineData("ecdh_secp256r1_webcrypto_test.json", 353)]
    [InlineData("hmac_sha256_test.json", 174)]
    [InlineData("json_web_encryption_test.json", 139)]
    [InlineData("json_web_key_test.json", 26)]
    public void Every_vector_is_there_or_all_are_plainly_left_out(string file, int count) =>
        Assert.True(Vectors.Count(file) is null || Vectors.Count(file) == count);
}
