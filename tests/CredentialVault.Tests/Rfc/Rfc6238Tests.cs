using System.Text;
using CredentialVault.OneTimeCodes;

namespace CredentialVault.Tests.Rfc;

/// <summary>TOTP: appendix B, with the key lengths of erratum 2866.</summary>
public class Rfc6238Tests
{
    [Theory]
    [InlineData(59, "94287082", "46119246", "90693936")]
    [InlineData(1111111109, "07081804", "68084774", "25091201")]
    [InlineData(1111111111, "14050471", "67062674", "99943326")]
    [InlineData(1234567890, "89005924", "91819424", "93441116")]
    [InlineData(2000000000, "69279037", "90698825", "38618901")]
    [InlineData(20000000000, "65353130", "77737706", "47863826")]
    public void The_moments_of_appendix_B_give_its_codes(long seconds, string sha1, string sha256, string sha512)
    {
        Assert.Equal(sha1, Code(TotpAlgorithm.Sha1, keyLength: 20, seconds));
        Assert.Equal(sha256, Code(TotpAlgorithm.Sha256, keyLength: 32, seconds));
        Assert.Equal(sha512, Code(TotpAlgorithm.Sha512, keyLength: 64, seconds));
    }

    private static string Code(TotpAlgorithm algorithm, int keyLength, long seconds)
    {
        var key = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1234567890", 7))[..keyLength]);
        using var seed = new TotpSeed(key, algorithm, digits: 8, TimeSpan.FromSeconds(30));
        using var code = seed.CodeAt(DateTimeOffset.FromUnixTimeSeconds(seconds));
        return Encoding.ASCII.GetString(code.Value.Utf8);
    }
}
