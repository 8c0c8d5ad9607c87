using CredentialVault.AppTests.Applications;
using CredentialVault.AppTests.Worlds;

namespace CredentialVault.AppTests;

/// <summary>Username, password and one-time code in one form.</summary>
public sealed class DjangoAdminTests
{
    private const string Groups = "#content h1:text-is('Select group to change')";

    [Theory]
    [InlineData(Workplace.Isolated)]
    [InlineData(Workplace.InPage)]
    public async Task An_agent_goes_on_where_it_wanted_to_be_when_the_site_has_ended_its_session(string fill)
    {
        await using var application = await DjangoAdmin.StartAsync();
        await using var workplace = await Workplace.OpenAsync(application, fill);
        await workplace.StartAgentAsync();
        await workplace.GoAsync(application.SignInAddress, "#user-tools");

        await application.EndSessionsAsync();
        await workplace.Page.ClickAsync("a:text-is('Groups')");

        await workplace.ArrivesAsync($"{application.Origin}/admin/auth/group/", Groups);
        Assert.Equal(["signed-in", "signed-in"], await workplace.OutcomesAsync(expected: 2));
    }
}
