namespace CredentialVault.Tests.SignIn;

public class WayOnFlowTests
{
    [Fact]
    public void A_method_is_chosen_where_several_are_offered() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed methods d2 navigated    > press authenticator
        changed code d3 navigated       > fill one-time-code
        give d3
        changed signed-in d4 navigated  > signed-in
        """);

    [Fact]
    public void Another_method_is_asked_for_where_the_site_has_sent_a_code() => FlowTable.Check("""
        changed form d1                          > fill username+password
        give d1
        changed sent-code-or-other d2 navigated  > press other-method
        changed methods d3 navigated             > press authenticator
        changed code d4 navigated                > fill one-time-code
        """);

    [Fact]
    public void A_site_that_offers_no_authenticator_after_all_needs_the_owner() => FlowTable.Check("""
        changed form d1                          > fill username+password
        give d1
        changed sent-code-or-other d2 navigated  > press other-method
        changed sent-code-or-other d2 navigated  > needs-owner/code-was-sent
        """);

    [Fact]
    public void Without_a_seed_no_method_is_chosen() => FlowTable.Check("""
        changed form d1                          > fill username+password
        give d1
        changed sent-code-or-other d2 navigated  > needs-owner/no-totp-seed
        """, hasTotp: false);

    [Fact]
    public void An_offer_is_declined_once_the_password_was_sent_and_not_before() => FlowTable.Check("""
        changed offer d1                > watch
        changed form d2                 > fill username+password
        give d2
        changed offer d3 navigated      > press decline
        changed signed-in d4 navigated  > signed-in
        """);

    [Fact]
    public void A_device_is_remembered_where_the_owner_wants_it_and_the_page_gets_no_second_answer() => FlowTable.Check("""
        changed device-offer d1            > watch
        changed form d2                    > fill username+password
        give d2
        changed device-offer d3 navigated  > press remember-device
        changed device-offer d3 navigated  > settle
        changed signed-in d4 navigated     > signed-in
        """, remembersDevice: true);

    [Fact]
    public void And_is_not_where_the_owner_does_not() => FlowTable.Check("""
        changed form d1                    > fill username+password
        give d1
        changed device-offer d2 navigated  > press decline
        """);

    [Fact]
    public void An_account_is_chosen_before_anything_is_typed() => FlowTable.Check("""
        changed accounts d1            > press account
        changed password d2            > fill password
        give d2
        changed accounts d3 navigated  > settle
        """);

    [Fact]
    public void A_form_that_can_be_filled_goes_first() => FlowTable.Check("""
        changed form+ways d1  > fill username+password
        """);

    [Fact]
    public void A_page_that_leads_in_circles_is_not_pressed_for_ever() => FlowTable.Check("""
        changed form d1               > fill username+password
        give d1
        changed offer d2 navigated    > press decline
        changed offer d3 navigated    > press decline
        changed offer d4 navigated    > press decline
        changed offer d5 navigated    > press decline
        changed offer d6 navigated    > press decline
        changed offer d7 navigated    > press decline
        changed offer d8 navigated    > press decline
        changed offer d9 navigated    > press decline
        changed offer d10 navigated   > settle
        """);
}
