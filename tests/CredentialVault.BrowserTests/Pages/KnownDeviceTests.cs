using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>"Remember this device": ticked when the owner says so, and then the site asks for no code the next time.</summary>
public sealed class KnownDeviceTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival PasswordOnly = new(Given.Right, Given.Right, Given.Absent);
    private static readonly Arrival CodeOnly = new(Given.Absent, Given.Absent, Given.Right);

    public static TheoryData<string, string> Boxes => Fill.Both("remember-device", "device-beside-password", "device-as-a-switch");

    [Theory]
    [MemberData(nameof(Boxes))]
    public async Task A_site_asks_for_no_code_the_second_time_where_the_owner_wants_it(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill, asksForCode: true, remembersDevice: true);
        await sites.SignsInAsync(site);
        Assert.Equal(1, site.KnownDevices);

        site.EndSessions();
        var page = await sites.Agent.Context.NewPageAsync();
        await page.GotoAsync(site.Desk.ToString());
        await page.WaitForSelectorAsync("h1:text-is('Desk')", new() { Timeout = ManySites.Patience });

        Assert.Equal([PasswordOnly, CodeOnly, PasswordOnly], site.Arrivals);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public async Task The_box_stays_as_it_is_where_the_owner_has_not_said_so(string kind, string fill)
    {
        var site = await sites.OpenAsync(kind, fill, asksForCode: true);
        await sites.SignsInAsync(site);
        Assert.Equal(0, site.KnownDevices);
        Assert.DoesNotContain(site.Texts, text => text.Contains("remember=", StringComparison.Ordinal) || text.Contains("\"remember\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task No_other_box_beside_it_is_ticked(string fill)
    {
        var site = await sites.OpenAsync("device-beside-password", fill, asksForCode: true, remembersDevice: true);
        await sites.SignsInAsync(site);
        var sent = Assert.Single(site.Texts, text => text.Contains("remember=on", StringComparison.Ordinal));
        Assert.False(sent.Contains("stay=", StringComparison.Ordinal) || sent.Contains("news=", StringComparison.Ordinal), "Another box was ticked.");
    }
}
