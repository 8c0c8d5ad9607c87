using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Wycheproof;

public class JweTests
{
    private static readonly SealingContext Context = SealingContext.OnTheWay("s1", "password");

    public static TheoryData<string> Groups => Vectors.Groups("json_web_encryption_test.json");

    /// <summary>Valid or not: no foreign value was made for a place in this vault, and none may open.</summary>
    [Theory]
    [MemberData(nameof(Groups))]
    public void No_foreign_value_opens(string row)
    {
        if (Vectors.Group(row) is not { } group)
        {
            return;
        }

        using var opening = IsP256(group["private"]!) ? OpeningKey.FromJwk(Vectors.BareKey(group["private"]!)) : OpeningKey.Generate();
        using var overview = OverviewKey.Generate();
        Assert.All(group.Tests(), test =>
        {
            var value = new SealedValue(test["jwe"] is JsonValue ? test.Text("jwe") : test["jwe"]!.ToJsonString());

            Assert.Equal(VaultError.SealedValueInvalid, Assert.Throws<VaultException>(() => opening.Open(value, Context)).Error);
            Assert.Equal(VaultError.SealedValueInvalid, Assert.Throws<VaultException>(() => overview.Open(value)).Error);
        });
    }

    /// <summary>Where the algorithms are the ones used here, the parts do decrypt.</summary>
    [Theory]
    [MemberData(nameof(Groups))]
    public void The_parts_of_a_valid_value_of_the_same_algorithms_decrypt(string row)
    {
        if (Vectors.Group(row) is not { } group || !IsP256(group["private"]!))
        {
            return;
        }

        using var own = P256.ImportPrivate(Base64Url.DecodeFromChars(group["private"]!.Text("d")));
        Assert.All(group.Tests().Where(test => test.IsValid() && IsOfTheseAlgorithms(test)), test =>
        {
            var jwe = Jwe.Parse(new(test.Text("jwe")));
            Assert.True(Jwk.TryReadEc(Encoding.UTF8.GetBytes(JsonNode.Parse(jwe.Header)!["epk"]!.ToJsonString()), d: [], out var point));
            using var ephemeral = P256.ImportPublic(point);
            var key = new byte[A128CbcHs256.KeySize];
            var plaintext = new byte[jwe.MaxPlaintextLength];

            P256.Agree(own, ephemeral, apv: [], key);

            Assert.Equal(test.Hex("pt"), plaintext[..jwe.Open(key, plaintext)]);
        });
    }

    private static bool IsP256(JsonNode jwk) => jwk["crv"] is { } curve && string.Equals(curve.GetValue<string>(), "P-256", StringComparison.Ordinal);

    private static bool IsOfTheseAlgorithms(JsonNode test)
    {
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(test.Text("jwe").Split('.')[0]))!;
        return (header.Text("alg"), header.Text("enc")) == ("ECDH-ES", "A128CBC-HS256");
    }
}
