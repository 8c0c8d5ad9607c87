namespace CredentialVault.BrowserTests.Detector;

/// <summary>Forms that an agent is signed in with: each field and the control that sends it are found.</summary>
public sealed class SigningInTests(DetectorBrowser browser) : IClassFixture<DetectorBrowser>
{
    [Fact]
    public async Task I_can_sign_in_with_username_and_password_on_one_page() => (await browser.LookAtAsync("username-and-password")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_username_comes_first() => (await browser.LookAtAsync("username-first")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_only_the_email_is_asked_and_others_offer_to_sign_in() => (await browser.LookAtAsync("email-first")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_only_the_password_is_asked() => (await browser.LookAtAsync("password-only")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_username_and_email_are_both_asked() => (await browser.LookAtAsync("username-and-email")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_a_company_is_asked_too() => (await browser.LookAtAsync("company-as-third-field")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_name_is_there_and_stays() => (await browser.LookAtAsync("name-that-stays")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_page_forgot_to_take_aria_hidden_back() => (await browser.LookAtAsync("left-aria-hidden")).Is("sign-in", "signed-out");

    [Fact]
    public async Task A_security_question_is_found_and_begins_no_sign_in() => (await browser.LookAtAsync("security-question")).Is("sign-in", "unsure");

    [Fact]
    public async Task I_can_sign_in_where_two_secrets_are_asked() => (await browser.LookAtAsync("two-secrets")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_beside_a_long_sign_up() => (await browser.LookAtAsync("sign-in-beside-a-long-sign-up")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_form_goes_on_with_a_newsletter() => (await browser.LookAtAsync("sign-in-and-newsletter-in-one-form")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_number_of_a_person_is_asked_first() => (await browser.LookAtAsync("number-of-a-person-first")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_button_holds_an_input_of_its_own() => (await browser.LookAtAsync("button-that-holds-an-input")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_at_a_tool_for_databases() => (await browser.LookAtAsync("database-tool")).Is("sign-in", "signed-out");

    [Fact]
    public async Task A_security_question_that_is_answered_unseen_gets_no_password() => (await browser.LookAtAsync("answer-unseen")).Is("sign-in", "unsure");

    [Fact]
    public async Task I_can_sign_in_to_a_network_for_guests() => (await browser.LookAtAsync("guest-network")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_with_the_number_of_a_person_and_a_pin() => (await browser.LookAtAsync("number-of-a-person-and-pin")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_in_a_table_without_labels() => (await browser.LookAtAsync("table-without-labels")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_without_a_form_names_or_ids() => (await browser.LookAtAsync("without-form-names-or-ids")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_in_nested_shadow_roots() => (await browser.LookAtAsync("shadow-root")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_in_a_dialog_over_a_signed_in_page() => (await browser.LookAtAsync("dialog-over-the-page")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_in_a_window_over_an_application_that_cannot_be_used_meanwhile() => (await browser.LookAtAsync("window-over-the-page")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_labels_float_over_the_fields() => (await browser.LookAtAsync("floating-labels")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_password_is_shown_as_text() => (await browser.LookAtAsync("password-shown-as-text")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_site_calls_the_password_new() => (await browser.LookAtAsync("new-password-token-on-a-sign-in")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_under_a_cookie_notice() => (await browser.LookAtAsync("cookie-notice-over-the-form")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_where_the_form_comes_late()
    {
        var page = await browser.OpenAsync("late-form");
        (await DetectorBrowser.LookAsync(page)).Is("other", "unsure");
        await page.WaitForSelectorAsync("input");
        (await DetectorBrowser.LookAsync(page)).Is("sign-in", "signed-out");
        await page.CloseAsync();
    }

    [Fact]
    public async Task I_can_press_a_link_like_submit() => (await browser.LookAtAsync("link-like-submit")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_press_a_submit_that_only_looks_like_one() => (await browser.LookAtAsync("submit-that-only-looks-like-one")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_press_a_submit_outside_the_form() => (await browser.LookAtAsync("submit-outside-the-form")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_press_a_submit_that_is_still_disabled() => (await browser.LookAtAsync("submit-that-is-still-disabled")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_by_Enter_where_there_is_no_submit() => (await browser.LookAtAsync("without-submit")).Is("sign-in", "signed-out");

    [Fact]
    public async Task I_can_sign_in_with_the_password_where_others_offer_to_sign_in() => (await browser.LookAtAsync("signing-in-with-others")).Is("sign-in", "signed-out");
}
