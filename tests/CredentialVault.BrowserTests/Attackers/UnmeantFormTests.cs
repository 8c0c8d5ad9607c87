using CredentialVault.BrowserTests.Worlds;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Forms at the right address that no person would sign in with: put there by whoever can write into a page of the site.</summary>
public sealed class UnmeantFormTests(ManySites sites) : IClassFixture<ManySites>
{
    [Theory]
    [InlineData("hidden")]
    [InlineData("transparent")]
    [InlineData("one-pixel")]
    [InlineData("off-screen")]
    [InlineData("clipped")]
    [InlineData("covered")]
    public async Task A_form_that_nobody_can_see_is_not_filled(string how)
    {
        var site = await sites.OpenAsync(how);
        await sites.NothingHappensAtAsync(site.Desk.ToString());
        ManySites.NothingReached(site);
    }

    [Theory]
    [InlineData("sign-up")]
    [InlineData("change-password")]
    public async Task A_form_that_is_for_something_else_is_not_filled(string purpose)
    {
        var site = await sites.OpenAsync(purpose);
        await sites.NothingHappensAtAsync(site.Desk.ToString());
        ManySites.NothingReached(site);
    }
}
