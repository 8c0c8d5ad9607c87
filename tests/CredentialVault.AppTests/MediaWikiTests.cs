using CredentialVault.AppTests.Applications;
using CredentialVault.AppTests.Worlds;

namespace CredentialVault.AppTests;

/// <summary>The one-time code on a page of its own, and pages that strangers see too.</summary>
public sealed class MediaWikiTests
{
    private const string Watchlist = "h1:text-is('Edit watchlist')";
    private const string WayOut = "#pt-logout";

    [Theory]
    [InlineData(Workplace.Isolated)]
    [InlineData(Workplace.InPage)]
    public async Task An_agent_goes_on_at_its_watchlist_when_the_site_has_ended_its_session(string fill)
    {
        await using var application = await MediaWiki.StartAsync();
        await using var workplace = await Workplace.OpenAsync(application, fill);
        await workplace.StartAgentAsync();
        await workplace.GoAsync(application.AddressOf("Special:EditWatchlist"), Watchlist);

        await application.EndSessionsAsync();
        await workplace.Page.ReloadAsync();

        await workplace.ArrivesAsync(application.AddressOf("Special:EditWatchlist"), Watchlist);
        Assert.Equal(["signed-in", "signed-in"], await workplace.OutcomesAsync(expected: 2));
    }

    [Fact]
    public async Task An_agent_goes_on_at_a_page_that_strangers_may_read_too()
    {
        await using var application = await MediaWiki.StartAsync();
        await using var workplace = await Workplace.OpenAsync(application);
        await workplace.StartAgentAsync();
        await workplace.GoAsync(application.AddressOf("Special:EditWatchlist"), Watchlist);
        await workplace.GoAsync(application.AddressOf("Special:SpecialPages"), WayOut);

        await application.EndSessionsAsync();
        await workplace.Page.GotoAsync(application.AddressOf("Special:Version"));

        await workplace.ArrivesAsync(application.AddressOf("Special:Version"), WayOut);
        Assert.Equal(["signed-in", "signed-in"], await workplace.OutcomesAsync(expected: 2));
    }
}
