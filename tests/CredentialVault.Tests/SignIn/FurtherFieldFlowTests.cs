namespace CredentialVault.Tests.SignIn;

public class FurtherFieldFlowTests
{
    [Fact]
    public void A_further_field_is_filled_with_the_form() => FlowTable.Check("""
        changed form+further d1         > fill username+password+field:tenant
        give d1
        changed signed-in d2 navigated  > signed-in
        """, further: ["tenant"]);

    [Fact]
    public void A_form_that_has_no_place_for_it_and_comes_again_has_rejected_the_password() => FlowTable.Check("""
        changed form+further d1            > fill username+password+field:tenant
        give d1 username+password
        changed form+further d2 navigated  > password-rejected
        """, further: ["tenant"]);

    [Fact]
    public void A_question_that_follows_is_answered() => FlowTable.Check("""
        changed form d1                 > fill username+password
        give d1
        changed question d2 navigated   > fill field:pet+field:school
        give d2 field:pet
        changed question d3 navigated   > fill field:pet+field:school
        give d3 field:school
        changed signed-in d4 navigated  > signed-in
        """, further: ["pet", "school"]);

    [Fact]
    public void An_answer_that_is_not_accepted_does_not_speak_against_the_password() => FlowTable.Check("""
        changed form d1                > fill username+password
        give d1
        changed question d2 navigated  > fill field:pet
        give d2
        changed question d3 navigated  > needs-owner/unknown-step
        """, further: ["pet"]);

    [Fact]
    public void A_question_that_no_answer_fits_needs_the_owner_and_the_password_is_not_sent_again() => FlowTable.Check("""
        changed form d1                > fill username+password
        give d1
        changed question d2 navigated  > fill field:pet
        not-filled question d2         > fill field:pet
        not-filled question d2         > fill field:pet
        not-filled question d2         > needs-owner/fields-not-fillable
        """, further: ["pet"]);

    [Fact]
    public void A_question_before_the_password_is_not_answered() => FlowTable.Check("""
        changed question d1  > watch
        """, further: ["pet"]);

    [Fact]
    public void A_question_that_cannot_be_answered_is_no_sign_of_being_signed_in() => FlowTable.Check("""
        changed form d1                > fill username+password
        give d1
        changed question d2 navigated  > settle
        time-is-up question d2         > return
        changed question d3            > needs-owner/still-signed-out
        """);

    [Fact]
    public void Without_further_fields_nothing_more_is_filled() => FlowTable.Check("""
        changed form+further d1  > fill username+password
        """);
}
