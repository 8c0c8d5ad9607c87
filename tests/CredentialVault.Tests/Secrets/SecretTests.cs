using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CredentialVault.Errors;
using CredentialVault.Secrets;

namespace CredentialVault.Tests.Secrets;

public class SecretTests
{
    private const string Text = "correct horse \u00e4\u6f22\U0001F511";

    private sealed record Login(string User, Secret Password);

    [Fact]
    public void I_can_make_a_secret_of_text_and_read_its_bytes()
    {
        using var secret = Secret.FromText(Text);

        Assert.Equal(Encoding.UTF8.GetBytes(Text), secret.Utf8.ToArray());
        Assert.Equal(Encoding.UTF8.GetByteCount(Text), secret.Length);
    }

    [Fact]
    public void Printing_a_secret_shows_none_of_it()
    {
        using var secret = Secret.FromText(Text);

        Assert.Equal("[secret]", secret.ToString());
        Assert.Equal("as [secret]", $"as {secret}");
        Assert.Equal("Login { User = ann, Password = [secret] }", new Login("ann", secret).ToString());
        Assert.Equal("[secret]", typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
    }

    [Fact]
    public void A_serializer_can_neither_write_nor_read_a_secret()
    {
        using var secret = Secret.FromText(Text);

        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(secret));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Login("ann", secret)));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Secret>("\"text\""));
    }

    [Fact]
    public void Two_secrets_are_equal_only_when_I_ask_for_their_content()
    {
        using var one = Secret.FromText(Text);
        using var same = Secret.FromText(Text);
        using var other = Secret.FromText("correct horse");

        Assert.False(one.Equals(same));
        Assert.True(one.ContentEquals(same));
        Assert.False(one.ContentEquals(other));
    }

    [Fact]
    public void Disposing_a_secret_zeroes_its_bytes_and_gives_them_out_no_more()
    {
        var secret = Secret.FromText(Text);
        var bytes = secret.Utf8;

        secret.Dispose();

        Assert.False(bytes.ContainsAnyExcept((byte)0));
        Assert.Throws<ObjectDisposedException>(() => secret.Utf8.Length);
        Assert.Throws<ObjectDisposedException>(() => secret.Length);
        Assert.Throws<ObjectDisposedException>(secret.Copy);
        Assert.Equal("[secret]", secret.ToString());
    }

    [Fact]
    public void A_copy_outlives_the_secret_it_was_made_of()
    {
        var secret = Secret.FromText(Text);
        using var copy = secret.Copy();

        secret.Dispose();

        Assert.Equal(Text, Encoding.UTF8.GetString(copy.Utf8));
    }

    [Fact]
    public void What_is_no_text_is_refused_without_repeating_it()
    {
        var halfPair = Assert.Throws<VaultException>(() => Secret.FromText("pass\ud83dword"));
        var noUtf8 = Assert.Throws<VaultException>(() => new Secret([0x70, 0xFF]));

        Assert.Equal(VaultError.SecretNotText, halfPair.Error);
        Assert.Equal(VaultError.SecretNotText, noUtf8.Error);
        Assert.DoesNotContain("pass", halfPair.ToString().Split('\n')[0], StringComparison.Ordinal);
        Assert.Null(halfPair.InnerException);
    }
}
