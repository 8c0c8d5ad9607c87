using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Pages of a sign-in that have nothing to type: they are passed by pressing what leads on.</summary>
public sealed class WayOnTests(ManySites sites) : IClassFixture<ManySites>
{
    private static readonly Arrival Form = new(Given.Right, Given.Right, Given.Absent);
    private static readonly Arrival Pressed = new(Given.Absent, Given.Absent, Given.Absent);
    private static readonly Arrival Code = new(Given.Absent, Given.Absent, Given.Right);

    public static TheoryData<string, string> Choices => Fill.Both("choose-method", "choose-in-a-list", "another-method");

    public static TheoryData<string, string> Offers => Fill.Both("stay-signed-in", "passkey-offer", "notifications-offer", "recovery-codes");

    public static TheoryData<string, string> OwnersSteps => Fill.Both("new-terms", "recovery-codes-alone");

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task An_agent_gets_past_an_offer_and_the_answer_is_no(string kind, string fill)
    {
        var site = await sites.OpenAskingMoreAsync(kind, fill, further: "no");
        await sites.SignsInAsync(site);
        Assert.Equal([Form, Pressed], site.Arrivals);
        Assert.Equal([Given.Right], site.FurtherArrivals);
    }

    [Theory]
    [InlineData(Fill.InPage, false, "no")]
    [InlineData(Fill.InPage, true, "yes")]
    [InlineData(Fill.Isolated, false, "no")]
    [InlineData(Fill.Isolated, true, "yes")]
    public async Task An_offer_to_know_the_device_again_is_answered_as_the_owner_wishes(string fill, bool wanted, string answer)
    {
        var site = await sites.OpenAskingMoreAsync("trust-offer", fill, further: answer, remembersDevice: wanted);
        await sites.SignsInAsync(site);
        Assert.Equal([Form, Pressed], site.Arrivals);
        Assert.Equal([Given.Right], site.FurtherArrivals);
    }

    [Theory]
    [MemberData(nameof(OwnersSteps))]
    public async Task What_only_the_owner_can_agree_to_is_left_to_the_owner(string kind, string fill)
    {
        var site = await sites.OpenAskingMoreAsync(kind, fill, further: "yes");
        await sites.ReadsAsync(site.Desk, "only the owner can do");
        Assert.Equal([Form], site.Arrivals);
        Assert.Empty(site.FurtherArrivals);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task An_agent_whose_credential_has_an_authenticator_gets_past_a_choice_of_methods_at(string kind, string fill)
    {
        var site = await sites.OpenAskingMoreAsync(kind, fill, further: "app", asksForCode: true);
        await sites.SignsInAsync(site);
        Assert.Equal([Form, Pressed, Code], site.Arrivals);
        Assert.Equal([Given.Right], site.FurtherArrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_gets_past_a_choice_of_accounts_to_the_one_whose_name_is_the_credentials(string fill)
    {
        var site = await sites.OpenAsync("account-chooser", fill);
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Absent, Given.Absent), new Arrival(Given.Absent, Given.Right, Given.Absent)], site.Arrivals);
    }

    [Fact]
    public async Task A_site_that_sends_codes_by_mail_and_offers_an_authenticator_does_not_get_one_that_the_credential_does_not_have()
    {
        var site = await sites.OpenAskingMoreAsync("another-method", Fill.Isolated, further: "app");
        await sites.ReadsAsync(site.Desk, "has no seed");
        Assert.Empty(site.FurtherArrivals);
    }
}
