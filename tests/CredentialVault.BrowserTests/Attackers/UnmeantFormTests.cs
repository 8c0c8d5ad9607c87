using CredentialVault.BrowserTests.Worlds;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>Forms at the right address that no person would sign in with: put there by whoever can write into a page of the site.</summary>
public sealed class UnmeantFormTests(ManySites sites) : IClassFixture<ManySites>
{
    public static readonly TheoryData<string, string> Unseen = Fill.Both("hidden", "transparent", "one-pixel", "off-screen", "clipped", "covered");

    public static readonly TheoryData<string, string> OfAnotherPurpose = Fill.Both("sign-up", "change-password");

    [Theory]
    [MemberData(nameof(Unseen))]
    public async Task A_form_that_nobody_can_see_is_not_filled(string how, string fill)
    {
        var site = await sites.OpenAsync(how, fill);
        await sites.NothingHappensAtAsync(site.Desk.ToString());
        ManySites.NothingReached(site);
    }

    [Theory]
    [MemberData(nameof(OfAnotherPurpose))]
    public async Task A_form_that_is_for_something_else_is_not_filled(string purpose, string fill)
    {
        var site = await sites.OpenAsync(purpose, fill);
        await sites.NothingHappensAtAsync(site.Desk.ToString());
        ManySites.NothingReached(site);
    }
}
