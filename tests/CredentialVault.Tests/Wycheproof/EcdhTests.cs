using System.Buffers.Text;
using CredentialVault.Errors;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Wycheproof;

public class EcdhTests
{
    public static TheoryData<string> Groups => Vectors.Groups("ecdh_secp256r1_webcrypto_test.json");

    [Theory]
    [MemberData(nameof(Groups))]
    public void Valid_points_lead_to_the_key_of_their_shared_secret_and_others_are_no_keys(string row) =>
        Assert.All(Vectors.Group(row)?.Tests() ?? [], test =>
        {
            var publicJwk = Vectors.BareKey(test["public"]!);
            if (!test.IsValid())
            {
                Assert.Equal(VaultError.KeyInvalid, Assert.Throws<VaultException>(() => SealingKey.FromJwk(publicJwk)).Error);
                return;
            }

            Assert.True(Jwk.TryReadEc(publicJwk, d: [], out var point));
            using var other = P256.ImportPublic(point);
            using var own = P256.ImportPrivate(Base64Url.DecodeFromChars(test["private"]!.Text("d")));
            var expected = new byte[A128CbcHs256.KeySize];
            var agreed = new byte[A128CbcHs256.KeySize];
            ConcatKdf.Derive(test.Hex("shared"), JweHeader.Encryption, apu: [], apv: "context"u8, expected);

            P256.Agree(own, other, "context"u8, agreed);

            Assert.Equal(expected, agreed);
        });
}
