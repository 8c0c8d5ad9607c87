namespace CredentialVault.BrowserTests.Detector;

/// <summary>The code of an authenticator goes into the field that asks for it, and into no other.</summary>
public sealed class OneTimeCodeTests(DetectorBrowser browser) : IClassFixture<DetectorBrowser>
{
    [Fact]
    public async Task I_can_give_a_code_in_one_field() => (await browser.LookAtAsync("one-time-code")).Is("one-time-code", "signed-out");

    [Fact]
    public async Task I_can_give_a_code_in_split_boxes() => (await browser.LookAtAsync("split-code-boxes")).Is("one-time-code", "signed-out");

    [Fact]
    public async Task I_can_give_a_code_in_boxes_that_are_only_numbered() => (await browser.LookAtAsync("numbered-code-boxes")).Is("one-time-code", "signed-out");

    [Fact]
    public async Task I_can_give_a_code_where_only_the_page_says_which_code() => (await browser.LookAtAsync("code-named-by-its-page")).Is("one-time-code", "signed-out");

    [Fact]
    public async Task I_can_give_a_code_beside_the_password() => (await browser.LookAtAsync("code-beside-password")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_give_a_code_where_cancelling_leads_to_the_sign_out() => (await browser.LookAtAsync("code-step-that-can-be-cancelled")).Is("one-time-code", "signed-out");

    [Fact]
    public async Task I_can_give_a_code_in_a_field_for_telephone_numbers() => (await browser.LookAtAsync("code-in-a-telephone-field")).Is("one-time-code", "signed-out");

    [Fact]
    public async Task A_picture_to_be_read_in_one_row_with_the_fields_gets_no_code() => (await browser.LookAtAsync("picture-code-in-one-row")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_give_a_code_that_its_page_calls_a_password() => (await browser.LookAtAsync("code-that-was-sent-unseen")).Is("one-time-code", "signed-out");

    [Theory]
    [InlineData("<h3>Verifica in due passaggi</h3><p>Abbiamo inviato un SMS.</p><form><label>Codice ricevuto via SMS <input data-is=one-time-code name=codice inputmode=numeric maxlength=6></label><button data-is=submit>Conferma</button></form>")]
    // Boxes that send themselves, beside a way to another code.
    [InlineData("<h3>Enter the code from the message</h3><p>We sent a code to your phone.</p><form><input data-is=one-time-code maxlength=1><input data-is=one-time-code maxlength=1><input data-is=one-time-code maxlength=1><input data-is=one-time-code maxlength=1></form><button>One-time code from the app (TOTP)</button>")]
    public async Task A_code_that_came_by_message_is_told(string body)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync($"<!doctype html><html lang=en><meta charset=utf-8><title>Acme</title><body>{body}");

        var seen = await DetectorBrowser.LookAsync(page);

        seen.Is("one-time-code", "signed-out");
        Assert.Contains("code-was-sent", seen.Evidence, StringComparer.Ordinal);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("<img src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22100%22 height=%22100%22/>' alt=''>", "one-time-code")]
    [InlineData("<img src='data:,' alt=''>", "one-time-code")]
    [InlineData("<img src='/nowhere' alt='' width=120 height=40>", "other")]
    [InlineData("<img src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22150%22 height=%2250%22/>' alt=''>", "other")]
    public async Task A_picture_above_a_code_is_to_be_read_where_it_can_show_letters_in_a_row(string picture, string kind)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync($"""
            <!doctype html><html lang=en><meta charset=utf-8><title>Two-factor authentication</title><body>
            <main><h2>TOTP (Authenticator app)</h2>{picture}
            <p>Get the authentication code from the two-factor authentication app on your device.</p>
            <form method=post><input data-is=one-time-code minlength=6 maxlength=10 name=challenge autocomplete=off inputmode=numeric placeholder="Authentication code"><button data-is=submit>Submit</button></form>
            <p><a href="/login/selectchallenge">Use another second factor</a></p><p><a href="/logout?token=x">Cancel login</a></p></main>
            """);
        await page.WaitForFunctionAsync("document.querySelector('img').complete");

        var seen = await DetectorBrowser.LookAsync(page);

        Assert.Equal(kind, seen.Kind);
        if (kind == "one-time-code")
        {
            seen.Is("one-time-code", "signed-out");
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task A_recovery_code_is_no_code_to_give() => (await browser.LookAtAsync("recovery-code")).Is("other", "unsure");

    [Fact]
    public async Task A_picture_to_be_read_gets_no_code() => (await browser.LookAtAsync("picture-code-beside-password")).Is("sign-in", "signed-out");

    [Fact]
    public async Task An_authenticator_being_set_up_gets_no_code() => (await browser.LookAtAsync("authenticator-set-up")).Is("other", "signed-in");

    [Fact]
    public async Task A_card_gets_no_code() => (await browser.LookAtAsync("payment")).Is("other", "unsure");
}
