using System.Text;
using CredentialVault.Errors;
using CredentialVault.OneTimeCodes;
using CredentialVault.Secrets;
using CsCheck;

namespace CredentialVault.Tests.OneTimeCodes;

public class TotpSeedTests
{
    // The key of RFC 6238, "12345678901234567890", whose code at 59 seconds is 94287082.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static readonly DateTimeOffset Second59 = DateTimeOffset.FromUnixTimeSeconds(59);

    [Theory]
    [InlineData(Key)]
    [InlineData("gezdgnbvgy3tqojqgezdgnbvgy3tqojq")]
    [InlineData("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")]
    [InlineData("gezd-gnbv-gy3t-qojq-gezd-gnbv-gy3t-qojq")]
    [InlineData("  GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ======\n")]
    [InlineData("otpauth://totp/Example:ann@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example")]
    [InlineData("otpauth://totp/?issuer=A%20B&secret=gezd%20gnbv+gy3t-qojqgezdgnbvgy3tqojq%3D%3D")]
    [InlineData("OTPAUTH://TOTP/Example?SECRET=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=sha1&digits=6&period=30#top")]
    public void I_can_give_a_seed_in_every_form_that_sites_show(string text)
    {
        using var seed = TotpSeed.Parse(text);

        Assert.Equal("287082", Digits(seed, Second59));
        Assert.Equal((TotpAlgorithm.Sha1, 6, TimeSpan.FromSeconds(30)), (seed.Algorithm, seed.Digits, seed.Period));
    }

    [Theory]
    [InlineData("GEZDGNBVGY", "123456")]
    [InlineData("GEZDGNBVGY3T", "1234567")]
    [InlineData("GEZDGNBVGY3TQOJQ", "1234567890")]
    public void I_can_give_a_short_key_and_bits_that_fill_no_byte_do_not_count(string text, string key)
    {
        using var seed = TotpSeed.Parse(text);
        using var plain = new TotpSeed(Encoding.ASCII.GetBytes(key), TotpAlgorithm.Sha1, digits: 6, TimeSpan.FromSeconds(30));

        Assert.Equal(Digits(plain, Second59), Digits(seed, Second59));
    }

    [Theory]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8", TotpAlgorithm.Sha1, 8, 30, "94287082")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA&digits=8&algorithm=SHA256", TotpAlgorithm.Sha256, 8, 30, "46119246")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=7&period=59", TotpAlgorithm.Sha1, 7, 59, "4287082")]
    public void A_link_says_algorithm_digits_and_period(string link, TotpAlgorithm algorithm, int digits, int period, string code)
    {
        using var seed = TotpSeed.Parse(link);

        Assert.Equal((algorithm, digits, TimeSpan.FromSeconds(period)), (seed.Algorithm, seed.Digits, seed.Period));
        Assert.Equal(code, Digits(seed, Second59));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GEZDGNBVG")]
    [InlineData("GEZDGNBVGY1T")]
    [InlineData("GEZDGNBV=GY3T")]
    [InlineData("GEZDGNBVG\u00dd3T")]
    [InlineData("otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ&counter=1")]
    [InlineData("otpauth://totp/x")]
    [InlineData("otpauth://totp/x?issuer=Example")]
    [InlineData("otpauth://totp/x?secret=")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&secret=GEZDGNBVGY3TQOJQ")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=5")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=9")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=six")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=0")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=-30")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&algorithm=MD5")]
    [InlineData("otpauth://totp/x?secret=GEZDGNBVGY3TQOJ%5")]
    [InlineData("https://example.com/?secret=GEZDGNBVGY3TQOJQ")]
    public void A_wrong_seed_is_one_clear_error_that_repeats_nothing_of_it(string text)
    {
        var refused = Assert.Throws<VaultException>(() => TotpSeed.Parse(text));

        Assert.Equal(VaultError.SeedInvalid, refused.Error);
        Assert.Equal("seed-invalid", refused.Error.Code);
        Assert.Null(refused.InnerException);
    }

    [Fact]
    public void A_seed_that_is_too_long_is_refused()
    {
        Assert.Equal(VaultError.SeedInvalid, Assert.Throws<VaultException>(() => TotpSeed.Parse(new string('A', 2049))).Error);
    }

    [Fact]
    public void Whatever_is_typed_is_a_seed_or_that_one_error() =>
        Gen.Select(Gen.OneOf("", "otpauth://totp/", "otpauth://totp/?secret=", "otpauth://totp/?digits=7&secret=GEZDGNBVGY3T"), Gen.String)
            .Sample((start, rest) =>
            {
                try
                {
                    TotpSeed.Parse(start + rest).Dispose();
                    return true;
                }
                catch (VaultException refused)
                {
                    return refused.Error == VaultError.SeedInvalid;
                }
            });

    [Theory]
    [InlineData(Key, "otpauth://totp/?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30")]
    [InlineData("gezdgnbvgy3t", "otpauth://totp/?secret=GEZDGNBVGY3Q&algorithm=SHA1&digits=6&period=30")]
    [InlineData("otpauth://totp/a:b?period=60&secret=gezdgnbvgy3tqojq&digits=8&algorithm=Sha512&issuer=a", "otpauth://totp/?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA512&digits=8&period=60")]
    public void The_vault_keeps_every_seed_in_one_form_that_gives_the_same_codes(string text, string expected)
    {
        using var given = Secret.FromText(text);
        using var seed = TotpSeed.Parse(given);
        using var stored = seed.ToStored();
        using var again = TotpSeed.FromStored(stored);

        Assert.Equal(expected, Encoding.UTF8.GetString(stored.Utf8));
        Assert.Equal(Digits(seed, Second59), Digits(again, Second59));
        Assert.Equal((seed.Algorithm, seed.Digits, seed.Period), (again.Algorithm, again.Digits, again.Period));
    }

    [Fact]
    public void A_code_is_valid_from_the_first_moment_of_its_step_to_the_first_after_it()
    {
        using var seed = TotpSeed.Parse(Key);
        using var first = seed.CodeAt(DateTimeOffset.FromUnixTimeSeconds(30));
        using var last = seed.CodeAt(DateTimeOffset.FromUnixTimeMilliseconds(59_999));
        using var next = seed.CodeAt(DateTimeOffset.FromUnixTimeSeconds(60));
        using var byStep = seed.CodeForStep(1);

        Assert.Equal((1, 1, 2), (first.Step, last.Step, next.Step));
        Assert.True(first.Value.ContentEquals(last.Value));
        Assert.True(first.Value.ContentEquals(byStep.Value));
        Assert.False(first.Value.ContentEquals(next.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(30), first.ValidFrom);
        Assert.Equal(next.ValidFrom, first.ValidUntil);
    }

    [Fact]
    public void A_moment_before_1970_has_no_code()
    {
        using var seed = TotpSeed.Parse(Key);

        Assert.Throws<ArgumentOutOfRangeException>(() => seed.CodeAt(DateTimeOffset.FromUnixTimeSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => seed.CodeForStep(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => seed.CodeForStep(long.MaxValue));
    }

    [Fact]
    public void A_disposed_seed_gives_no_more_codes()
    {
        var seed = TotpSeed.Parse(Key);

        seed.Dispose();

        Assert.Throws<ObjectDisposedException>(() => seed.CodeAt(Second59));
        Assert.Throws<ObjectDisposedException>(seed.ToStored);
    }

    private static string Digits(TotpSeed seed, DateTimeOffset time)
    {
        using var code = seed.CodeAt(time);
        return Encoding.ASCII.GetString(code.Value.Utf8);
    }
}
