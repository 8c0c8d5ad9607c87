using System.Net;
using System.Net.Sockets;
using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using TestPages;

namespace CredentialVault.BrowserTests.HandOver;

/// <summary>How sign-ins in a browser of the host's own end that do not end signed in; the agent reads why on its page.</summary>
public sealed class OutcomeTests(ManySites sites) : IClassFixture<ManySites>
{
    private const string AnotherSeed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task A_wrong_code_is_sent_twice_and_no_more()
    {
        var site = sites.Stranger("code-field", asksForCode: true);
        await sites.LearnAsync(site, Fill.Isolated, seed: AnotherSeed);

        await sites.NothingHappensAtAsync(site.Desk.ToString());

        // The second code is that of the next step.
        Assert.Equal(("code-rejected", null), await sites.FirstOutcomeAsync(site.Origin));
        var code = new Arrival(Given.Absent, Given.Absent, Given.Wrong);
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent), code, code], site.Arrivals);
    }

    [Fact]
    public async Task A_site_at_whose_address_nothing_answers_is_given_up_in_time()
    {
        var site = sites.Stranger("form-post");
        var closed = new UriBuilder(site.Address) { Port = ClosedPort() }.Uri;
        await sites.LearnAsync(site, Fill.Isolated, more: ["--origin", site.Origin, "--origin", closed.GetLeftPart(UriPartial.Authority), "--sign-in-url", closed.ToString()]);
        var start = DateTime.UtcNow;

        await sites.ReadsAsync(site.Desk, "Nothing answers at the site");

        Assert.Equal([("timed-out", "not-reachable")], await sites.OutcomesAsync(site.Origin));
        Assert.True(DateTime.UtcNow - start < Bound + TimeSpan.FromSeconds(10));
        Assert.Empty(site.Arrivals);
    }

    [Fact]
    public async Task A_step_that_is_not_known_is_left_to_the_owner()
    {
        var site = sites.Stranger("confirmed-elsewhere", asksForCode: true);
        await sites.LearnAsync(site, Fill.Isolated);

        await sites.ReadsAsync(site.Desk, "still asks to sign in");

        Assert.Equal([("needs-owner", "still-signed-out")], await sites.OutcomesAsync(site.Origin));
        Assert.Single(site.Arrivals);
    }

    [Fact]
    public async Task Without_the_browser_that_the_owner_named_nothing_is_typed_anywhere()
    {
        var site = sites.Stranger("form-post");
        using var owner = new Owner();
        var browser = Path.Combine(owner.Machine, "browser");
        File.CreateSymbolicLink(browser, BuiltPrograms.Browser);
        await owner.DoAsync(["init"]);
        await owner.DoAsync(["profile", "add", ManySites.Profile, "--user-data-dir", owner.UserDataDirectory(ManySites.Profile), "--browser", browser]);
        await owner.DoAsync(
            ["credential", "add", "--label", "Site", "--origin", site.Origin, "--username", site.Account.Username, "--password-env", "P", "--attach", $"profile:{ManySites.Profile}"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["P"] = site.Account.Password });
        await using var agent = await AgentBrowser.StartAsync(owner, ManySites.Profile);
        File.Delete(browser);

        await agent.Page.GotoAsync(site.Desk.ToString());
        await ManySites.ReadsAsync(agent.Page, "no browser to sign in with");

        ManySites.NothingReached(site);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
