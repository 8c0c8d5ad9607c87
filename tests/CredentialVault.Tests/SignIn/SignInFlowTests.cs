namespace CredentialVault.Tests.SignIn;

public class SignInFlowTests
{
    [Fact]
    public void A_form_is_filled_and_signs_in() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        filled form d1                  > watch
        changed signed-in d2 navigated  > signed-in
        """);

    [Fact]
    public void Username_and_password_may_be_asked_for_on_two_pages() => FlowTable.Check("""
        changed username d1             > fill username
        give d1
        filled username d1              > watch
        changed password d2 navigated   > fill password
        give d2
        changed signed-in d3 navigated  > signed-in
        """);

    [Fact]
    public void The_second_page_may_appear_in_the_same_document_and_show_the_username_again() => FlowTable.Check("""
        changed username d1             > fill username
        give d1
        filled username d1              > watch
        changed form d1 sent            > fill username+password
        give d1
        changed signed-in d1 sent       > signed-in
        """);

    [Fact]
    public void A_code_may_be_asked_for_afterwards() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        filled form d1                  > watch
        changed code d2 navigated       > fill one-time-code
        give d2
        changed signed-in d3 navigated  > signed-in
        """);

    [Fact]
    public void A_code_may_be_asked_for_together_with_the_password() => FlowTable.Check("""
        changed form+code d1            > fill username+password+one-time-code
        give d1
        changed signed-in d2 navigated  > signed-in
        """);

    [Fact]
    public void The_password_may_be_asked_for_beside_the_code() => FlowTable.Check("""
        changed username d1                 > fill username
        give d1
        changed code+password d2 navigated  > fill password+one-time-code
        give d2
        changed signed-in d3 navigated      > signed-in
        """);

    [Fact]
    public void A_code_is_given_where_its_page_lets_me_sign_out() => FlowTable.Check("""
        changed form d1                  > fill username+password
        give d1
        changed code+way-out d2 navigated > fill one-time-code
        give d2
        changed signed-in d3 navigated   > signed-in
        """);

    [Fact]
    public void Such_a_page_begins_no_sign_in() => FlowTable.Check("""
        changed code+way-out d1 > watch
        """);

    [Fact]
    public void A_page_of_the_application_that_asks_for_a_code_is_not_answered() => FlowTable.Check("""
        changed form d1                                > fill username+password
        give d1
        changed came-back-to-code+way-out d2 navigated > return
        changed code+way-out d3 navigated              > signed-in
        """);

    [Fact]
    public void A_code_that_the_site_sent_is_not_made_from_the_seed() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed sent-code d2 navigated  > needs-owner/code-was-sent
        """);

    [Fact]
    public void An_agent_that_goes_elsewhere_meanwhile_costs_one_more_try_and_no_third() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed form d2 interrupted     > fill username+password
        give d2
        changed form d3 interrupted     > timed-out/interrupted
        """);

    [Fact]
    public void A_site_that_fails_has_rejected_nothing() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed form d2 failed          > timed-out/site-failed
        """);

    [Fact]
    public void Without_a_seed_a_code_is_not_filled() => FlowTable.Check(
        """
        changed form+code d1            > fill username+password
        give d1
        changed code d2 navigated       > needs-owner/no-totp-seed
        """,
        hasTotp: false);

    [Fact]
    public void A_wrong_password_is_not_sent_again() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        filled form d1                  > watch
        changed form d2 navigated       > password-rejected
        """);

    [Fact]
    public void A_password_that_was_refused_without_a_form_and_is_asked_for_again_was_wrong() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed unclear d1 refused      > settle
        time-is-up unclear d1 refused   > return
        changed form d2 refused         > password-rejected
        """);

    [Fact]
    public void A_password_that_was_refused_because_a_code_is_due_was_right() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed code d1 refused         > fill one-time-code
        give d1
        changed unclear d2 navigated    > settle
        time-is-up unclear d2 navigated > return
        changed form d3 navigated       > needs-owner/still-signed-out
        """);

    [Fact]
    public void A_code_that_is_asked_for_only_where_the_agent_was_is_given() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed unclear d2 navigated    > settle
        time-is-up unclear d2 navigated > return
        changed code d3 navigated       > fill one-time-code
        give d3
        changed signed-in d4 navigated  > signed-in
        """);

    [Fact]
    public void A_page_that_its_site_has_led_back_to_is_asked_at_once_whether_it_is_signed_in() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed came-back d2 navigated  > return
        changed unclear d2 navigated    > signed-in
        """);

    [Fact]
    public void A_wrong_password_is_not_sent_again_even_when_the_page_left_before_it_could_report() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed password d2 navigated   > password-rejected
        """);

    [Fact]
    public void Where_a_code_went_out_too_it_is_said_that_it_may_be_what_was_wrong() => FlowTable.Check("""
        changed form+code d1            > fill username+password+one-time-code
        give d1
        changed form+code d2 navigated  > password-rejected/password-or-code
        """);

    [Fact]
    public void A_site_that_begins_anew_after_the_code_does_not_say_which_was_wrong() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed code d2 navigated       > fill one-time-code
        give d2
        changed form d3 navigated       > password-rejected/password-or-code
        """);

    [Fact]
    public void A_wrong_password_in_the_same_document_is_believed_once_the_page_has_settled() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        filled form d1                  > watch
        changed form d1 sent            > settle
        changed form d1 sent            > settle
        time-is-up form d1 sent         > password-rejected
        """);

    [Fact]
    public void A_busy_page_that_still_shows_the_form_is_not_taken_for_a_wrong_password() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed form d1 sent            > settle
        changed signed-in d1 sent       > signed-in
        """);

    [Fact]
    public void A_wrong_password_on_the_second_page_may_lead_back_to_the_first() => FlowTable.Check("""
        changed username d1             > fill username
        give d1
        changed password d2 navigated   > fill password
        give d2
        changed username d3 navigated   > password-rejected
        """);

    [Fact]
    public void A_username_that_is_asked_for_again_is_not_taken_for_a_wrong_password() => FlowTable.Check("""
        changed username d1             > fill username
        give d1
        changed username d2 navigated   > needs-owner/username-not-accepted
        """);

    [Fact]
    public void Values_that_came_empty_are_never_taken_for_a_wrong_password() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        filled form d1 unseen           > watch
        changed form d1 unseen          > settle
        time-is-up form d1 unseen       > needs-owner/value-not-taken
        """);

    [Fact]
    public void Values_that_nobody_saw_go_out_were_wrong_where_the_page_says_so_afterwards() => FlowTable.Check("""
        changed form d1                         > fill username+password
        give d1
        filled form d1 unseen                   > watch
        changed complaining-form d1 unseen      > settle
        time-is-up complaining-form d1 unseen   > password-rejected
        """);

    [Fact]
    public void A_page_that_said_so_before_says_nothing_of_them() => FlowTable.Check("""
        changed complaining-form d1             > fill username+password
        give d1
        filled complaining-form d1 unseen       > watch
        changed complaining-form d1 unseen      > settle
        time-is-up complaining-form d1 unseen   > needs-owner/value-not-taken
        """);

    [Fact]
    public void Values_that_were_never_read_are_not_taken_for_a_wrong_password_when_time_is_up() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        filled form d1 unseen           > watch
        time-is-up form d1 unseen       > needs-owner/value-not-taken
        """);

    [Fact]
    public void A_wrong_code_is_tried_once_more() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed code d2 navigated       > fill one-time-code
        give d2
        changed code d3 navigated       > fill one-time-code
        give d3
        changed signed-in d4 navigated  > signed-in
        """);

    [Fact]
    public void A_code_that_is_wrong_twice_is_given_up() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed code d2 navigated       > fill one-time-code
        give d2
        changed code d2 sent            > settle
        time-is-up code d2 sent         > fill one-time-code
        give d2
        changed code d3 navigated       > code-rejected
        """);

    [Fact]
    public void A_code_that_the_page_did_not_take_is_not_counted() => FlowTable.Check("""
        changed code d1                 > fill one-time-code
        give d1
        changed code d2 navigated       > fill one-time-code
        give d2
        not-filled code d2              > fill one-time-code
        give d2
        changed code d3 navigated       > code-rejected
        """);

    [Fact]
    public void Fields_that_take_nothing_are_tried_three_times() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        not-filled form d1              > fill username+password
        give d1
        not-filled form d1              > fill username+password
        give d1
        not-filled form d1              > needs-owner/fields-not-fillable
        """);

    [Fact]
    public void An_unclear_page_after_the_password_is_resolved_by_going_back() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed unclear d2 navigated    > settle
        time-is-up unclear d2 navigated > return
        changed unclear d3 navigated    > signed-in
        """);

    [Fact]
    public void Going_back_may_show_that_it_is_still_signed_out() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed unclear d2 navigated    > settle
        time-is-up unclear d2 navigated > return
        changed link d3 navigated       > needs-owner/still-signed-out
        """);

    [Fact]
    public void Going_back_to_a_form_never_fills_it_again() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed unclear d2 navigated    > settle
        time-is-up unclear d2 navigated > return
        changed form d3 navigated       > needs-owner/still-signed-out
        """);

    [Fact]
    public void Without_a_place_to_go_back_to_an_unclear_page_is_the_owners() => FlowTable.Check(
        """
        changed form d1                 > fill username+password
        give d1
        changed unclear d2 navigated    > settle
        time-is-up unclear d2 navigated > needs-owner/unknown-step
        """,
        canReturn: false);

    [Fact]
    public void A_page_without_a_form_is_watched_until_one_appears() => FlowTable.Check("""
        changed link d1                 > watch
        changed unclear d2              > watch
        changed form d3                 > fill username+password
        """);

    [Theory]
    [InlineData("sign-up")]
    [InlineData("change-password")]
    [InlineData("reset-password")]
    [InlineData("unsure-form")]
    [InlineData("seed")]
    public void Nothing_is_ever_filled_into_other_forms_or_fields(string look) => FlowTable.Check($"""
        changed {look} d1 > watch
        time-is-up {look} d1 > timed-out/no-answer
        """);

    [Fact]
    public void A_password_is_never_filled_where_a_code_is_asked_for() => FlowTable.Check("""
        changed password-as-code d1    > watch
        time-is-up password-as-code d1 > timed-out/no-answer
        """);

    [Fact]
    public void A_site_that_does_not_answer_times_out() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        filled form d1                  > watch
        time-is-up form d1 sent         > timed-out/no-answer
        """);

    [Fact]
    public void A_page_that_is_signed_in_when_time_is_up_is_signed_in() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        time-is-up signed-in d2 navigated > signed-in
        """);

    [Theory]
    [InlineData("form")]
    [InlineData("signed-in")]
    public void A_closed_tab_ends_it(string look) => FlowTable.Check($"""
        changed form d1 > fill username+password
        give d1
        tab-closed {look} d1 > timed-out/tab-closed
        """);

    [Fact]
    public void A_password_that_is_asked_for_once_more_is_given_once_more() => FlowTable.Check("""
        changed once-more d1             > fill password
        give d1
        changed signed-in d2 navigated   > signed-in
        """);

    [Fact]
    public void A_password_that_is_asked_for_once_more_and_again_was_rejected() => FlowTable.Check("""
        changed once-more d1             > fill password
        give d1
        changed once-more d2 navigated   > password-rejected
        """);

    [Fact]
    public void A_password_that_is_asked_for_once_more_after_a_sign_in_was_not_rejected() => FlowTable.Check("""
        changed form d1                  > fill username+password
        give d1
        changed once-more d2 navigated   > signed-in
        """);
}
