namespace CredentialVault.BrowserTests.Detector;

/// <summary>Forms that must never get a stored password, whatever they look like.</summary>
public sealed class OtherFormsTests(DetectorBrowser browser) : IClassFixture<DetectorBrowser>
{
    [Fact]
    public async Task A_sign_up_gets_nothing() => (await browser.LookAtAsync("sign-up")).Is("sign-up", "unsure");

    [Fact]
    public async Task A_sign_up_that_looks_like_a_sign_in_gets_nothing() => (await browser.LookAtAsync("sign-up-that-looks-like-a-sign-in")).Is("sign-up", "unsure");

    [Fact]
    public async Task A_sign_up_whose_button_says_sign_in_gets_nothing() => Assert.DoesNotContain(
        (await browser.LookAtAsync("sign-up-whose-button-says-sign-in")).Found, found => !found.StartsWith("submit", StringComparison.Ordinal));

    [Fact]
    public async Task A_sign_up_in_unknown_words_gets_nothing() => (await browser.LookAtAsync("sign-up-without-known-words")).Is("sign-up", "unsure");

    [Fact]
    public async Task Settings_that_ask_for_a_password_get_nothing() => (await browser.LookAtAsync("settings-with-a-password")).Is("other", "unsure");

    [Fact]
    public async Task A_change_of_password_gets_nothing() => (await browser.LookAtAsync("change-password")).Is("change-password", "signed-in");

    [Fact]
    public async Task A_reset_of_password_gets_nothing() => (await browser.LookAtAsync("reset-password")).Is("reset-password", "unsure");

    [Fact]
    public async Task A_forgotten_password_gets_nothing() => (await browser.LookAtAsync("forgot-password")).Is("reset-password", "unsure");

    [Fact]
    public async Task A_newsletter_gets_nothing() => (await browser.LookAtAsync("newsletter")).Is("other", "unsure");

    [Fact]
    public async Task A_checkout_gets_nothing() => (await browser.LookAtAsync("checkout")).Is("other", "unsure");

    [Fact]
    public async Task A_comment_gets_nothing() => (await browser.LookAtAsync("comment-form")).Is("other", "unsure");

    [Fact]
    public async Task Account_settings_get_nothing() => (await browser.LookAtAsync("account-settings")).Is("other", "signed-in");

    [Fact]
    public async Task A_first_password_gets_nothing() => (await browser.LookAtAsync("first-password")).Is("sign-up", "unsure");

    [Fact]
    public async Task A_password_that_has_to_follow_rules_gets_nothing() => (await browser.LookAtAsync("password-with-rules")).Is("sign-up", "unsure");

    [Fact]
    public async Task An_account_that_is_made_under_a_name_of_the_site_gets_nothing() => (await browser.LookAtAsync("named-account-to-make")).Is("sign-up", "unsure");

    [Fact]
    public async Task The_code_of_a_card_gets_nothing() => (await browser.LookAtAsync("card-code-unseen")).Is("other", "unsure");

    [Fact]
    public async Task A_gift_card_gets_nothing() => (await browser.LookAtAsync("gift-card")).Is("other", "unsure");

    [Fact]
    public async Task A_mail_server_gets_nothing() => (await browser.LookAtAsync("mail-server")).Is("other", "unsure");

    [Fact]
    public async Task A_network_to_join_gets_nothing() => (await browser.LookAtAsync("network-to-join")).Is("other", "unsure");

    [Fact]
    public async Task A_mailbox_that_is_made_gets_nothing() => (await browser.LookAtAsync("mailbox-with-a-generator")).Is("other", "unsure");

    [Fact]
    public async Task A_file_that_has_a_password_gets_nothing() => (await browser.LookAtAsync("file-to-decrypt")).Is("other", "unsure");

    [Fact]
    public async Task A_deletion_that_is_confirmed_gets_nothing() => (await browser.LookAtAsync("deletion-to-confirm")).Is("other", "unsure");

    [Fact]
    public async Task A_password_that_an_invitation_asks_for_gets_nothing() => (await browser.LookAtAsync("invitation")).Is("sign-up", "unsure");

    [Fact]
    public async Task A_certificate_that_is_imported_gets_nothing() => (await browser.LookAtAsync("certificate-to-import")).Is("other", "unsure");

    [Fact]
    public async Task A_course_that_one_registers_for_gets_nothing() => (await browser.LookAtAsync("course-to-register-for")).Is("other", "unsure");

    [Fact]
    public async Task A_payment_that_is_confirmed_gets_nothing() => (await browser.LookAtAsync("payment-to-confirm")).Is("other", "unsure");

    [Fact]
    public async Task A_sign_up_beside_the_sign_in_gets_nothing() => (await browser.LookAtAsync("sign-in-beside-sign-up")).Is("sign-in", "signed-out");

    [Fact]
    public async Task A_sign_up_in_the_same_form_as_the_sign_in_gets_nothing() => (await browser.LookAtAsync("one-form-around-everything")).Is("sign-in", "signed-out");

    [Fact]
    public async Task A_search_before_the_sign_in_gets_nothing() => (await browser.LookAtAsync("search-before-the-sign-in")).Is("sign-in", "signed-out");

    [Fact]
    public async Task A_newsletter_under_the_sign_in_gets_nothing() => (await browser.LookAtAsync("newsletter-under-a-sign-in")).Is("sign-in", "signed-out");

    [Fact]
    public async Task Fields_that_nobody_sees_get_nothing() => (await browser.LookAtAsync("honeypots")).Is("sign-in", "signed-out");

    [Fact]
    public async Task A_hidden_password_beside_the_username_gets_nothing() => (await browser.LookAtAsync("only-a-hidden-password")).Is("sign-in", "signed-out");
}
