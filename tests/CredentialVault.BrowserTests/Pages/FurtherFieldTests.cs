using CredentialVault.BrowserTests.Worlds;
using TestPages;

namespace CredentialVault.BrowserTests.Pages;

/// <summary>Sites that ask for more than username, password and code, and credentials that have it.</summary>
public sealed class FurtherFieldTests(ManySites sites) : IClassFixture<ManySites>
{
    private const string Company = "harbour-works";

    [Theory]
    [InlineData(Fill.InPage, "Company ID")]
    [InlineData(Fill.Isolated, "Company ID")]
    [InlineData(Fill.InPage, "tenant")]
    [InlineData(Fill.Isolated, "tenant")]
    public async Task An_agent_is_signed_in_where_a_third_field_is_asked_for_that_the_owner_calls(string fill, string name)
    {
        var site = await sites.OpenAskingMoreAsync("third-field", fill, Company, field: name);
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
        Assert.Equal([Given.Right], site.FurtherArrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_where_a_name_and_an_address_are_asked_for(string fill)
    {
        var site = await sites.OpenAskingMoreAsync("name-and-email", fill, "keeper@harbour.example", field: "Email");
        await sites.SignsInAsync(site);
        Assert.Equal([new Arrival(Given.Right, Given.Right, Given.Absent)], site.Arrivals);
        Assert.Equal([Given.Right], site.FurtherArrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task An_agent_is_signed_in_where_a_question_follows_whose_answer_the_credential_has(string fill)
    {
        var site = await sites.OpenAskingMoreAsync("security-question", fill, "Albatross", field: "first ship");
        await sites.SignsInAsync(site);
        Assert.Equal([Given.Right], site.FurtherArrivals);
    }

    [Theory]
    [InlineData(Fill.InPage)]
    [InlineData(Fill.Isolated)]
    public async Task A_question_that_the_credential_has_no_answer_to_gets_none(string fill)
    {
        var site = await sites.OpenAskingMoreAsync("security-question", fill, "Albatross", field: "favourite teacher");
        await sites.ReadsAsync(site.Desk, "only the owner can do");
        Assert.Empty(site.FurtherArrivals);
    }
}
