using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using SampleSite;
using SampleSite.Accounts;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Owners;

/// <summary>What an owner gets of a credential whose fill is isolated.</summary>
public sealed class SigningInTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("harbour", null)]
    [InlineData("harbour", CodePlacement.OwnPage)]
    [InlineData("harbour", CodePlacement.SamePage)]
    [InlineData("harbour", CodePlacement.WithPassword)]
    [InlineData("hafen", null)]
    [InlineData("hafen", CodePlacement.OwnPage)]
    [InlineData("hafen", CodePlacement.SamePage)]
    [InlineData("hafen", CodePlacement.WithPassword)]
    public async Task I_get_the_session_of_a_real_site(string style, CodePlacement? code)
    {
        await using var desk = await OrderDesk.OpenAsync(SiteStyle.Named(style)!, code);
        var times = new Stopwatches(output);
        await using var browser = await desk.Vault.StartBrowserAsync();
        times.Report("BrowserStarted");

        var result = await desk.Vault.SignInAsync(browser, desk.Credential, times);

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Contains(result.Session!.Session.Cookies, cookie => cookie.Name == Site.SessionCookieName && cookie.HttpOnly && cookie.HostOnly);
        Assert.Empty(result.Session.Reflected);
        Assert.Equal(SignInAnswer.Succeeded, desk.Site.SignInAttempts[^1].Answer);
    }

    [Theory]
    [InlineData("harbour")]
    [InlineData("hafen")]
    public async Task I_am_told_that_the_password_is_wrong_after_one_attempt(string style)
    {
        await using var desk = await OrderDesk.OpenAsync(SiteStyle.Named(style)!, mistyped: "Not-the-password-1!");

        Assert.Equal(Outcome.PasswordRejected, (await desk.Vault.SignInAsync(desk.Credential)).Outcome);
        Assert.Equal(Outcome.BlockedByGuard(Reason.PasswordWasRejected), (await desk.Vault.SignInAsync(desk.Credential)).Outcome);
        Assert.Single(desk.Site.SignInAttempts);
    }

    [Fact]
    public async Task I_am_told_soon_that_the_site_is_down()
    {
        await using var desk = await OrderDesk.OpenAsync(SiteStyle.Harbour);
        await desk.Site.StopAsync();

        Assert.Equal(Outcome.TimedOut(Reason.NotReachable), (await desk.Vault.SignInAsync(desk.Credential)).Outcome);
    }
}
