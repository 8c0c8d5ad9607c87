using CredentialVault.AppTests.Applications;
using CredentialVault.AppTests.Worlds;

namespace CredentialVault.AppTests;

/// <summary>A dialog whose fields have no names, and a token in localStorage.</summary>
public sealed class NodeRedTests
{
    private const string SecondFlowOpen = ".red-ui-tab.active:has-text('Departures')";

    [Theory]
    [InlineData(Workplace.Isolated)]
    [InlineData(Workplace.InPage)]
    public async Task An_agent_goes_on_at_its_flow_when_the_server_has_taken_its_token_back(string fill)
    {
        await using var application = await NodeRed.StartAsync();
        await using var workplace = await Workplace.OpenAsync(application, fill);
        await workplace.StartAgentAsync();
        await workplace.GoAsync(application.Origin + NodeRed.SecondFlow, SecondFlowOpen);

        await application.EndSessionsAsync();
        await workplace.Page.ReloadAsync();

        await workplace.ArrivesAsync(application.Origin + NodeRed.SecondFlow, SecondFlowOpen);
        Assert.Equal(["signed-in", "signed-in"], await workplace.OutcomesAsync(expected: 2));
    }

    [Theory]
    [InlineData(Workplace.Isolated)]
    [InlineData(Workplace.InPage)]
    public async Task An_agent_goes_on_when_its_token_is_gone(string fill)
    {
        await using var application = await NodeRed.StartAsync();
        await using var workplace = await Workplace.OpenAsync(application, fill);
        await workplace.StartAgentAsync();
        await workplace.GoAsync(application.Origin + NodeRed.SecondFlow, SecondFlowOpen);

        await workplace.Page.EvaluateAsync("localStorage.clear()");
        await workplace.Page.ReloadAsync();

        await workplace.ArrivesAsync(application.Origin + NodeRed.SecondFlow, SecondFlowOpen);
        Assert.Equal(["signed-in", "signed-in"], await workplace.OutcomesAsync(expected: 2));
    }
}
