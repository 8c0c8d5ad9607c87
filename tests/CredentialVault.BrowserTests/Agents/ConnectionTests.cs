using System.Diagnostics;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;

namespace CredentialVault.BrowserTests.Agents;

/// <summary>The extension finds its host again, whatever happened to either.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task An_agent_goes_on_after_the_host_has_died()
    {
        await using var desk = await OrderDesk.OpenAsync();
        await using var agent = await desk.StartAgentAsync();
        await desk.OpenOrdersAsync(agent.Page);

        Assert.True(KillHosts(desk) > 0);
        desk.Site.EndSessions(OrderDesk.Email);
        await desk.OpenOrdersAsync(agent.Page);
    }

    [Fact]
    public async Task An_agent_goes_on_after_the_worker_was_stopped()
    {
        await using var desk = await OrderDesk.OpenAsync();
        await using var agent = await desk.StartAgentAsync();
        await desk.OpenOrdersAsync(agent.Page);

        Assert.True(await StopWorkerAsync(agent));
        desk.Site.EndSessions(OrderDesk.Email);
        await desk.OpenOrdersAsync(agent.Page);
    }

    private static int KillHosts(OrderDesk desk)
    {
        var killed = 0;
        foreach (var host in Process.GetProcessesByName("credential-vault-host"))
        {
            // Hosts of other tests run at the same time.
            if (File.ReadAllText($"/proc/{host.Id}/cmdline").StartsWith(desk.Owner.VaultHome, StringComparison.Ordinal))
            {
                host.Kill();
                killed++;
            }

            host.Dispose();
        }

        return killed;
    }

    private static async Task<bool> StopWorkerAsync(AgentBrowser agent)
    {
        var session = await agent.Browser.NewBrowserCDPSessionAsync();
        var targets = await session.SendAsync("Target.getTargets");
        var worker = targets!.Value.GetProperty("targetInfos").EnumerateArray().Single(target => target.GetProperty("type").GetString() == "service_worker");
        var closed = await session.SendAsync("Target.closeTarget", new Dictionary<string, object>(StringComparer.Ordinal) { ["targetId"] = worker.GetProperty("targetId").GetString()! });
        return closed!.Value.GetProperty("success").GetBoolean();
    }
}
