using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using CredentialVault.Testing.FullPower;
using SampleSite;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>An agent that drives its whole browser with DevTools and takes in all that can be taken in.</summary>
public sealed class FullPowerTests
{
    private static readonly Channel[] Used =
    [
        Channel.Network, Channel.PausedRequest, Channel.Body, Channel.PageHook, Channel.WorkerHook, Channel.PagePoll, Channel.WorkerPoll,
        Channel.Cookies, Channel.DomSnapshot, Channel.PageArchive, Channel.Screenshot, Channel.Trace, Channel.Heap,
    ];

    [Fact]
    public async Task An_agent_with_DevTools_on_every_target_sees_no_password_no_seed_and_no_code_of_an_isolated_sign_in()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, Fill = "isolated" });
        await using var agent = await desk.StartAgentAsync();
        await using var eye = await BeginAsync(desk, agent);

        await desk.OpenOrdersAsync(agent.Page);
        await eye.FinishAsync();

        Assert.Empty(eye.Hits);
        LookedEverywhere(eye);
        Assert.Equal(["signed-in"], await desk.OutcomesAsync(expected: 1));
    }

    [Fact]
    public async Task An_agent_that_restarts_the_extensions_worker_and_holds_its_requests_sees_none_either()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, Fill = "isolated" });
        await using var agent = await desk.StartAgentAsync();
        await using var eye = await BeginAsync(desk, agent);

        await eye.CloseWorkerAsync();
        await desk.OpenOrdersAsync(agent.Page);
        await eye.FinishAsync();

        Assert.Empty(eye.Hits);
        LookedEverywhere(eye);
        Assert.True(eye.WorkerStarts >= 2, "The worker was not started again.");
        Assert.Equal(["signed-in"], await desk.OutcomesAsync(expected: 1));
    }

    [Fact]
    public async Task The_same_agent_sees_the_password_and_the_code_of_an_in_page_fill_but_not_the_seed()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, Fill = "in-page" });
        await using var agent = await desk.StartAgentAsync();
        await using var eye = await BeginAsync(desk, agent);

        await desk.OpenOrdersAsync(agent.Page);
        await eye.FinishAsync();

        Assert.Equal(["code", "password"], eye.Hits.Select(hit => hit.Secret).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains(eye.Hits, hit => hit is { Secret: "password", Channel: Channel.PageHook });
        Assert.Contains(eye.Hits, hit => hit is { Secret: "password", Channel: Channel.WorkerHook });
        Assert.Contains(eye.Hits, hit => hit is { Secret: "password", Channel: Channel.PausedRequest });
        LookedEverywhere(eye);
    }

    [Fact]
    public async Task An_agent_that_speaks_as_the_extension_gets_the_session_and_no_secret()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, Fill = "isolated" });
        await using var agent = await desk.StartAgentAsync();
        await using var eye = await BeginAsync(desk, agent);

        var told = ForgedSignIn.Read(await eye.RunInWorkerAsync(ForgedSignIn.Script(desk.Site.Address.GetLeftPart(UriPartial.Authority))));

        Assert.Empty(eye.Hits);
        Assert.Contains(Site.SessionCookieName, told.Session, StringComparison.Ordinal);
        Assert.NotEmpty(told.Fills);
        Assert.All(told.Fills, answer => Assert.Equal("error", answer));
        Assert.Equal("not-allowed", told.Listing);
        Assert.Equal(["signed-in"], await desk.OutcomesAsync(expected: 1));
    }

    [Fact]
    public async Task No_file_of_the_agents_profile_or_of_the_vault_holds_the_password_or_the_seed_after_a_sign_in()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, Fill = "isolated" });
        string[] folders = [desk.Owner.UserDataDirectory(OrderDesk.Profile), desk.Owner.VaultHome];
        string[] forms = [.. desk.Secrets.Values.SelectMany(Testing.AgentsEye.SecretForms.Of)];
        IReadOnlyList<string> Found() => [.. folders.Concat(BrowserTemporaries()).SelectMany(folder => FilesHolding.AnyOf(folder, forms))];

        await using (var agent = await desk.StartAgentAsync())
        {
            await desk.OpenOrdersAsync(agent.Page);
            Assert.Equal(["signed-in"], await desk.OutcomesAsync(expected: 1));
            Assert.Empty(Found());
        }

        Assert.Empty(Found());
        var control = Path.Combine(desk.Owner.VaultHome, "control");
        await File.WriteAllTextAsync(control, "x" + desk.Password);
        Assert.Equal([control], Found(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Another_process_sees_no_secret_and_no_port_of_the_sign_in_browser_while_it_runs()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true, Fill = "isolated" });
        await using var agent = await desk.StartAgentAsync();
        string[] forms = [.. desk.Secrets.Values.SelectMany(Testing.AgentsEye.SecretForms.Of)];
        HashSet<int> seen = [];

        var signingIn = desk.OpenOrdersAsync(agent.Page);
        while (!signingIn.IsCompleted)
        {
            // Hosts and sign-in browsers: both are started by paths in the vault's folder.
            foreach (var process in ProcessTree.Naming(desk.Owner.VaultHome))
            {
                var arguments = ProcessTree.ArgumentsOf(process);
                Assert.DoesNotContain(forms, form => arguments.Contains(form, StringComparison.Ordinal));
                Assert.DoesNotContain(forms, form => ProcessTree.EnvironmentOf(process).Any(variable => variable.Contains(form, StringComparison.Ordinal)));
                if (arguments.Contains("--remote-debugging-pipe", StringComparison.Ordinal))
                {
                    seen.Add(process);
                    Assert.DoesNotContain("--remote-debugging-port", arguments, StringComparison.Ordinal);
                    Assert.Empty(ProcessTree.ListeningPortsOf(ProcessTree.Of(process)));
                }
            }

            await Task.Delay(20);
        }

        await signingIn;
        Assert.NotEmpty(seen);
        Assert.NotEmpty(ProcessTree.ListeningPortsOf(ProcessTree.Naming($"--user-data-dir={desk.Owner.UserDataDirectory(OrderDesk.Profile)}")));
    }

    private static Task<FullPowerEye> BeginAsync(OrderDesk desk, AgentBrowser agent) =>
        FullPowerEye.BeginAsync(agent.DevTools, desk.Secrets, PossibleCodes.Of(desk.Seed));

    private static void LookedEverywhere(FullPowerEye eye) =>
        Assert.All(Used, channel => Assert.True(eye.Volumes.ContainsKey(channel), $"{channel.Name()}: nothing was captured"));

    private static IEnumerable<string> BrowserTemporaries() => Directory.EnumerateDirectories(Path.GetTempPath(), ".org.chromium.*");
}
