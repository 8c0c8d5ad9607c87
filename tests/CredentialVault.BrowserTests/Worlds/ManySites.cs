using System.Text.Json;
using CredentialVault.Testing;
using CredentialVault.Testing.AgentsEye;
using Microsoft.Playwright;
using TestPages;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>A server of many small sites, a vault, and an agent at its browser; a test opens the site it is about.</summary>
public sealed class ManySites : IAsyncLifetime
{
    public const string Profile = "work";
    public const string Status = "[data-credential-vault]";

    /// <summary>How long a page may take on a busy machine.</summary>
    public const float Patience = 60_000;

    private const string WrongPassword = "Aa1!not-this-one";
    private const int FewestLooks = 6;

    /// <summary>A rest for the machine, which looks at many tabs at a time here; <see cref="Attackers.AgentsEyeTests"/> take none.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Several times what a sign-in at these pages takes.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2.5);

    private int _sites;

    /// <summary>Who vouches for the sites, which are served over https then; null: over plain http.</summary>
    public OwnAuthority? Authority { get; init; }

    /// <summary>Whether the owner trusts that authority.</summary>
    public bool IsAuthorityTrusted { get; init; }

    public Owner Owner { get; } = new();

    public PageServer Server { get; private set; } = null!;

    public AgentBrowser Agent { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await PageServer.StartAsync(Authority?.Site);
        await Owner.DoAsync(["init"]);
        IReadOnlyList<string> trusted = IsAuthorityTrusted ? ["--ca", Authority!.WriteTo(Path.Combine(Owner.Machine, "ca.pem"))] : [];
        await Owner.DoAsync(["profile", "add", Profile, "--user-data-dir", Owner.UserDataDirectory(Profile), .. trusted]);
        Agent = await AgentBrowser.StartAsync(Owner, Profile);
    }

    public async Task DisposeAsync()
    {
        await Agent.DisposeAsync();
        await Server.DisposeAsync();
        Owner.Dispose();
    }

    /// <summary>Opens a site with that kind of sign-in page and gives the vault its credential.</summary>
    /// <param name="page">The kind of page.</param>
    /// <param name="fill">Where the vault signs in.</param>
    /// <param name="asksForCode">Whether the account takes a one-time code.</param>
    /// <param name="openToAll">Whether the page is served to everybody at <c>/</c>.</param>
    /// <param name="mistyped">Whether the owner mistypes the password.</param>
    /// <param name="signInHost">The subdomain where it asks to sign in, when it is not the site itself.</param>
    /// <param name="username">The account's name, when it is not an address.</param>
    /// <param name="remembersDevice">Whether the owner wants the site to know the browser again.</param>
    public async Task<TestSite> OpenAsync(
        string page, string fill = Fill.InPage, bool asksForCode = false, bool openToAll = false, bool mistyped = false, string? signInHost = null, string? username = null, bool remembersDevice = false)
    {
        var site = Server.Open(NameOf(page), page, asksForCode, openToAll, username: username);
        List<string> more = signInHost is null
            ? ["--origin", site.Origin]
            : ["--origin", site.Origin.Replace("://", $"://{signInHost}.", StringComparison.Ordinal), "--session-origin", site.Origin];
        if (remembersDevice)
        {
            more.Add("--remember-device");
        }

        await LearnAsync(site, fill, mistyped ? WrongPassword : null, site.Account.Seed, more);
        return site;
    }

    /// <summary>Opens a site that asks for more than username, password and code, and gives the vault its credential.</summary>
    /// <param name="page">The kind of page.</param>
    /// <param name="fill">Where the vault signs in.</param>
    /// <param name="further">What it asks for.</param>
    /// <param name="field">The owner's name for it, when the credential has it.</param>
    /// <param name="asksForCode">Whether the account takes a one-time code.</param>
    /// <param name="remembersDevice">Whether the owner wants the site to know the browser again.</param>
    public async Task<TestSite> OpenAskingMoreAsync(string page, string fill, string further, string? field = null, bool asksForCode = false, bool remembersDevice = false)
    {
        var site = Server.Open(NameOf(page), page, asksForCode, further: further);
        await LearnAsync(site, fill, seed: site.Account.Seed, more: remembersDevice ? ["--origin", site.Origin, "--remember-device"] : null, field: field);
        return site;
    }

