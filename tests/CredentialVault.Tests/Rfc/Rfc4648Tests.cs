using System.Text;
using CredentialVault.Secrets;

namespace CredentialVault.Tests.Rfc;

/// <summary>Base32: section 10.</summary>
public class Rfc4648Tests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY======")]
    [InlineData("fo", "MZXQ====")]
    [InlineData("foo", "MZXW6===")]
    [InlineData("foob", "MZXW6YQ=")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI======")]
    public void The_texts_of_section_10_become_its_Base32_and_come_back(string text, string base32)
    {
        var encoded = new char[Base32.EncodedLength(text.Length)];
        var decoded = new byte[text.Length];

        Base32.Encode(Encoding.ASCII.GetBytes(text), encoded);
        var length = Base32.Decode(base32, decoded, out var characters);

        Assert.Equal(base32.TrimEnd('='), new string(encoded));
        Assert.Equal((text, encoded.Length), (Encoding.ASCII.GetString(decoded.AsSpan(0, length)), characters));
    }
}
