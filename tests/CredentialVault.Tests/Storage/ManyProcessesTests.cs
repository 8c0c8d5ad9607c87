using CredentialVault.Tests.Vaults;

namespace CredentialVault.Tests.Storage;

public class ManyProcessesTests
{
    private const int Processes = 5;

    [Theory]
    [InlineData("use-code", 1)]
    [InlineData("lease", 1)]
    [InlineData("begin-attempt", 2)]
    public async Task Of_fifty_contenders_in_five_processes_only_as_many_as_may_get_something(string what, int winners)
    {
        await using var vault = await TemporaryVault.CreateAsync();
        await vault.AddAgentAsync();
        var shop = await vault.AddShopAsync();
        var workers = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => StoreWorker.StartAsync(what, vault.Home.Database, shop.Id, 10)));

        await Task.WhenAll(workers.Select(worker => worker.GoAsync()));
        var answers = (await Task.WhenAll(workers.Select(worker => worker.ReadToEndAsync()))).SelectMany(said => said).ToArray();

        Assert.Equal(50, answers.Length);
        Assert.Equal(winners, answers.Count(answer => answer == "yes"));
        Array.ForEach(workers, worker => worker.Dispose());
    }

    [Fact]
    public async Task Processes_that_write_at_once_lose_nothing()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var workers = await Task.WhenAll(Enumerable.Range(0, Processes).Select(i => StoreWorker.StartAsync("append", vault.Home.Database, $"worker-{i}", 40)));

        await Task.WhenAll(workers.Select(worker => worker.GoAsync()));
        var acknowledged = (await Task.WhenAll(workers.Select(worker => worker.ReadToEndAsync()))).SelectMany(said => said).ToArray();

        Assert.Equal(Processes * 40, acknowledged.Length);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), await StoredAsync(vault), StringComparer.Ordinal);
        Array.ForEach(workers, worker => worker.Dispose());
    }

    [Fact]
    public async Task A_killed_writer_loses_nothing_that_was_acknowledged()
    {
        await using var vault = await TemporaryVault.CreateAsync();
        var acknowledged = new List<string>();
        for (var round = 0; round < 5; round++)
        {
            using var worker = await StoreWorker.StartAsync("append", vault.Home.Database, $"round-{round}", 1_000_000);
            await worker.GoAsync();
            for (var line = 0; line < 5 + (round * 7); line++)
            {
                acknowledged.Add((await worker.ReadLineAsync())!);
            }

            acknowledged.AddRange(await worker.KillAsync());
        }

        Assert.Empty(acknowledged.Except(await StoredAsync(vault), StringComparer.Ordinal));
        Assert.Empty(await vault.Vault.Credentials.ListAsync());
    }

    private static async Task<string[]> StoredAsync(TemporaryVault vault)
    {
        var store = await vault.OpenStoreAsync();
        return [.. (await store.ReadAuditAsync(int.MaxValue)).Select(row => row.Id).Order(StringComparer.Ordinal)];
    }
}
