using System.Net;
using System.Text;
using System.Text.Json;

namespace CredentialVault.CliTests;

public sealed class Explaining : IDisposable
{
    private const string Page = """
        <!doctype html><html lang="en"><title>Sign in</title><h1>Sign in</h1>
        <form method="post"><label>Company <input name="company"></label><label>Email <input name="mail" type="email"></label>
        <label>Password <input type="password" name="pw" value="never shown"></label><button>Sign in</button></form>
        """;

    private const string Empty = "<!doctype html><title>Orders</title><main></main>";

    private const string NewName = """
        <!doctype html><html lang="en"><title>Account</title><h1>Change your email</h1>
        <form method="post"><label>New email <input name="mail" type="email"></label>
        <label>Password <input type="password" name="pw"></label><button>Change email</button></form>
        """;

    private readonly Owner _owner = new();
    private readonly HttpListener _site = new();
    private readonly string _address = $"http://127.0.0.1:{FreePort()}/";

    public Explaining()
    {
        _site.Prefixes.Add(_address);
        _site.Start();
        _ = ServeAsync();
    }

    public void Dispose()
    {
        _site.Close();
        _owner.Dispose();
    }

    [Fact]
    public async Task I_see_how_a_page_is_read_and_why()
    {
        var answer = await _owner.SucceedAsync("explain", _address + "?invitation=let-me-in#and-this");

        Assert.DoesNotContain("let-me-in", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("and-this", answer.Output, StringComparison.Ordinal);
        Assert.StartsWith(_address + "\n  verdict  signed-out\n  kind     sign-in\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  field    username: <input type=\"email\" name=\"mail\"> \"Email\"\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  field    further: <input name=\"company\"> \"Company\"\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  submit   <button> \"Sign in\"\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("  because  the button says that it is for signing in [submit-says-sign-in]\n", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("never shown", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "there is nothing to be seen yet [shows-nothing]")]
    [InlineData("new-name", "the button says that it is for changing a name or an address [submit-says-new-name]")]
    [InlineData("new-name", "a heading says that it is for changing a name or an address [heading-says-new-name]")]
    public async Task I_am_told_in_words_why(string page, string words)
    {
        var answer = await _owner.SucceedAsync("explain", _address + page);

        Assert.Contains($"  because  {words}\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_the_same_as_json()
    {
        using var documents = JsonDocument.Parse((await _owner.SucceedAsync("explain", _address, "--json")).Output);

        var page = Assert.Single(documents.RootElement.EnumerateArray().ToArray());
        Assert.Equal("sign-in", page.GetProperty("kind").GetString());
        Assert.Equal("username password further", string.Join(' ', page.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task I_am_told_when_nothing_answers()
    {
        var answer = await _owner.RunAsync("explain", "http://127.0.0.1:9/");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("[page-unreachable]", answer.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _owner.RunAsync("explain", "file:///etc/hosts")).ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string PageAt(string path) => path switch
    {
        "/empty" => Empty,
        "/new-name" => NewName,
        _ => Page,
    };

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _site.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(PageAt(context.Request.Url!.AbsolutePath)));
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
