using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Pages that leave by themselves while they are signed in at: what was sent is lost with them, and no password is wrong.</summary>
public sealed class LeavingTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Right = new(Given.Right, Given.Right, Given.Absent);

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_page_that_is_on_its_way_out_is_given_nothing_and_the_one_that_follows_is(string fill)
    {
        var site = await sites.OpenAsync("asks-twice", fill);
        await sites.SignsInAsync(site);
        Assert.Equal([Right], site.Arrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_password_that_was_not_answered_since_its_page_left_is_not_taken_for_a_wrong_one(string fill)
    {
        var site = await sites.OpenAsync("leaves-before-answer", fill);
        await sites.SignsInAsync(site);
        Assert.Equal([Right, Right], site.Arrivals);
    }
}
