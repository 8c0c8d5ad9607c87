using CredentialVault.BrowserTests.Worlds;
using CredentialVault.Testing;
using CredentialVault.Testing.AgentsEye;

namespace CredentialVault.BrowserTests.Attackers;

/// <summary>An agent that looks all the time with everything its harness shows it.</summary>
public sealed class AgentsEyeTests
{
    [Fact]
    public async Task An_agent_that_looks_all_the_time_sees_no_password_and_no_seed()
    {
        await using var desk = await OrderDesk.OpenAsync(new OrderDeskOptions { TwoFactor = true });
        await using var agent = await desk.StartAgentAsync();
        var seed = desk.Seed.Replace(" ", "", StringComparison.Ordinal);

        var eye = Watching.Begin(agent.Page);
        await using (eye)
        {
            await desk.OpenOrdersAsync(agent.Page);
            await eye.LooksAsync(
                [ObservationKind.AriaSnapshot, ObservationKind.Html, ObservationKind.VisibleText, ObservationKind.StatusText, ObservationKind.Address], times: 5);
        }

        Assert.Empty(eye.Find(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["password"] = desk.Password,
            ["seed"] = seed,
            ["seed in capitals"] = seed.ToUpperInvariant(),
        }));
    }

    [Fact]
    public async Task The_same_eye_sees_the_password_of_a_naive_fill()
    {
        await using var desk = await OrderDesk.OpenAsync();
        var seen = await NaiveFill.WatchAsync(desk.Site, desk.Style, OrderDesk.Email, desk.Password);
        Assert.Contains(seen.Hits, hit => hit.Secret == "password");
        Assert.Contains(seen.Captured, hit => hit.Secret == "password");
    }
}
