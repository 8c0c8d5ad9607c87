using System.Text.Json;

namespace CredentialVault.CliTests;

public sealed class Auditing : IDisposable
{
    private readonly Owner _owner = new();

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task I_can_read_what_I_changed_and_with_which_program()
    {
        await _owner.SetUpAsync();
        await _owner.AddShopAsync("--attach", "automation:invoices");
        _owner.Environment["P"] = "another horse";
        await _owner.SucceedAsync("credential", "edit", "Shop", "--label", "Order desk", "--password-env", "P");
        await _owner.SucceedAsync("credential", "detach", "Order desk", "automation:invoices");
        await _owner.SucceedAsync("credential", "remove", "Order desk", "--yes");

        var table = (await _owner.SucceedAsync("audit")).Output;
        Assert.Matches(@"  add-profile +owner, on the command line +the profile 'work', role agent\n", table);
        Assert.Matches(@"  add-automation +owner, on the command line +the automation 'invoices', runs in the profile 'work'\n", table);
        Assert.Matches(@"  add +owner, on the command line +https://shop\.example +Shop +attached to the automation 'invoices'\n", table);
        Assert.Matches(@"  edit +owner, on the command line +https://shop\.example +Order desk +label \(it was 'Shop'\), password\n", table);
        Assert.Matches(@"  detach +owner, on the command line +https://shop\.example +Order desk +detached from the automation 'invoices'\n", table);
        Assert.Matches(@"  remove +owner, on the command line +https://shop\.example +Order desk\n", table);
        var json = (await _owner.SucceedAsync("audit", "--json")).Output;
        var edit = JsonDocument.Parse(json).RootElement.EnumerateArray().Single(record => record.GetProperty("event").GetString() == "edit").GetProperty("change");
        Assert.Equal("command-line", edit.GetProperty("program").GetString());
        Assert.Equal(["label", "password"], edit.GetProperty("changed").EnumerateArray().Select(part => part.GetString()!), StringComparer.Ordinal);
        Assert.DoesNotContain("another horse", json, StringComparison.Ordinal);
    }
}
