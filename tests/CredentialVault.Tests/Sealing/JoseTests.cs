using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialVault.Sealing;
using CredentialVault.Secrets;

namespace CredentialVault.Tests.Sealing;

/// <summary>This library and the extension's <c>jose</c> open each other's tokens. Run by Node with the package that the extension is built with.</summary>
public class JoseTests
{
    private const string Text = "pässwörd ☂ with \"quotes\"";

    [Fact]
    public async Task What_the_host_seals_the_extension_opens()
    {
        using var key = OpeningKey.Generate();
        using var secret = Secret.FromText(Text);
        var context = SealingContext.OnTheWay("sign-in", "password");
        var token = key.SealingKey.Seal(secret, context);

        var opened = await AskJoseAsync(new JsonObject { ["do"] = "open", ["key"] = JsonNode.Parse(key.ToJwk()), ["token"] = token.Compact });

        Assert.Equal(Text, opened.GetProperty("text").GetString());
        Assert.Equal(key.Kid, opened.GetProperty("thumbprint").GetString());
        Assert.Equal(Convert.ToBase64String(context.Utf8), Padded(opened.GetProperty("header").GetProperty("apv").GetString()!));
    }

    [Fact]
    public async Task What_the_extension_seals_the_host_opens()
    {
        using var key = OpeningKey.Generate();
        var context = SealingContext.AtRest("credential", "password", ["https://shop.example"]);

        var sealedByJose = await AskJoseAsync(new JsonObject
        {
            ["do"] = "seal", ["key"] = JsonNode.Parse(key.SealingKey.ToJwk()), ["text"] = Text, ["context"] = Encoding.UTF8.GetString(context.Utf8),
        });

        using var opened = key.Open(new SealedValue(sealedByJose.GetProperty("text").GetString()!), context);
        Assert.Equal(Text, Encoding.UTF8.GetString(opened.Utf8));
    }

    private static async Task<JsonElement> AskJoseAsync(JsonObject request)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Sealing", "jose.mjs"), ExtensionFolder()])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(request.ToJsonString());
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        var error = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonElement.Parse(answer) : throw new InvalidOperationException(error);
    }

    private static string ExtensionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var extension = Path.Combine(folder.FullName, "extension");
            if (File.Exists(Path.Combine(extension, "package.json")))
            {
                return extension;
            }
        }

        throw new DirectoryNotFoundException("The extension is in no folder above this program.");
    }

    private static string Padded(string base64Url) =>
        base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');
}
