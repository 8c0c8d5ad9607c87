namespace CredentialVault.BrowserTests.Detector;

/// <summary>Pages between the form and the first page: what may be pressed there is found, and elsewhere nothing is.</summary>
public sealed class WayOnTests(DetectorBrowser browser) : IClassFixture<DetectorBrowser>
{
    [Theory]
    [InlineData("stay-signed-in", "unsure", "way-on-decline")]
    [InlineData("passkey-offer", "unsure", "way-on-decline")]
    [InlineData("choice-of-methods", "unsure", "way-on-authenticator")]
    [InlineData("account-chooser", "signed-out", "way-on-account")]
    public async Task I_get_past_a(string page, string verdict, string way)
    {
        var seen = await browser.LookAtAsync(page);
        seen.Is("other", verdict);
        Assert.Equal(way, Assert.Single(seen.Evidence, code => code.StartsWith("way-on-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task I_can_ask_for_another_method_where_a_code_came_by_mail()
    {
        var seen = await browser.LookAtAsync("code-by-mail-with-another-way");
        seen.Is("one-time-code", "signed-out");
        Assert.Contains("code-was-sent", seen.Evidence, StringComparer.Ordinal);
        Assert.Contains("way-on-other-method", seen.Evidence, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("choice-of-methods-with-a-push", "authenticator")]
    [InlineData("request-to-be-approved", "other-method")]
    public async Task I_get_to_a_code_where_saying_yes_on_another_device_is_asked_first_on_a(string page, string way)
    {
        var open = await browser.OpenAsync(page);
        const string Question = "(way) => credentialVaultDetector.waysOn(document, credentialVaultDetector.detect(document)).get(way)?.map((element) => element.dataset.is)";
        Assert.Equal(["way"], await open.EvaluateAsync<string[]>(Question, way));
        await open.CloseAsync();
    }

    [Theory]
    [InlineData("username-and-password")]
    [InlineData("one-time-code")]
    [InlineData("signed-in-page")]
    [InlineData("public-page")]
    [InlineData("newsletter")]
    [InlineData("sign-up")]
    [InlineData("authenticator-set-up")]
    [InlineData("authenticator-among-settings")]
    [InlineData("account-settings")]
    [InlineData("accounts-of-a-bank")]
    [InlineData("request-to-be-approved-with-removal")]
    [InlineData("was-this-you")]
    [InlineData("offer-that-takes-away")]
    public async Task Nothing_is_pressed_on_a(string page) =>
        Assert.DoesNotContain((await browser.LookAtAsync(page)).Evidence, code => code.StartsWith("way-on-", StringComparison.Ordinal));

    [Theory]
    [InlineData("https://shop.example/no", true)]
    [InlineData("https://elsewhere.example/no", false)]
    [InlineData("http://shop.example/no", false)]
    [InlineData("mailto:somebody@shop.example", false)]
    [InlineData("data:text/html,no", false)]
    [InlineData("javascript:void 0", true)]
    public async Task A_link_is_followed_to_a_known_origin_only(string href, bool followed)
    {
        var open = await browser.OpenAsync("stay-signed-in");
        const string Question = """
            (href) => {
              const link = document.createElement("a");
              link.href = href;
              link.innerHTML = "<b>No</b>";
              return credentialVaultDetector.leadsTo(link.firstChild, ["https://shop.example"]);
            }
            """;
        Assert.Equal(followed, await open.EvaluateAsync<bool>(Question, href));
        await open.CloseAsync();
    }
}
