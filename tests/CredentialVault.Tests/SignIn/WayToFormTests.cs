namespace CredentialVault.Tests.SignIn;

/// <summary>A sign-in that begins at a page which says that its session is over and shows no form.</summary>
public class WayToFormTests
{
    /// <summary>A page that was loaded anew, and left for the one where a sign-in begins.</summary>
    private const string AtStart = """
        changed link d1                 > watch-shortly
        time-is-up link d1              > return
        changed link d2                 > watch-shortly
        time-is-up link d2              > go-to-start
        """;

    /// <summary>A page that was loaded anew, and in which what opens the form was pressed.</summary>
    private const string Pressed = """
        changed link+offers d1          > watch-shortly
        time-is-up link+offers d1       > return
        changed link+offers d2          > watch-offer
        time-is-up link+offers d2       > press form
        """;

    [Fact]
    public void A_page_of_the_agent_that_asks_only_when_it_is_loaded_anew_is_loaded_once() => FlowTable.Check(
        """
        changed link d1                 > watch-shortly
        time-is-up link d1              > return
        changed unclear d2              > watch
        changed form d2                 > fill username+password
        """,
        looksForForm: true);

    [Fact]
    public void A_page_that_shows_no_form_then_either_is_left_for_the_one_where_a_sign_in_begins() => FlowTable.Check(
        $"""
        {AtStart}
        changed form d3                 > fill username+password
        give d3
        changed unclear d4 navigated    > settle
        time-is-up unclear d4 navigated > return
        changed signed-in d5 navigated  > signed-in
        """,
        looksForForm: true);

    [Theory]
    [InlineData("signed-in", true)]
    [InlineData("unclear", true)]
    [InlineData("link", false)]
    public void A_sign_in_that_began_elsewhere_has_ended_when_the_page_of_the_agent_was_seen_again(string there, bool proven)
    {
        var flow = FlowTable.Check(
            $"""
            {AtStart}
            changed form d3                 > fill username+password
            give d3
            changed signed-in d4 navigated  > return
            changed {there} d5 navigated    > signed-in
            """,
            looksForForm: true);

        Assert.Equal(proven, flow.IsProven);
    }

    [Fact]
    public void A_password_that_was_refused_there_was_wrong() => FlowTable.Check(
        $"""
        {AtStart}
        changed form d3                 > fill username+password
        give d3
        changed unclear d4 refused      > settle
        time-is-up unclear d4 refused   > return
        changed link d5 navigated       > password-rejected
        """,
        looksForForm: true);

    [Fact]
    public void A_page_that_asks_somebody_who_is_signed_in_elsewhere_is_left_at_that() => FlowTable.Check(
        $"""
        {AtStart}
        changed signed-in d3            > return
        changed link d4                 > signed-in
        """,
        looksForForm: true);

    [Fact]
    public void A_page_that_leads_to_a_step_of_its_own_is_not_taken_for_signed_in_because_another_is() => FlowTable.Check(
        $"""
        {AtStart}
        changed signed-in d3            > return
        changed on-the-way-in d4        > needs-owner/unknown-step
        """,
        looksForForm: true);

    [Fact]
    public void A_page_that_shows_its_form_only_then_is_filled() => FlowTable.Check(
        $"""
        {AtStart}
        changed unclear d3              > watch-start
        time-is-up unclear d3           > return
        changed form d4                 > fill username+password
        give d4
        changed signed-in d5 navigated  > return
        changed signed-in d6 navigated  > signed-in
        """,
        looksForForm: true);

    [Fact]
    public void A_sign_in_that_finds_no_form_there_either_is_given_up() => FlowTable.Check(
        $"""
        {AtStart}
        changed link d3                 > watch-start
        time-is-up link d3              > return
        changed link d4                 > needs-owner/no-way-in
        """,
        looksForForm: true);

    [Fact]
    public void What_opens_the_form_is_pressed_in_a_page_that_was_loaded_anew_and_says_that_its_session_is_over() => FlowTable.Check(
        $"""
        {Pressed}
        changed unclear d3              > watch-start
        changed form d3                 > fill username+password
        give d3
        changed signed-in d4 navigated  > return
        changed signed-in d5 navigated  > signed-in
        """,
        looksForForm: true);

    [Fact]
    public void A_page_that_it_leads_to_and_that_shows_no_form_is_left_as_well() => FlowTable.Check(
        $"""
        {Pressed}
        changed offers d3               > watch-start
        time-is-up offers d3            > go-to-start
        changed offers d4               > watch-offer
        time-is-up offers d4            > press form
        changed form d4                 > fill username+password
        """,
        looksForForm: true);

    [Fact]
    public void A_page_that_was_just_loaded_is_not_loaded_anew_where_it_offers_to_sign_in() => FlowTable.Check(
        """
        changed came-link+offers d1     > watch-offer
        time-is-up came-link+offers d1  > press form
        changed offers d2               > watch-start
        time-is-up offers d2            > go-to-start
        """,
        looksForForm: true);

    [Fact]
    public void One_that_offers_nothing_is_loaded_anew_all_the_same() => FlowTable.Check(
        """
        changed came-link d1            > watch-shortly
        time-is-up came-link d1         > return
        """,
        looksForForm: true);

    [Fact]
    public void One_that_was_just_loaded_and_is_only_doubted_is_loaded_anew_where_it_is_not_known_where_the_form_is() => FlowTable.Check(
        """
        changed came-doubted+offers d1    > watch-shortly
        time-is-up came-doubted+offers d1 > return
        """,
        looksForForm: true);

    [Fact]
    public void And_what_opens_the_form_is_pressed_in_it_where_that_is_known() => FlowTable.Check(
        """
        changed came-doubted+offers d1    > watch-offer
        time-is-up came-doubted+offers d1 > press form
        changed form d1                   > fill username+password
        """,
        looksForForm: true,
        knowsForm: true);

    [Theory]
    [InlineData("offers")]
    [InlineData("link+offers")]
    public void What_opens_the_form_is_pressed_where_a_sign_in_begins(string start) => FlowTable.Check(
        $"""
        {AtStart}
        changed {start} d3              > watch-offer
        time-is-up {start} d3           > press form
        changed form d3                 > fill username+password
        """,
        looksForForm: true);

    [Fact]
    public void It_is_pressed_there_once() => FlowTable.Check(
        $"""
        {AtStart}
        changed offers d3               > watch-offer
        time-is-up offers d3            > press form
        changed offers d4               > watch-start
        time-is-up offers d4            > return
        changed offers d5               > needs-owner/no-way-in
        """,
        looksForForm: true);

    [Fact]
    public void Nothing_is_pressed_in_a_page_that_is_only_doubted() => FlowTable.Check(
        """
        changed doubted d1              > watch-shortly
        time-is-up doubted d1           > return
        changed offers d2               > watch
        time-is-up offers d2            > timed-out/no-answer
        """,
        looksForForm: true);

    [Fact]
    public void A_page_that_is_only_doubted_is_left_where_it_is_known_where_the_form_is() => FlowTable.Check(
        """
        changed doubted d1              > watch-shortly
        time-is-up doubted d1           > return
        changed unclear d2              > go-to-start
        changed unclear d3              > watch-start
        changed form d3                 > fill username+password
        """,
        looksForForm: true,
        knowsForm: true);

    [Fact]
    public void A_page_that_is_only_doubted_is_not_left_for_one_that_is_only_tried() => FlowTable.Check(
        """
        changed doubted d1              > watch-shortly
        time-is-up doubted d1           > return
        changed unclear d2              > watch
        time-is-up unclear d2           > timed-out/no-answer
        """,
        looksForForm: true);
}
