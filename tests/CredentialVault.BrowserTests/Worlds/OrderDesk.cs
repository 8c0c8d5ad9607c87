using System.Security.Cryptography;
using System.Text.Json;
using CredentialVault.Testing;
using Microsoft.Playwright;
using SampleSite;

namespace CredentialVault.BrowserTests.Worlds;

/// <summary>How a test's order desk differs from the plain one.</summary>
public sealed record OrderDeskOptions
{
    public SiteStyle Style { get; init; } = SiteStyle.Harbour;

    public CodePlacement Code { get; init; } = CodePlacement.OwnPage;

    public bool TwoFactor { get; init; }

    /// <summary>Where the values are typed: <c>isolated</c> or <c>in-page</c>.</summary>
    public string Fill { get; init; } = "in-page";

    public bool ReturnToHome { get; init; }

    /// <summary>The password that the owner gives the vault, or null for the right one.</summary>
    public string? MistypedPassword { get; init; }

    /// <summary>The seed that the owner gives the vault, or null for the right one.</summary>
    public string? MistypedSeed { get; init; }

    public string Attachment { get; init; } = $"automation:{OrderDesk.Automation}";
}

/// <summary>The sample site with an account, a vault that knows it, and a profile for an agent.</summary>
public sealed class OrderDesk : IAsyncDisposable
{
    public const string Profile = "work";
    public const string Automation = "packing";
    public const string Email = "quartermaster@example.com";

    private readonly OrderDeskOptions _options;

    private OrderDesk(OrderDeskOptions options, Owner owner, Site site)
    {
        _options = options;
        Owner = owner;
        Site = site;
    }

    public Owner Owner { get; }

    public Site Site { get; }

    public SiteStyle Style => _options.Style;

    public string Password { get; } = $"Aa1!{RandomNumberGenerator.GetHexString(20)}";

    public string Seed { get; private set; } = "";

    public string Credential { get; private set; } = "";

    public Uri OrdersAddress => new(Site.Address, Style.Paths["/Orders/Index"]);

    /// <summary>Password and seed, by the names that a search calls them by.</summary>
    public IReadOnlyDictionary<string, string> Secrets
    {
        get
        {
            var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = Password };
            if (Seed.Length > 0)
            {
                secrets["seed"] = Seed.Replace(" ", "", StringComparison.Ordinal);
                secrets["seed in capitals"] = secrets["seed"].ToUpperInvariant();
            }

            return secrets;
        }
    }

    public Uri SignInAddress => new(Site.Address, Style.Paths["/Account/SignIn"]);

    public static async Task<OrderDesk> OpenAsync(OrderDeskOptions? options = null)
    {
        options ??= new OrderDeskOptions();
        var owner = new Owner();
        var site = await Site.StartAsync(new SiteOptions
        {
            Style = options.Style,
            Code = options.Code,
            ReturnToHome = options.ReturnToHome,
            DataDirectory = Path.Combine(owner.Machine, "site"),
        });
        var desk = new OrderDesk(options, owner, site);
        await desk.SetUpAsync();
        return desk;
    }

    public Uri OrderAddress(int number) => new(OrdersAddress + $"/{number}");

    /// <summary>Starts the agent's browser, for the automation unless told otherwise.</summary>
    public Task<AgentBrowser> StartAgentAsync(string? automation = Automation) => AgentBrowser.StartAsync(Owner, Profile, automation);

    /// <summary>Opens the list of orders, which may take a sign-in, and waits until it is there.</summary>
    public async Task OpenOrdersAsync(IPage page)
    {
        await page.GotoAsync(OrdersAddress.ToString());
        try
        {
            await page.WaitForSelectorAsync($"h1:text-is('{Style.Say("Orders")}')", new() { Timeout = 70_000 });
        }
        catch (TimeoutException)
        {
            var status = string.Join(' ', await page.Locator("[data-credential-vault]").AllInnerTextsAsync());
            Assert.Fail($"The orders did not appear; the tab is at {page.Url}, the vault says '{status}', the audit: {await Owner.DoAsync(["audit"])}");
        }
    }

    /// <summary>How the sign-ins and refusals ended so far, oldest first, once there are as many as expected.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync(int expected)
    {
        List<string> outcomes = [];
        for (var tries = 0; tries < 50 && outcomes.Count < expected; tries++)
        {
            await Task.Delay(tries == 0 ? 0 : 200);
            using var audit = JsonDocument.Parse(await Owner.DoAsync(["audit", "--json"]));
            outcomes = [.. audit.RootElement.EnumerateArray().Where(record => record.GetProperty("event").GetString() is "sign-in" or "refusal").Select(OutcomeOf)];
        }

        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Owner.Dispose();
    }

    private static string OutcomeOf(JsonElement record)
    {
        var reason = record.TryGetProperty("reason", out var given) ? given.GetString() : null;
        return reason is null ? record.GetProperty("outcome").GetString()! : $"{record.GetProperty("outcome").GetString()}/{reason}";
    }

    private async Task SetUpAsync()
    {
        await Owner.DoAsync(["init"]);
        await Owner.DoAsync(["profile", "add", Profile, "--user-data-dir", Owner.UserDataDirectory(Profile)]);
        await Owner.DoAsync(["automation", "add", Automation, "--profile", Profile]);
        await using var account = await SiteAccount.RegisterAsync(Site, Style, Email, Password);
        List<string> arguments =
        [
            "credential", "add", "--label", "Order desk", "--origin", Site.Address.GetLeftPart(UriPartial.Authority), "--username", Email,
            "--password-env", "SITE_PASSWORD", "--fill", _options.Fill, "--sign-in-url", OrdersAddress.ToString(), "--attach", _options.Attachment,
        ];
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["SITE_PASSWORD"] = _options.MistypedPassword ?? Password };
        if (_options.TwoFactor)
        {
            Seed = await account.ReadAuthenticatorKeyAsync();
            secrets["SITE_SEED"] = Seed;
            arguments.AddRange(["--totp-env", "SITE_SEED"]);
        }

        await Owner.DoAsync(arguments, secrets);
        using var list = JsonDocument.Parse(await Owner.DoAsync(["credential", "list", "--json"]));
        Credential = list.RootElement[0].GetProperty("id").GetString()!;
        if (_options.TwoFactor)
        {
            await account.BindAuthenticatorAsync((await Owner.DoAsync(["credential", "totp", Credential])).Trim());
        }

        if (_options.MistypedSeed is { } mistyped)
        {
            await Owner.DoAsync(["credential", "edit", Credential, "--totp-env", "SITE_SEED"], new Dictionary<string, string>(StringComparer.Ordinal) { ["SITE_SEED"] = mistyped });
        }
    }
}
