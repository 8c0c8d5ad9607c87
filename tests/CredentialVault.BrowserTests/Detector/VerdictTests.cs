namespace CredentialVault.BrowserTests.Detector;

/// <summary>Whether the page belongs to somebody signed in; only signed-out starts anything.</summary>
public sealed class VerdictTests(DetectorBrowser browser) : IClassFixture<DetectorBrowser>
{
    [Fact]
    public async Task A_notice_that_the_session_expired_is_signed_out() => (await browser.LookAtAsync("session-expired-notice")).Is("other", "signed-out");

    [Fact]
    public async Task A_notice_in_another_language_is_signed_out() => (await browser.LookAtAsync("session-expired-notice-in-german")).Is("other", "signed-out");

    [Fact]
    public async Task A_public_page_with_a_sign_in_link_is_unsure() => (await browser.LookAtAsync("public-page")).Is("other", "unsure");

    [Fact]
    public async Task A_page_with_a_way_to_sign_out_is_signed_in() => (await browser.LookAtAsync("signed-in-page")).Is("other", "signed-in");

    [Fact]
    public async Task A_way_to_sign_out_in_a_folded_menu_counts() => (await browser.LookAtAsync("signed-in-with-a-folded-menu")).Is("other", "signed-in");

    [Fact]
    public async Task A_form_that_is_sent_to_where_one_signs_out_counts() => (await browser.LookAtAsync("signed-in-with-a-form-that-signs-out")).Is("other", "signed-in");

    [Fact]
    public async Task A_way_to_sign_out_that_is_hidden_beside_a_way_in_does_not_count() => (await browser.LookAtAsync("both-states-in-one-document")).Is("other", "unsure");

    [Fact]
    public async Task A_way_in_that_is_folded_away_with_all_other_links_is_told()
    {
        var seen = await browser.LookAtAsync("public-page-in-a-narrow-window");

        seen.Is("other", "unsure");
        Assert.Contains("folded-sign-in-link", seen.Evidence, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("<script>later()</script><div id=root></div>", true)]
    [InlineData("<main><p hidden>Loading</p></main>", true)]
    [InlineData("<main></main><div role=status data-credential-vault>Credential Vault is signing in.</div>", true)]
    [InlineData("<p>Loading</p>", false)]
    [InlineData("<img alt='' src='data:,'>", false)]
    public async Task A_page_that_shows_nothing_yet_is_told(string body, bool nothing)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync($"<!doctype html><html lang=en><title>Desk</title><body>{body}");

        Assert.Equal(nothing, (await DetectorBrowser.LookAsync(page)).Evidence.Contains("shows-nothing", StringComparer.Ordinal));
        await page.CloseAsync();
    }

    [Theory]
    // It is a step of a sign-in, whose way to give up is the one that signs out.
    [InlineData("<h1>Two-factor authentication</h1><p>Choose a second factor:</p><a href=/totp>Authenticator app</a><a href=/codes>Backup code</a><a href=/logout>Cancel</a>", "other", "unsure")]
    [InlineData("<h1>Home</h1><p>Welcome</p><input type=button value='Log out'>", "other", "signed-in")]
    // Who is signed in looks at sign-ins that were.
    [InlineData("<h1>Events</h1><a href=/log>Login history</a><nav hidden><a href=/logout>Log out</a></nav><table><tr><th>What<th>When<tr><td>Session expired<td>10:01</table>", "other", "signed-in")]
    [InlineData("<h1>Accounts</h1><form><label>User name or email <input name=user></label><button>Search</button><p>ann <a href=/1>Reset password</a> <p>bob <a href=/2>Reset password</a></form>", "other", "unsure")]
    [InlineData("<h2>Accounts</h2><form action=apply.cgi method=post><table><tr><th>User name<th>Password<tr><td><input name=usr0><td><input type=password name=pwd0><tr><td><input name=usr1><td><input type=password name=pwd1><tr><td><input name=usr2><td><input type=password name=pwd2></table><input type=submit value=Apply></form>", "change-password", "unsure")]
    // A bank that asks for some characters of a password.
    [InlineData("<h1>Log in</h1><p>Enter these characters of your password.</p><form method=post><input maxlength=1><input maxlength=1 disabled><input maxlength=1><input maxlength=1 disabled><input maxlength=1><input maxlength=1><button>Log in</button></form>", "other", "unsure")]
    // A locked screen that shows whose it is.
    [InlineData("<div><h4>Olga Titow</h4><form><input data-is=password type=password placeholder=Password><button data-is=submit>→</button></form><a href=/login>Sign in as another user</a></div>", "sign-in", "signed-out")]
    // What happens in some case, or to what else one would have to sign in, says nothing of the session at hand.
    [InlineData("<h1>Not found</h1><p>The page does not exist, or your session has expired.</p><a href=/>Home</a>", "other", "unsure")]
    [InlineData("<h1>Seite nicht gefunden</h1><p>Die Seite gibt es nicht, oder Ihre Sitzung ist abgelaufen.</p><a href=/>Startseite</a>", "other", "unsure")]
    [InlineData("<h1>Questions</h1><p>If your session has expired, please sign in again. Drafts are kept.</p><a href=/login>Sign in</a>", "other", "unsure")]
    [InlineData("<h1>Autumn</h1><p>Leaves fall.</p><p>You must be <a href=/login>logged in</a> to post a comment.</p>", "other", "unsure")]
    [InlineData("<h1>Herbst</h1><p>Blätter fallen.</p><p>Bitte melden Sie sich erneut an, um einen Kommentar zu schreiben.</p>", "other", "unsure")]
    [InlineData("<ul><li>Not logged in<li><a href=/talk>Talk</a><li><a href=/login>Log in</a></ul><h1>Heron</h1><p>A bird.</p>", "other", "unsure")]
    [InlineData("<button aria-label=Account></button><h4>Sorry, you need credentials access to see this page.</h4><a href=/>Home</a>", "other", "signed-out")]
    [InlineData("<p>Your session<br>has expired.</p><a href=/login>Sign in</a>", "other", "signed-out")]
    [InlineData("<p>If you need help, write to us.</p><p>Your session has expired.</p>", "other", "signed-out")]
    public async Task A_page_that_looks_like_another_is_told_from_it(string body, string kind, string verdict)
    {
        var page = await browser.OpenAsync("public-page");
        await page.SetContentAsync($"<!doctype html><html lang=en><title>Acme</title><body>{body}");

        (await DetectorBrowser.LookAsync(page)).Is(kind, verdict);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Leaving_a_mailing_list_is_no_way_to_sign_out() => (await browser.LookAtAsync("leaving-a-mailing-list")).Is("other", "unsure");

    [Fact]
    public async Task A_password_asked_for_again_while_signed_in_is_for_a_session_that_is_too_old() => (await browser.LookAtAsync("confirm-the-password")).Is("sign-in", "signed-out");

    [Fact]
    public async Task A_password_asked_for_again_to_delete_the_account_is_not() => (await browser.LookAtAsync("confirm-to-delete-the-account")).Is("sign-in", "unsure");

    [Theory]
    [InlineData("dialog-to-delete-the-account")]
    [InlineData("window-to-delete-the-account")]
    [InlineData("dialog-to-delete-by-name")]
    public async Task Nor_is_one_that_a_dialog_asks_for_over_the_page(string page) => (await browser.LookAtAsync(page)).Is("sign-in", "unsure");

    [Fact]
    public async Task A_password_asked_for_again_to_save_something_is_not() => (await browser.LookAtAsync("confirm-to-save-settings")).Is("other", "signed-in");
}
