using System.Text.Json;
using CredentialVault.SetupTests.Worlds;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Reading what happened.</summary>
public sealed class AuditTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private readonly OwnersPage _owner = shared.Owner;

    [Fact]
    public async Task I_can_read_filter_and_export_what_happened()
    {
        await _owner.GoAsync("#/audit");
        await _owner.Page.GetByText("Nothing has happened yet.").WaitForAsync();
        foreach (var label in new[] { "Shop", Accounts.German })
        {
            await _owner.GoAsync("#/add");
            await _owner.TypeAsync(label, "https://shop.example", "bob", "secret");
            await _owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
            await _owner.Button("Save").ClickAsync();
            await _owner.HeadingAsync(label);
            await _owner.Button("Get code").ClickAsync();
            await _owner.Page.Locator(".code.shown").WaitForAsync();
        }

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "What happened with it" }).ClickAsync();
        await _owner.HeadingAsync("Audit");
        await _owner.Page.GetByText("1 record", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(_owner.Page.Locator(".records li")).ToContainTextAsync(Accounts.German);

        await _owner.Page.GetByLabel("Credential", new() { Exact = true }).SelectOptionAsync("All credentials");
        await _owner.Page.GetByText("2 records").WaitForAsync();
        await _owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("SHOP");
        await _owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("Refusals");
        await _owner.Page.GetByText("Nothing fits this filter.").WaitForAsync();
        await _owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("Codes taken");
        await _owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await _owner.Page.GetByText("2 records").WaitForAsync();

        var download = await _owner.Page.RunAndWaitForDownloadAsync(() => _owner.Button("Export as JSON lines").ClickAsync());
        Assert.EndsWith(".jsonl", download.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        IReadOnlyList<string> labels = [.. lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("label").GetString()!)];
        Assert.Equal([Accounts.German, "Shop"], labels);
    }
}
