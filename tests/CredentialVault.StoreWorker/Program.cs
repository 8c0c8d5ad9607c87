// One process among several that share a vault, for tests whose claim is about processes.
// Arguments: WHAT DATABASE SUBJECT TIMES. It says "ready", waits for a line, and then says each thing once the store has acknowledged it.
using System.Globalization;
using CredentialVault.Sealing;
using CredentialVault.Storage;
using CredentialVault.Storage.Sqlite;

var (what, database, subject, times) = (args[0], args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
var now = DateTimeOffset.Parse("2026-11-24T10:00:00Z", CultureInfo.InvariantCulture);

// Each its own connection, as each host has.
var stores = new List<SqliteVaultStore>();
for (var i = 0; i < (what == "append" ? 1 : times); i++)
{
    stores.Add(await SqliteVaultStore.OpenAsync(database));
}

Say("ready");
_ = await Console.In.ReadLineAsync();

if (what == "append")
{
    for (var i = 0; i < times; i++)
    {
        var id = Guid.NewGuid().ToString("N");
        await stores[0].AppendAuditAsync(new AuditRow(id, now, subject, new SealedValue(id)));
        Say(id);
    }
}
else
{
    await Task.WhenAll(stores.Select(store => Task.Run(async () => Say(await TryAsync(store) ? "yes" : "no"))));
}

return 0;

Task<bool> TryAsync(SqliteVaultStore store) => what switch
{
    "use-code" => store.TryUseCodeAsync(subject, now.AddSeconds(30)),
    "lease" => store.TryLeaseAsync(subject, Guid.NewGuid().ToString("N"), now, now.AddSeconds(40)),
    "begin-attempt" => store.TryBeginAttemptAsync(subject, Guid.NewGuid().ToString("N"), "profile", now, mostUnfinished: 2, mostSuccesses: 6, now.AddHours(-1)),
    _ => throw new ArgumentException("use-code, lease, begin-attempt or append", nameof(args)),
};

static void Say(string line)
{
    lock (Console.Out)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
