using System.Text;
using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Sealing;

public class SealingContextTests
{
    [Fact]
    public void Each_part_stands_on_a_line_of_its_own_and_origins_are_sorted_by_code_unit()
    {
        Assert.Equal(
            "at-rest\nc1\npassword\nhttps://A.example\nhttps://a.example\nhttps://a.example:8443",
            Encoding.UTF8.GetString(SealingContext.AtRest("c1", "password", ["https://a.example:8443", "https://a.example", "https://A.example"]).Utf8));
        Assert.Equal("on-the-way\ns1\none-time-code", Encoding.UTF8.GetString(SealingContext.OnTheWay("s1", "one-time-code").Utf8));
    }

    [Theory]
    [InlineData("c1\nx", "password", "https://a.example")]
    [InlineData("c1", "pass\u0000word", "https://a.example")]
    [InlineData("c1", "password", "https://a.example\nhttps://b.example")]
    [InlineData("c1", "password\u0085", "https://a.example")]
    [InlineData("", "password", "https://a.example")]
    [InlineData("c1", "", "https://a.example")]
    [InlineData("c1", "password", "")]
    public void Parts_that_could_pass_for_others_are_refused(string credential, string field, string origin) =>
        Assert.Equal(
            VaultError.SealingContextInvalid,
            Assert.Throws<VaultException>(() => SealingContext.AtRest(credential, field, [origin])).Error);

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Equal(
            VaultError.SealingContextInvalid,
            Assert.Throws<VaultException>(() => SealingContext.OnTheWay("s1", "password\ud83d")).Error);

    [Fact]
    public void A_secret_without_a_place_to_be_typed_or_with_too_many_is_refused()
    {
        var many = Enumerable.Range(0, 1000).Select(i => $"https://{i}.example");

        Assert.Equal(VaultError.SealingContextInvalid, Assert.Throws<VaultException>(() => SealingContext.AtRest("c1", "password", [])).Error);
        Assert.Equal(VaultError.SealingContextInvalid, Assert.Throws<VaultException>(() => SealingContext.AtRest("c1", "password", many)).Error);
    }
}
