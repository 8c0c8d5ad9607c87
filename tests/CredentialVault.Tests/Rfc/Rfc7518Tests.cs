using System.Buffers.Text;
using System.Text;
using CredentialVault.Sealing;

namespace CredentialVault.Tests.Rfc;

/// <summary>JSON Web Algorithms: appendices B.1 and C.</summary>
public class Rfc7518Tests
{
    private static readonly byte[] Key = Convert.FromHexString("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
    private static readonly byte[] Iv = Convert.FromHexString("1AF38C2DC2B96FFDD86694092341BC04");
    private static readonly byte[] Plaintext = Encoding.ASCII.GetBytes(
        "A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience");

    private static readonly byte[] AssociatedData = Encoding.ASCII.GetBytes("The second principle of Auguste Kerckhoffs");
    private static readonly byte[] Ciphertext = Convert.FromHexString(
        "C80EDFA32DDF39D5EF00C0B468834279A2E46A1B8049F792F76BFE54B903A9C9"
        + "A94AC9B47AD2655C5F10F9AEF71427E2FC6F9B3F399A221489F16362C7032336"
        + "09D45AC69864E3321CF82935AC4096C86E133314C54019E8CA7980DFA4B9CF1B"
        + "384C486F3A54C51078158EE5D79DE59FBD34D848B3D69550A67646344427ADE5"
        + "4B8851FFB598F7F80074B9473C82E2DB");

    private static readonly byte[] Tag = Convert.FromHexString("652C3FA36B0A7C5B3219FAB3A30BC1C4");

    [Fact]
    public void The_text_of_appendix_B_1_encrypts_to_its_ciphertext_and_tag()
    {
        var tag = new byte[A128CbcHs256.TagSize];

        var ciphertext = A128CbcHs256.Seal(Key, Iv, Plaintext, AssociatedData, tag);

        Assert.Equal(Ciphertext, ciphertext);
        Assert.Equal(Tag, tag);
    }

    [Fact]
    public void The_ciphertext_of_appendix_B_1_decrypts_to_its_text()
    {
        var plaintext = new byte[Ciphertext.Length];

        var length = A128CbcHs256.Open(Key, Iv, Ciphertext, AssociatedData, Tag, plaintext);

        Assert.Equal(Plaintext, plaintext[..length]);
    }

    [Fact]
    public void Alice_and_Bob_of_appendix_C_agree_on_its_key()
    {
        using var alice = P256.ImportPrivate(Base64Url.DecodeFromChars("0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"));
        using var bob = P256.ImportPrivate(Base64Url.DecodeFromChars("VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"));
        var sharedSecret = alice.DeriveRawSecretAgreement(bob.PublicKey);
        var key = new byte[16];

        ConcatKdf.Derive(sharedSecret, "A128GCM"u8, "Alice"u8, "Bob"u8, key);

        Assert.Equal("VqqN6vgjbSBcIijNcacQGg", Base64Url.EncodeToString(key));
        Assert.Equal(sharedSecret, bob.DeriveRawSecretAgreement(alice.PublicKey));
        Assert.Equal("gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0", Base64Url.EncodeToString(alice.ExportParameters(false).Q.X));
    }
}
