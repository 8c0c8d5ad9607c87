using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using CredentialVault.Testing.AgentsEye;
using CredentialVault.Testing.FullPower;
using Microsoft.Data.Sqlite;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>
/// Somebody has all that an owner's browser has: its page, its extension's worker, DevTools on everything, the host by hand,
/// and the database without the private key. What is stored does not come back.
/// </summary>
public sealed class OwnersPowerTests
{
    private static readonly string[] Refused =
        ["sealed-value-invalid", "secret-needed", "secret-needed", "sealed-value-invalid", "secret-needed", "sealed-value-invalid", "sealed-value-invalid", "draft-unknown", "not-allowed", "not-allowed", "type-unknown"];

    private static readonly string[] Answered =
        ["begin-draft", "list-credentials", "list-places", "get-code", "list-audit", "unlock-credential"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_that_is_stored_comes_back_by_any_message_or_DevTools(bool byTheWorker)
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, Fill = "isolated" });
        var (password, seed) = await ReadSealedAsync(desk);
        await using var browser = await AgentBrowser.StartSetUpAsync(desk.Owner);
        var page = browser.SetUpPage;
        await using var eye = await FullPowerEye.BeginAsync(browser.DevTools, desk.Secrets);
        var script = OwnersEveryQuestion.Script(desk.Credential, password, seed, verify: byTheWorker);

        var told = OwnersEveryQuestion.Read(byTheWorker ? await eye.RunInWorkerAsync(script) : await page.EvaluateAsync<string>(script));
        await eye.FinishAsync();

        Assert.Equal(Refused, told.Refusals, StringComparer.Ordinal);
        Assert.Equal(Answered, told.Answers, StringComparer.Ordinal);
        Assert.Equal(byTheWorker, told.Everything.Contains("\"works\":true", StringComparison.Ordinal));
        foreach (var form in desk.Secrets.Values.SelectMany(SecretForms.Of))
        {
            Assert.DoesNotContain(form, told.Everything, StringComparison.Ordinal);
        }

        Assert.Empty(eye.Hits);
        Assert.True(eye.Volumes.ContainsKey(Channel.Heap) && eye.Volumes.ContainsKey(Channel.Trace));
    }

    [Fact]
    public async Task The_same_eye_sees_a_secret_that_the_page_does_hold()
    {
        using var owner = new Owner();
        await using var browser = await AgentBrowser.StartSetUpAsync(owner);
        var page = browser.SetUpPage;
        await using var eye = await FullPowerEye.BeginAsync(browser.DevTools, new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = ThreeProfiles.Password });

        await page.EvaluateAsync("password => { window.kept = `the password is ${password}`; document.title = window.kept; }", ThreeProfiles.Password);
        await eye.FinishAsync();

        Assert.Contains(eye.Hits, hit => hit.Channel == Channel.Heap);
    }

    private static async Task<(string Password, string Seed)> ReadSealedAsync(OrderDesk desk)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(desk.Owner.VaultHome, "vault.db")};Pooling=False;Mode=ReadOnly");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT (SELECT sealed FROM secret WHERE field = 'password'), (SELECT sealed FROM secret WHERE field = 'totp-seed')";
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return (row.GetString(0), row.GetString(1));
    }
}
