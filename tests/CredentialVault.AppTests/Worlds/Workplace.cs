using System.Text.Json;
using CredentialVault.AppTests.Applications;
using CredentialVault.Testing;
using Microsoft.Playwright;

namespace CredentialVault.AppTests.Worlds;

/// <summary>An owner whose vault knows the account at a real application, and an agent's profile for it.</summary>
public sealed class Workplace : IAsyncDisposable
{
    public const string Isolated = "isolated";
    public const string InPage = "in-page";

    private const string Profile = "work";
    private const string Status = "[data-credential-vault]";

    /// <summary>A one-time code may have to be waited for, on a busy machine.</summary>
    private const float Patience = 90_000;

    private readonly IApplication _application;
    private readonly Owner _owner = new();
    private AgentBrowser? _agent;

    private Workplace(IApplication application) => _application = application;

    /// <summary>The agent's tab.</summary>
    public IPage Page => _agent!.Page;

    /// <summary>The agent's browser.</summary>
    public IBrowserContext Browser => _agent!.Context;

    private string Label => _application.GetType().Name;

    /// <summary>Sets the vault up by its own command line.</summary>
    /// <param name="application">Where the account is.</param>
    /// <param name="fill">Where the vault types.</param>
    public static async Task<Workplace> OpenAsync(IApplication application, string fill = Isolated)
    {
        var workplace = new Workplace(application);
        try
        {
            await workplace.SetUpAsync(fill);
            return workplace;
        }
        catch
        {
            await workplace.DisposeAsync();
            throw;
        }
    }

    /// <summary>Verifies the credential, as its owner would do in the afternoon.</summary>
    public Task<CommandResult> VerifyAsync() => _owner.TryAsync(["credential", "verify", Label]);

    /// <summary>Starts the agent's browser.</summary>
    public async Task StartAgentAsync() => _agent = await AgentBrowser.StartAsync(_owner, Profile);

    /// <summary>Lets the agent go to an address and waits until something is there that only the signed-in see.</summary>
    /// <param name="address">Where.</param>
    /// <param name="selector">What.</param>
    public async Task GoAsync(string address, string selector)
    {
        await Page.GotoAsync(address);
        await ArrivesAsync(address, selector);
    }

    /// <summary>Waits until the agent's tab is where it wanted to be, and something is there that only the signed-in see.</summary>
    /// <param name="address">Where.</param>
    /// <param name="selector">What.</param>
    public async Task ArrivesAsync(string address, string selector)
    {
        try
        {
            await Page.WaitForSelectorAsync(selector, new() { Timeout = Patience });
            // The application may have a way back of its own; the vault's leads to the very address.
            await Page.WaitForURLAsync(address, new() { Timeout = Patience });
            await Page.WaitForSelectorAsync(selector, new() { Timeout = Patience });
        }
        catch (TimeoutException)
        {
            var status = string.Join(' ', await Page.Locator(Status).AllInnerTextsAsync());
            Assert.Fail($"'{selector}' did not appear at {address}; the tab is at {Page.Url}, the vault says '{status}', the audit: {await _owner.DoAsync(["audit"])}");
        }
    }

    /// <summary>How the sign-ins and refusals ended so far, oldest first, once there are as many as expected.</summary>
    /// <param name="expected">How many.</param>
    public async Task<IReadOnlyList<string>> OutcomesAsync(int expected)
    {
        List<string> outcomes = [];
        for (var tries = 0; tries < 50 && outcomes.Count < expected; tries++)
        {
            await Task.Delay(tries == 0 ? 0 : 200);
            using var audit = JsonDocument.Parse(await _owner.DoAsync(["audit", "--json"]));
            outcomes = [.. audit.RootElement.EnumerateArray().Where(record => record.GetProperty("event").GetString() is "sign-in" or "refusal").Select(OutcomeOf)];
        }

        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        if (_agent is not null)
        {
            await _agent.DisposeAsync();
        }

        _owner.Dispose();
    }

    private static string OutcomeOf(JsonElement record)
    {
        var reason = record.TryGetProperty("reason", out var given) ? given.GetString() : null;
        return reason is null ? record.GetProperty("outcome").GetString()! : $"{record.GetProperty("outcome").GetString()}/{reason}";
    }

    private async Task SetUpAsync(string fill)
    {
        await _owner.DoAsync(["init"]);
        await _owner.DoAsync(["profile", "add", Profile, "--user-data-dir", _owner.UserDataDirectory(Profile)]);
        List<string> arguments =
        [
            "credential", "add", "--label", Label, "--origin", _application.Origin, "--username", _application.Username, "--password-env", "APP_PASSWORD",
            "--sign-in-url", _application.SignInAddress, "--fill", fill, "--attach", $"profile:{Profile}",
        ];
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal) { ["APP_PASSWORD"] = _application.Password };
        if (_application.Seed is { } seed)
        {
            arguments.AddRange(["--totp-env", "APP_SEED"]);
            secrets["APP_SEED"] = seed;
        }

        await _owner.DoAsync(arguments, secrets);
        await _application.BindAuthenticatorAsync(async () => (await _owner.DoAsync(["credential", "totp", Label])).Trim());
    }
}