    /// <summary>Opens a site that the vault knows nothing of.</summary>
    public TestSite Stranger(string page, bool asksForCode = false, bool openToAll = false, string prefix = "") =>
        Server.Open(NameOf(prefix + page), page, asksForCode, openToAll);

    /// <summary>Opens a site whose session is the point, and gives the vault its credential.</summary>
    public async Task<TestSite> OpenAsync(string page, SessionPlace place, string fill = Fill.Isolated, bool reflectsPassword = false)
    {
        var site = Server.Open(NameOf(page), page, place, reflectsPassword: reflectsPassword);
        await LearnAsync(site, fill);
        return site;
    }

    /// <summary>Gives the vault the credential of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="fill">Where the vault signs in.</param>
    /// <param name="password">Another password than the account's, or null.</param>
    /// <param name="seed">The seed, or null.</param>
    /// <param name="more">Further arguments; without any, the credential is for the site's own origin.</param>
    /// <param name="field">The owner's name for what the site asks for beside, or null when the credential is not to have it.</param>
    public Task LearnAsync(TestSite site, string fill, string? password = null, string? seed = null, IReadOnlyList<string>? more = null, string? field = null)
    {
        List<string> arguments = ["credential", "add", "--label", site.Name, "--username", site.Account.Username, "--password-env", "P", "--fill", fill, "--attach", $"profile:{Profile}"];
        arguments.AddRange(more is { Count: > 0 } ? more : ["--origin", site.Origin]);
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = password ?? site.Account.Password };
        if (seed is not null)
        {
            arguments.AddRange(["--totp-env", "S"]);
            secrets["S"] = seed;
        }

        if (field is not null)
        {
            arguments.AddRange(["--field-env", $"{field}=F"]);
            secrets["F"] = site.Further!;
        }

