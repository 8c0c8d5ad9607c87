using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Wycheproof;

public class JwkTests
{
    public static TheoryData<string> Groups => Vectors.Groups("json_web_key_test.json");

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_key_made_for_something_else_is_refused_as_it_stands(string row) =>
        Assert.All(Vectors.Group(row)?["private"]!["keys"]!.AsArray() ?? [], jwk =>
        {
            var json = System.Text.Encoding.UTF8.GetBytes(jwk!.ToJsonString());

            Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => OpeningKey.FromJwk(json)).Error);
            Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => SealingKey.FromJwk(json)).Error);
            Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => OverviewKey.FromJwk(json)).Error);
        });

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_key_that_is_broken_is_refused_even_without_what_it_is_said_to_be_for(string row)
    {
        if (Vectors.Group(row) is not { } group
            || group.Text("comment") is not ("invalid_point" or "wrong_curve" or "wrong_kty" or "HS256" or "HS384" or "HS512"))
        {
            return;
        }

        Assert.All(group["private"]!["keys"]!.AsArray(), jwk =>
        {
            var json = Vectors.BareKey(jwk!);

            Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => OpeningKey.FromJwk(json)).Error);
            Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => OverviewKey.FromJwk(json)).Error);
        });
    }
}
