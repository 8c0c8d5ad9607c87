using System.Text;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Rfc;

/// <summary>JSON Web Key thumbprints: section 3.1.</summary>
public class Rfc7638Tests
{
    [Fact]
    public void The_key_of_section_3_1_has_its_thumbprint()
    {
        const string Canonical =
            "{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxu"
            + "hDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368"
            + "QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-"
            + "G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\"}";

        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", KeyThumbprint.OfCanonical(Encoding.UTF8.GetBytes(Canonical)));
    }

    [Fact]
    public void A_P256_key_is_named_by_its_required_members_in_lexicographic_order()
    {
        const string Jwk =
            "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"Ze2loSV3wrroKUN_4zhwGhCqo3Xhu1td4QjeQ5wIVR0\",\"y\":\"HlLtdXARY_f55A3fnzQbPcm6hgr34Mp8p-nuzQCE0Zw\"}";

        var key = SealingKey.FromJwk(Encoding.UTF8.GetBytes(Jwk));

        Assert.Equal(Jwk, Encoding.UTF8.GetString(key.ToJwk()));
        Assert.Equal(KeyThumbprint.OfCanonical(Encoding.UTF8.GetBytes(Jwk)), key.Kid);
    }
}
