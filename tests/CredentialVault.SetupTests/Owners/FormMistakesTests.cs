using CredentialVault.SetupTests.Worlds;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>What the form says where something is missing, wrong or to be considered.</summary>
public sealed class FormMistakesTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private const string Site = "https://shop.example";

    private readonly OwnersPage _owner = shared.Owner;

    [Fact]
    public async Task What_is_missing_is_said_beside_each_field_and_the_first_one_is_focused()
    {
        await _owner.GoAsync("#/add");

        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync("Label", "Give it a label");
        await _owner.SaysUnderAsync(OwnersPage.SignInSite, "Say where to sign in");
        await _owner.SaysUnderAsync("Username", "Give the account's username");
        await _owner.SaysUnderAsync("Password", "Give the account's password");
        await Assertions.Expect(_owner.Field("Label")).ToBeFocusedAsync();
        await Assertions.Expect(_owner.Field("Label")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Theory]
    [InlineData(OwnersPage.SignInSite, "http://shop.example", "Over plain http a password can be read on its way. Give https://shop.example.")]
    [InlineData(OwnersPage.SignInSite, "not an address", "This is not the address of a site")]
    [InlineData(OwnersPage.SignInSite, "https://*.example.com", "There are no wildcards: give each site.")]
    [InlineData("Sign-in page (optional)", "https://elsewhere.example/login", "none of the sites above")]
    [InlineData("Sign-in page (optional)", "http://shop.example/login", "plain http")]
    [InlineData("Authenticator key", "JBSW Y3DP 0189", "Character 9, not counting spaces and dashes, is not one of A to Z or 2 to 7.")]
    [InlineData("Authenticator key", "jbsw-y3dp=ehpk", "Character 10, not counting spaces")]
    [InlineData("Authenticator key", "otpauth://totp/Shop?secret=JBSWY8DPEHPK3PXP", "Character 6 of the key in this link is not one of A to Z or 2 to 7.")]
    [InlineData("Authenticator key", "JBSW Y3DP E", "at least 10 letters and digits")]
    [InlineData("Authenticator key", "otpauth://hotp/Shop?secret=JBSWY3DPEHPK3PXP", "codes that are counted")]
    [InlineData("Authenticator key", "otpauth://totp/Shop?issuer=Shop", "holds no key")]
    [InlineData("Authenticator key", "otpauth://totp/Shop?secret=JBSWY3DPEHPK3PXP&digits=5", "6 to 8 digits")]
    public async Task What_cannot_be_right_is_said_beside_its_field_when_I_leave_it_and_is_not_saved(string field, string text, string sentence)
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Shop", Site, "bob", "secret");
        await _owner.Field("Username").PressAsync("Tab");
        var before = await HeightOfAsync(_owner.Button("Save"));
        await _owner.Field(field).FillAsync(text);
        await _owner.Field(field).PressAsync("Tab");
        await _owner.SaysUnderAsync(field, sentence);
        Assert.Equal(before, await HeightOfAsync(_owner.Button("Save")));

        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync(field, sentence);
        await _owner.HeadingAsync("Add a credential");
    }

    [Fact]
    public async Task What_the_vault_refuses_is_said_beside_its_field()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync(new string('x', 121), Site, "bob", "secret");
        await _owner.SaysUnderAsync("Label", "The label has 121 characters: 120 are the most.");

        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync("Label", "The label must have 1 to 120 characters");
        await Assertions.Expect(_owner.Field("Label")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_site_on_this_machine_may_be_plain_http_and_a_name_in_an_address_is_left_out()
    {
        await _owner.GoAsync("#/add");

        await _owner.PasteOriginAsync("http://127.0.0.1:8080/login");
        await _owner.SaysUnderAsync(OwnersPage.SignInSite, "Only the site counts");
        await _owner.PasteOriginAsync("https://bob:secret@shop.example/login");

        await Assertions.Expect(_owner.Field(OwnersPage.SignInSite)).ToHaveValueAsync(Site);
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/login");
    }

    [Theory]
    [InlineData("localhost:5601", "http://localhost:5601")]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("kibana.localhost:5601", "http://kibana.localhost:5601")]
    [InlineData("[::1]:8080", "http://[::1]:8080")]
    [InlineData("shop.example:8443", "https://shop.example:8443")]
    public async Task Without_a_scheme_http_is_taken_for_this_machine_and_https_for_others_and_I_am_told(string typed, string origin)
    {
        await _owner.GoAsync("#/add");

        await _owner.PasteOriginAsync(typed);

        await Assertions.Expect(_owner.Field(OwnersPage.SignInSite)).ToHaveValueAsync(origin);
        await _owner.SaysUnderAsync(OwnersPage.SignInSite, $"{origin.Split(typed)[0]} was put before it");
    }

    [Theory]
    [InlineData("TENANT")]
    [InlineData("username")]
    [InlineData("Password")]
    [InlineData("One-time code")]
    public async Task A_further_field_cannot_have_the_name_of_another_one(string name)
    {
        await _owner.GoAsync("#/add");
        await _owner.Page.GetByText("Add a further field").ClickAsync();
        await _owner.Field("Name of the field").FillAsync("Tenant");
        await _owner.Button("Add field").ClickAsync();
        await _owner.Field("Tenant").WaitForAsync();

        await _owner.Page.GetByText("Add a further field").ClickAsync();
        await _owner.Field("Name of the field").FillAsync(name);
        await _owner.Button("Add field").ClickAsync();

        await _owner.SaysUnderAsync("Name of the field", "There is a field with this name already");

        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync("Name of the field", "There is a field with this name already: choose another, or empty this.");
    }

    [Fact]
    public async Task A_site_that_is_above_already_is_said_when_I_leave_its_field_and_is_not_saved()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Twice", Site, "bob", "secret");
        await _owner.Button("Add another site").ClickAsync();
        await _owner.Field(OwnersPage.AnotherSignInSite).FillAsync($"{Site}/login");
        await _owner.Field(OwnersPage.AnotherSignInSite).PressAsync("Tab");
        await _owner.SaysUnderAsync(OwnersPage.AnotherSignInSite, "This site is already above.");

        await _owner.Button("Save").ClickAsync();

        await Assertions.Expect(_owner.Field(OwnersPage.AnotherSignInSite)).ToBeFocusedAsync();
        await _owner.HeadingAsync("Add a credential");
    }

    [Fact]
    public async Task A_sign_in_page_that_was_taken_from_an_address_goes_with_it()
    {
        await _owner.GoAsync("#/add");
        await _owner.PasteOriginAsync("https://shop.example/login");
        await _owner.SaysUnderAsync("Sign-in page (optional)", "Taken from the address");

        await _owner.PasteOriginAsync("http://shop.example/login");

        await _owner.SaysUnderAsync(OwnersPage.SignInSite, "Over plain http");
        await _owner.SaysUnderAsync("Sign-in page (optional)", "Where signing in starts.");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Attach_it_leads_to_where_it_is_attached()
    {
        await _owner.AddAsync("To attach", Site, "bob", "secret");
        await _owner.Page.SetViewportSizeAsync(1100, 500);

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "attach it to an automation or a profile" }).ClickAsync();

        await _owner.HeadingAsync("Edit To attach");
        await Assertions.Expect(_owner.Page.Locator(".attachments input").First).ToBeFocusedAsync();
        await Assertions.Expect(_owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Attach", Exact = true })).ToBeInViewportAsync();
        await _owner.Page.SetViewportSizeAsync(1100, 800);
    }

    [Fact]
    public async Task A_key_that_was_mistyped_stays_to_be_put_right_masked_and_marked()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("With its key", Site, "bob", "secret");
        var key = _owner.Field("Authenticator key");
        await key.FillAsync("JBSWY3DPEHPK3PX1");
        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync("Authenticator key", "is not one of A to Z or 2 to 7");
        await Assertions.Expect(key).ToBeFocusedAsync();
        await Assertions.Expect(key).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(key).ToHaveAttributeAsync("type", "password");
        Assert.Equal("JBSWY3DPEHPK3PX1".Length, (await key.InputValueAsync()).Length);

        await key.PressAsync("End");
        await key.PressAsync("Backspace");
        await key.PressSequentiallyAsync("P");
        await _owner.Button("Save").ClickAsync();

        await _owner.HeadingAsync("With its key");
        await _owner.Page.GetByText("Key stored").WaitForAsync();
    }

    [Fact]
    public async Task A_key_that_cannot_be_one_is_not_saved_until_I_empty_its_field()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Without its key", Site, "bob", "secret");
        await _owner.Field("Authenticator key").FillAsync("correct-horse-8");
        await _owner.Button("Save").ClickAsync();
        await _owner.SaysUnderAsync("Authenticator key", "is not one of A to Z or 2 to 7");
        await _owner.HeadingAsync("Add a credential");

        await _owner.Field("Authenticator key").FillAsync("");
        await _owner.Button("Save").ClickAsync();

        await _owner.HeadingAsync("Without its key");
        await _owner.Page.GetByText("No authenticator key").WaitForAsync();
    }

    [Fact]
    public async Task A_character_that_no_key_has_is_said_while_I_type()
    {
        await _owner.GoAsync("#/add");

        await _owner.Field("Authenticator key").PressSequentiallyAsync("jbsw y3dp 1");
        await _owner.SaysUnderAsync("Authenticator key", "Character 9, not counting spaces");
        await _owner.Field("Authenticator key").PressAsync("Backspace");

        await _owner.SaysUnderAsync("Authenticator key", "What the site shows when you turn on two-factor sign-in");
        await _owner.Field("Authenticator key").FillAsync("OTPAUTH:");
        await _owner.SaysUnderAsync("Authenticator key", "What the site shows when you turn on two-factor sign-in");
    }

    [Fact]
    public async Task An_automation_that_I_began_and_did_not_add_is_said_beside_Save_too()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Half an automation", Site, "bob", "secret");
        await _owner.Page.GetByText("Add an automation").ClickAsync();
        await _owner.Field("Name of the automation").FillAsync("half");
        var told = _owner.Page.Locator(".actions.save").GetByText("Not saved: a new automation is not added yet.");

        await _owner.Button("Save").ClickAsync();

        await told.WaitForAsync();
        await Assertions.Expect(_owner.Field("Name of the automation")).ToBeFocusedAsync();
        await _owner.Field("Name of the automation").FillAsync("");
        await Assertions.Expect(told).ToHaveCountAsync(0);
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Half an automation");
    }

    [Fact]
    public async Task Detaching_from_the_last_place_is_said_before_I_save()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Last place", "https://last.example", "bob", "secret");
        var place = _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']");
        await place.CheckAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Last place");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        var said = _owner.Page.GetByText("Once this is saved, no agent can use it.");
        await Assertions.Expect(said).ToHaveCountAsync(0);

        await place.UncheckAsync();
        await said.WaitForAsync();
        await place.CheckAsync();

        await Assertions.Expect(said).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_automation_is_said_beside_its_field()
    {
        await _owner.GoAsync("#/add");
        await _owner.Page.GetByText("Add an automation").ClickAsync();

        await _owner.Button("Add automation").ClickAsync();
        await _owner.SaysUnderAsync("Name of the automation", "Give it a name");
        await _owner.Field("Name of the automation").FillAsync("two words");
        await _owner.Button("Add automation").ClickAsync();
        await _owner.SaysUnderAsync("Name of the automation", "a letter or digit first. Such as two-words.");
        await _owner.Field("Name of the automation").FillAsync("once");
        await _owner.Page.Locator(".card input[type=checkbox]").UncheckAsync();
        await _owner.Button("Add automation").ClickAsync();
        await _owner.Page.GetByText("Choose at least one profile").WaitForAsync();
    }

    /// <summary>Where an element stands on the page, from its top, in CSS pixels: what moves it makes the next press miss.</summary>
    private static Task<int> HeightOfAsync(ILocator element) => element.EvaluateAsync<int>("element => Math.round(element.getBoundingClientRect().top + scrollY)");
}
