using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Rfc;

/// <summary>Examples of protecting content with JOSE, section 5.5: ECDH-ES with A128CBC-HS256.</summary>
public class Rfc7520Tests
{
    private const string Header =
        "eyJhbGciOiJFQ0RILUVTIiwia2lkIjoibWVyaWFkb2MuYnJhbmR5YnVja0BidWNrbGFuZC5leGFtcGxlIiwiZXBrIjp7Imt0eSI6IkVDIiwiY3J2"
        + "IjoiUC0yNTYiLCJ4IjoibVBVS1RfYkFXR0hJaGcwVHBqanFWc1AxclhXUXVfdndWT0hIdE5rZFlvQSIsInkiOiI4QlFBc0ltR2VBUzQ2ZnlXdzVN"
        + "aFlmR1RUMElqQnBGdzJTUzM0RHY0SXJzIn0sImVuYyI6IkExMjhDQkMtSFMyNTYifQ";

    private const string Ciphertext =
        "BoDlwPnTypYq-ivjmQvAYJLb5Q6l-F3LIgQomlz87yW4OPKbWE1zSTEFjDfhU9IPIOSA9Bml4m7iDFwA-1ZXvHteLDtw4R1XRGMEsDIqAYtskTTm"
        + "zmzNa-_q4F_evAPUmwlO-ZG45Mnq4uhM1fm_D9rBtWolqZSF3xGNNkpOMQKF1Cl8i8wjzRli7-IXgyirlKQsbhhqRzkv8IcY6aHl24j03C-AR2le"
        + "1r7URUhArM79BY8soZU0lzwI-sD5PZ3l4NDCCei9XkoIAfsXJWmySPoeRb2Ni5UZL4mYpvKDiwmyzGd65KqVw7MsFfI_K767G9C9Azp73gKZD0Dy"
        + "Un1mn0WW5LmyX_yJ-3AROq8p1WZBfG-ZyJ6195_JGG2m9Csg";

    private const string Compact = Header + "..yc9N8v5sYyv3iGQT926IUg." + Ciphertext + ".WCCkNa-x4BeB9hIDIfFuhg";

    private const string Plaintext =
        "You can trust us to stick with you through thick and thin\u2013to the bitter end. And you can trust us to keep any "
        + "secret of yours\u2013closer than you keep it yourself. But you cannot trust us to let you face trouble alone, and "
        + "go off without a word. We are your friends, Frodo.";

    [Fact]
    public void The_value_of_section_5_5_opens_with_the_key_of_Meriadoc()
    {
        using var meriadoc = P256.ImportPrivate(Base64Url.DecodeFromChars("r_kHyZ-a06rmxM3yESK84r1otSg-aQcVStkRhA-iCM8"));
        var jwe = Jwe.Parse(new(Compact));
        var epk = JsonDocument.Parse(jwe.Header).RootElement.GetProperty("epk").GetRawText();
        Assert.True(Jwk.TryReadEc(Encoding.UTF8.GetBytes(epk), d: [], out var point));
        using var ephemeral = P256.ImportPublic(point);
        var key = new byte[A128CbcHs256.KeySize];
        var plaintext = new byte[jwe.MaxPlaintextLength];

        P256.Agree(meriadoc, ephemeral, apv: [], key);
        var length = jwe.Open(key, plaintext);

        Assert.Equal("hzHdlfQIAEehb8Hrd_mFRhKsKLEzPfshfXs9l6areCc", Base64Url.EncodeToString(key));
        Assert.Equal(Plaintext, Encoding.UTF8.GetString(plaintext[..length]));
    }

    [Fact]
    public void The_content_of_section_5_5_encrypts_to_its_ciphertext_and_tag()
    {
        var tag = new byte[A128CbcHs256.TagSize];

        var ciphertext = A128CbcHs256.Seal(
            Base64Url.DecodeFromChars("hzHdlfQIAEehb8Hrd_mFRhKsKLEzPfshfXs9l6areCc"),
            Base64Url.DecodeFromChars("yc9N8v5sYyv3iGQT926IUg"),
            Encoding.UTF8.GetBytes(Plaintext),
            Encoding.ASCII.GetBytes(Header),
            tag);

        Assert.Equal(Ciphertext, Base64Url.EncodeToString(ciphertext));
        Assert.Equal("WCCkNa-x4BeB9hIDIfFuhg", Base64Url.EncodeToString(tag));
    }
}
