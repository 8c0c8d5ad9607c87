using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using CredentialVault.SignIn;
using CredentialVault.Testing;
using CredentialVault.Vaults;
using SampleSite;

namespace Benchmarks;

/// <summary>An account that is signed in to once.</summary>
/// <param name="Email">Its name.</param>
/// <param name="Password">Its password.</param>
/// <param name="Seed">Its authenticator's key in Base32, or null.</param>
internal sealed record BenchedAccount(string Email, string Password, string? Seed);

/// <summary>The sample site, a vault, and an agent at its browser. Each measurement has an account of its own, so that no code is waited for and no limit reached.</summary>
internal sealed class BenchedDesk : IAsyncDisposable
{
    private const string Profile = "bench";

    private readonly List<IDisposable> _turnsToBeReady = [];
    private int _accounts;

    private BenchedDesk(Owner owner, Site site, AgentBrowser agent)
    {
        Owner = owner;
        Site = site;
        Agent = agent;
    }

    public static SiteStyle Style => SiteStyle.Harbour;

    public Owner Owner { get; }

    public Site Site { get; }

    public AgentBrowser Agent { get; }

    public Uri Orders => new(Site.Address, Style.Paths["/Orders/Index"]);

    public static async Task<BenchedDesk> OpenAsync()
    {
        var owner = new Owner();
        var site = await Site.StartAsync(new SiteOptions { Style = Style, DataDirectory = Path.Combine(owner.Machine, "site") });
        await owner.DoAsync(["init"]);
        await owner.DoAsync(["profile", "add", Profile, "--user-data-dir", owner.UserDataDirectory(Profile), "--browser", BuiltPrograms.Browser]);
        var desk = new BenchedDesk(owner, site, await AgentBrowser.StartAsync(owner, Profile));
        desk.LetNoneBeReady();
        return desk;
    }

    /// <summary>Makes an account.</summary>
    public async Task<BenchedAccount> AddAccountAsync(bool twoFactor)
    {
        var (email, password) = ($"packer{++_accounts}@example.com", $"Aa1!{RandomNumberGenerator.GetHexString(20)}");
        return new BenchedAccount(email, password, await Site.AddAccountAsync(email, password, twoFactor));
    }

    /// <summary>Gives the vault an account, until the result is disposed of: two for one site would be ambiguous.</summary>
    public async Task<IAsyncDisposable> LearnAsync(BenchedAccount account, string fill)
    {
        List<string> arguments =
        [
            "credential", "add", "--label", account.Email, "--origin", Site.Address.GetLeftPart(UriPartial.Authority), "--username", account.Email,
            "--sign-in-url", Orders.ToString(), "--password-env", "P", "--fill", fill, "--attach", $"profile:{Profile}",
        ];
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = account.Password };
        if (account.Seed is { } seed)
        {
            arguments.AddRange(["--totp-env", "S"]);
            secrets["S"] = seed;
        }

        await Owner.DoAsync(arguments, secrets);
        return new Known(Owner, account);
    }

    /// <summary>Takes all turns of the browsers that are kept ready. None of them may be taken.</summary>
    public void LetNoneBeReady()
    {
        var turns = new SignInTurns(new VaultHome(Owner.VaultHome), Environment.ProcessorCount, TimeProvider.System);
        for (var number = 0; number < Environment.ProcessorCount; number++)
        {
            _turnsToBeReady.Add(turns.TryTakeToBeReady() ?? throw new InvalidOperationException("A sign-in browser is ready, so no time without one can be measured."));
        }
    }

    /// <summary>Gives them back.</summary>
    public void LetSomeBeReady()
    {
        _turnsToBeReady.ForEach(turn => turn.Dispose());
        _turnsToBeReady.Clear();
    }

    /// <summary>Waits until a sign-in browser was made ready, and has had the time to become so.</summary>
    public async Task BrowserIsReadyAsync(TimeSpan patience)
    {
        var homes = new DirectoryInfo(new VaultHome(Owner.VaultHome).SignInBrowsers);

        // That of the sign-in before goes in this time.
        await Task.Delay(TimeSpan.FromSeconds(1));
        for (var began = Stopwatch.GetTimestamp(); homes.GetDirectories().Length == 0; await Task.Delay(50))
        {
            if (Stopwatch.GetElapsedTime(began) > patience)
            {
                throw new TimeoutException("No sign-in browser was made ready.");
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    /// <summary>How the last sign-in ended.</summary>
    public async Task<string> LastOutcomeAsync()
    {
        using var audit = JsonDocument.Parse(await Owner.DoAsync(["audit", "--json", "--last", "1"]));
        return audit.RootElement.EnumerateArray().Select(record => record.GetProperty("outcome").GetString()!).LastOrDefault("none");
    }

    public async ValueTask DisposeAsync()
    {
        await Agent.DisposeAsync();
        await Site.DisposeAsync();
        Owner.Dispose();
        LetSomeBeReady();
    }

    private sealed class Known(Owner owner, BenchedAccount account) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await owner.DoAsync(["credential", "remove", account.Email, "--yes"]);
    }
}
