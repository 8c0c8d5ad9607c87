using System.Text;
using System.Text.RegularExpressions;
using CredentialVault.Errors;
using CredentialVault.Sealing;
using CsCheck;

namespace CredentialVault.Tests.Sealing;

public class RecoveryKeyTests
{
    private static readonly SealingContext Context = SealingContext.AtRest("c1", "password", ["https://a.example"]);

    [Fact]
    public void What_is_sealed_to_the_kept_public_half_opens_with_the_owners_paper()
    {
        using var generated = RecoveryKey.Generate();
        var value = SealingKey.FromJwk(generated.SealingKey.ToJwk()).Seal("secret"u8, Context);

        using var typed = RecoveryKey.Parse(generated.ToText());
        using var opened = typed.OpeningKey.Open(value, Context);

        Assert.Equal("secret", Encoding.UTF8.GetString(opened.Utf8));
        Assert.Equal(generated.SealingKey.Kid, typed.SealingKey.Kid);
    }

    [Fact]
    public void The_text_is_fourteen_groups_of_four_that_can_be_written_down()
    {
        using var key = RecoveryKey.Generate();

        Assert.Matches(new Regex("^[A-Z2-7]{4}(-[A-Z2-7]{4}){13}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), key.ToText());
    }

    [Fact]
    public void An_owner_can_type_it_in_small_letters_with_spaces_or_none()
    {
        using var key = RecoveryKey.Generate();
        var text = key.ToText();

        using var small = RecoveryKey.Parse(" " + text.ToLowerInvariant().Replace('-', ' ') + "\n");
        using var joined = RecoveryKey.Parse(text.Replace("-", "", StringComparison.Ordinal));

        Assert.Equal(text, small.ToText());
        Assert.Equal(text, joined.ToText());
    }

    [Fact]
    public void One_mistyped_character_is_noticed()
    {
        using var key = RecoveryKey.Generate();
        var text = key.ToText();

        Gen.Select(Gen.Int[0, text.Length - 1], Gen.OneOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567018!".ToCharArray()))
            .Where((position, character) => text[position] != '-' && text[position] != character)
            .Sample((position, character) => IsRefused(text[..position] + character + text[(position + 1)..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA")]
    [InlineData("7777-7777-7777-7777-7777-7777-7777-7777-7777-7777-7777-7777-7777-7777")]
    public void Anything_else_is_refused(string text) => Assert.True(IsRefused(text));

    [Fact]
    public void A_missing_or_an_additional_character_is_noticed()
    {
        using var key = RecoveryKey.Generate();
        var text = key.ToText();

        Assert.True(IsRefused(text[1..]));
        Assert.True(IsRefused(text[..^1]));
        Assert.True(IsRefused(text + "A"));
    }

    [Fact]
    public void A_disposed_key_cannot_be_written_down_any_more()
    {
        var key = RecoveryKey.Generate();

        key.Dispose();

        Assert.Throws<ObjectDisposedException>(key.ToText);
    }

    private static bool IsRefused(string text)
    {
        try
        {
            RecoveryKey.Parse(text).Dispose();
            return false;
        }
        catch (VaultException refused)
        {
            return refused.Error == VaultError.RecoveryKeyInvalid;
        }
    }
}
