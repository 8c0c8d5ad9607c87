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
    // The answer to another question stands on the page too.
    [InlineData("<div><p>May we set cookies?</p><button>Yes</button><button>No</button></div><main><h1>Stay signed in?</h1><button>Yes</button><button data-way=decline>No</button></main>")]
    [InlineData("<main><h1>Trust this browser?</h1><button data-way=remember-device>Yes</button><button data-way=decline>No</button></main><div><p>May we set cookies?</p><button>Yes</button><button>No</button></div>")]
    // Only the owner agrees to anything.
    [InlineData("<h1>Trust this browser?</h1><p>By selecting <b>Yes</b> you agree to the terms of use.</p><button>Yes</button><button data-way=decline>No</button>")]
    [InlineData("<h1>Stay signed in?</h1><button>Skip and accept recommended settings</button>")]
    [InlineData("<h1>Trust this browser?</h1><button>Yes, and send me offers</button><button data-way=decline>No</button>")]
    // What only speaks of an authenticator is no way to use it.
    [InlineData("<h1>Verify your identity</h1><a href=/more>Learn more about the authenticator app</a><a href=/lost>Can't access your authenticator?</a><button data-way=authenticator>Use an authenticator app</button>")]
    [InlineData("<h1>Bestätigen Sie, dass Sie es sind</h1><a href=/mehr>Mehr erfahren: Authenticator-App</a><a href=/weg>Kein Zugriff auf die Authenticator-App?</a><button data-way=authenticator>Code aus der App</button>")]
    // Offers that wait.
    [InlineData("<h1>Is your recovery info up to date?</h1><button data-way=decline>Not now</button><button>Save</button>")]
    [InlineData("<h1>More information required</h1><a href=/more>Learn more</a><a href=/skip data-way=decline>Skip for now (14 days until this is required)</a><button>Next</button>")]
    [InlineData("<h1>Change your password</h1><p>It is 180 days old.</p><form><input type=password placeholder='Current password'><input type=password placeholder='New password'><input type=password placeholder='Repeat the new password'><button>Change password</button><button type=button data-way=decline>Remind me later</button></form>")]
    [InlineData("<h1>비밀번호 변경</h1><form><input type=password placeholder='현재 비밀번호'><input type=password placeholder='새 비밀번호'><button>비밀번호 변경</button><button type=button data-way=decline>다음에 변경하기</button></form>")]
    public async Task Just_that_is_pressed_that_serves(string body)
    {
        var open = await browser.OpenAsync("public-page");
        await open.SetContentAsync($"<!doctype html><html lang=en><meta charset=utf-8><title>Acme</title><body>{body}");
        const string Question = """
            () => {
              const ways = credentialVaultDetector.waysOn(document, credentialVaultDetector.detect(document));
              const said = (way, element) => `${way}:${element.textContent}, ${element.dataset.way ?? "not"} marked`;
              const marked = [...document.querySelectorAll("[data-way]")].map((element) => said(element.dataset.way, element));
              return [marked, [...ways].flatMap(([way, elements]) => elements.map((element) => said(way, element)))].map((all) => all.sort().join("; "));
            }
            """;
        var answer = await open.EvaluateAsync<string[]>(Question);
        Assert.Equal(answer[0], answer[1]);
        await open.CloseAsync();
    }

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
