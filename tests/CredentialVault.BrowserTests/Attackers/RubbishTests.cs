using System.Text;
using CredentialVault.BrowserTests.Worlds;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Whatever is written to the host, it answers with one stable error, and the vault stays as it is.</summary>
public sealed class RubbishTests(ThreeProfiles vault) : IClassFixture<ThreeProfiles>
{
    private const string Hello = """{"version":1,"id":9,"type":"hello","body":{"extension":"0.1.0","browser":"x"}}""";

    public static TheoryData<string, string> Messages => new()
    {
        { "", "bad-message" },
        { "rubbish", "bad-message" },
        { "{", "bad-message" },
        { "null", "bad-message" },
        { "[]", "bad-message" },
        { "{}", "bad-message" },
        { Hello.Replace("\"id\":9,", "", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"id\":9", "\"id\":\"9\"", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"id\":9", "\"id\":-1", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"id\":9", "\"id\":9007199254740992", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"id\":9", "\"id\":9,\"id\":9", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"id\":9", "\"id\":9,\"more\":1", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"browser\":\"x\"", "\"browser\":7", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"browser\":\"x\"", "\"browser\":null", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"browser\":\"x\"", "\"browser\":\"x\",\"browser\":\"y\"", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace(",\"browser\":\"x\"", "", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"x\"", $"\"{new string('x', 300)}\"", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"x\"", "\"x\",\"secret\":true", StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"body\":{", "\"body\":{\"a\":" + new string('[', 5000), StringComparison.Ordinal), "bad-message" },
        { Hello.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal), "version-unsupported" },
        { Hello.Replace("\"hello\"", "\"open-everything\"", StringComparison.Ordinal), "type-unknown" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_that_is_none_is_answered_with_an_error_and_the_next_one_is_served(string message, string code)
    {
        var before = VaultBytes();
        using var host = vault.StartHost(ThreeProfiles.Idle);

        var answer = await host.SendAsync(Encoding.UTF8.GetBytes(message));

        Assert.Equal(("error", code), (answer.GetProperty("type").GetString(), answer.GetProperty("body").GetProperty("code").GetString()));
        Assert.Equal(before, VaultBytes());
        Assert.Equal("hello", (await host.SendAsync(Encoding.UTF8.GetBytes(Hello))).GetProperty("type").GetString());
        var end = await host.CloseAsync();
        Assert.Equal(new Testing.CommandResult(0, "", ""), end);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_answered_with_an_error()
    {
        using var host = vault.StartHost(ThreeProfiles.Idle);
        byte[] message = [.. "{\"version\":1,\"id\":9,\"type\":\""u8, 0xC3, 0x28, 0xFF, .. "\",\"body\":{}}"u8];
        var answer = await host.SendAsync(message);
        Assert.Equal("bad-message", answer.GetProperty("body").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData(0x01, 0x00, 0x10, 0x00)]
    public async Task A_length_beyond_the_limit_ends_the_host_with_one_line(byte one, byte two, byte three, byte four)
    {
        using var host = vault.StartHost(ThreeProfiles.Idle);
        var answer = await host.SendRawAsync([one, two, three, four]);
        Assert.Equal("message-too-long", answer.GetProperty("body").GetProperty("code").GetString());
        Assert.Equal("credential-vault-host: The message is longer than the host reads. [message-too-long]\n", (await host.CloseAsync()).Error);
    }

    [Fact]
    public async Task An_input_that_ends_within_a_message_ends_the_host_quietly()
    {
        using var host = vault.StartHost(ThreeProfiles.Idle);
        Assert.Equal("hello", (await host.SendAsync(Encoding.UTF8.GetBytes(Hello))).GetProperty("type").GetString());
        await Assert.ThrowsAsync<EndOfStreamException>(() => CutAsync(host));
    }

    private static async Task CutAsync(HostByHand host)
    {
        var cut = host.SendRawAsync([200, 0, 0, 0, (byte)'{']);
        await Task.Delay(200);
        host.CloseInput();
        await cut;
    }

    /// <summary>The database without its log, which the greeting of other tests writes to.</summary>
    private string VaultBytes() => Convert.ToHexString(File.ReadAllBytes(Path.Combine(vault.Owner.VaultHome, "vault.db")));
}