        return Owner.DoAsync(arguments, secrets);
    }

    /// <summary>A name that no other site of this world has.</summary>
    public string NameOf(string page) => $"{page}-{Interlocked.Increment(ref _sites)}";

    /// <summary>Lets the agent go to a site's desk, looking at its tab all the time, until it is there; it must not have seen a secret.</summary>
    /// <param name="site">The site.</param>
    /// <param name="wanted">The address the agent wants, when it is not the desk.</param>
    /// <param name="heading">The heading that shows that it is there.</param>
    /// <param name="arrivesAt">Where the page that is wanted goes by itself, when it does.</param>
    public async Task<IPage> SignsInAsync(TestSite site, Uri? wanted = null, string heading = "Desk", Uri? arrivesAt = null)
    {
        var page = await Agent.Context.NewPageAsync();
        await UnseenAsync(site, page, async () =>
        {
            await page.GotoAsync((wanted ?? site.Desk).ToString());
            await ArrivesAsync(site, page, heading, arrivesAt ?? wanted ?? site.Desk);
            await page.WaitForSelectorAsync($"{Status}:has-text('signed this page in')", new() { Timeout = Patience });
        });
        Assert.Equal((arrivesAt ?? wanted ?? site.Desk).ToString(), page.Url);
        Assert.Equal([("signed-in", null)], await OutcomesAsync(site.Origin));
        return page;
    }

    /// <summary>Waits until a page of a site has a heading and is at an address; says what the vault says when it does not come to that.</summary>
    public async Task ArrivesAsync(TestSite site, IPage page, string heading, Uri address)
    {
        try
        {
            await page.WaitForURLAsync(address.ToString(), new() { Timeout = Patience });
            await page.WaitForSelectorAsync($"h1:text-is('{heading}')", new() { Timeout = Patience });
        }
        catch (TimeoutException)
        {
            var said = await page.QuerySelectorAsync(Status) is { } status ? await status.InnerTextAsync() : "nothing";
            Assert.Fail($"Not '{heading}' at {address} but {page.Url}, where the vault says: {said}. The audit says: {string.Join(", ", await OutcomesAsync(site.Origin))}.");
        }
    }

    /// <summary>Does something while an agent looks at the tab all the time, and shows that it saw no secret.</summary>
    public static Task UnseenAsync(TestSite site, IPage page, Func<Task> happens) => UnseenAsync(site.Account, page, happens);

    /// <inheritdoc cref="UnseenAsync(TestSite, IPage, Func{Task})"/>
    public static async Task UnseenAsync(Account account, IPage page, Func<Task> happens)
    {
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = account.Password };
        if (account.Seed is { } seed)
        {
            secrets["seed"] = seed;
        }

        var watching = Watching.Begin(page, pause: BetweenLooks);
        await using (watching)
        {
            await happens();
            Assert.True(watching.Counts.Values.Sum() >= FewestLooks, "The agent hardly looked.");
            // Nor must there be anything left to be seen afterwards, by the slowest of its ways to look.
            await UntilAsync(() => watching.Counts.GetValueOrDefault(ObservationKind.AriaSnapshot) > 1);
        }

        Assert.Empty(watching.Find(secrets));
    }

    /// <summary>Opens an address in a new tab and waits until the vault says this on it.</summary>
    public async Task<IPage> ReadsAsync(Uri address, string status)
    {
        var page = await Agent.Context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        await ReadsAsync(page, status);
        return page;
    }

    /// <summary>Waits until the vault says this on a page.</summary>
    public static Task ReadsAsync(IPage page, string status) => page.WaitForSelectorAsync($"{Status}:has-text('{status}')", new() { Timeout = Patience });

    /// <summary>How the sign-ins at pages of an origin ended, and what was refused there, oldest first.</summary>
    public Task<IReadOnlyList<(string Outcome, string? Reason)>> OutcomesAsync(string origin) => RecordsAsync(origin, record =>
        (record.GetProperty("outcome").GetString()!, record.TryGetProperty("reason", out var reason) ? reason.GetString() : null));

    /// <summary>How long each of them took.</summary>
    public Task<IReadOnlyList<TimeSpan>> TimesAsync(string origin) => RecordsAsync(origin, record =>
        TimeSpan.FromMilliseconds(record.GetProperty("milliseconds").GetInt64()));

    private async Task<IReadOnlyList<T>> RecordsAsync<T>(string origin, Func<JsonElement, T> read)
    {
        using var audit = JsonDocument.Parse(await Owner.DoAsync(["audit", "--json", "--last", "1000"]));
        return
        [
            .. from record in audit.RootElement.EnumerateArray()
               where record.GetProperty("event").GetString() is "sign-in" or "refusal" && record.GetProperty("site").GetString() == origin
               select read(record),
        ];
    }

    /// <summary>Waits until the audit says something of pages of an origin, and gives it.</summary>
    public async Task<(string Outcome, string? Reason)> FirstOutcomeAsync(string origin)
    {
        for (var deadline = DateTime.UtcNow.AddMilliseconds(Patience); DateTime.UtcNow < deadline; await Task.Delay(250))
        {
            if (await OutcomesAsync(origin) is [var first, ..])
            {
                return first;
            }
        }

        throw new TimeoutException($"The audit says nothing of {origin}.");
    }

    /// <summary>Waits until something is so.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    /// <inheritdoc cref="UntilAsync(Func{bool})"/>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var deadline = DateTime.UtcNow.AddMilliseconds(Patience); !await isSo(); await Task.Delay(50))
        {
            Assert.True(DateTime.UtcNow < deadline, "It did not come about in time.");
        }
    }

    /// <summary>Opens an address in a new tab and gives the vault more time than it would take.</summary>
    public async Task<IPage> NothingHappensAtAsync(string address)
    {
        var page = await Agent.Context.NewPageAsync();
        await page.GotoAsync(address);
        await Task.Delay(LongEnough);
        return page;
    }

    /// <summary>Shows that nothing of a site's account came to the site, nor to those who wait for it elsewhere.</summary>
    public static void NothingReached(TestSite site, params TestSite[] hostile)
    {
        var forms = new[] { site.Account.Username, site.Account.Password }.SelectMany(SecretForms.Of).ToArray();
        TestSite[] all = [site, .. hostile];
        Assert.Empty(site.Arrivals);
        Assert.All(all, one => Assert.False(one.Texts.Any(text => forms.Any(form => text.Contains(form, StringComparison.Ordinal))), $"Something reached {one.Name}."));
    }
}
