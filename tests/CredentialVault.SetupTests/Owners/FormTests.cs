using System.Text.Json;
using CredentialVault.SetupTests.Worlds;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Adding and changing a credential, and what the form says where something is wrong.</summary>
public sealed class FormTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private const string Site = "https://shop.example";

    private readonly OwnersPage _owner = shared.Owner;

    [Fact]
    public async Task What_is_missing_is_said_beside_each_field_and_the_first_one_is_focused()
    {
        await _owner.GoAsync("#/add");

        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync("Label", "Give it a label");
        await _owner.SaysUnderAsync("Sign-in origin", "Say where to sign in");
        await _owner.SaysUnderAsync("Username", "Give the account's username");
        await _owner.SaysUnderAsync("Password", "Give the account's password");
        await Assertions.Expect(_owner.Field("Label")).ToBeFocusedAsync();
        await Assertions.Expect(_owner.Field("Label")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Theory]
    [InlineData("Sign-in origin", "http://shop.example", "plain http")]
    [InlineData("Sign-in origin", "not an address", "This is not the address of a site")]
    [InlineData("Sign-in page (optional)", "https://elsewhere.example/login", "not an address at one of the credential's origins")]
    [InlineData("Authenticator key", "12345", "This is no seed")]
    [InlineData("Authenticator key", "otpauth://hotp/Shop?secret=JBSWY3DPEHPK3PXP", "This is no seed")]
    public async Task What_the_vault_refuses_is_said_beside_its_field(string field, string text, string sentence)
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Shop", Site, "bob", "secret");
        await _owner.Field(field).FillAsync(text);

        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync(field, sentence);
    }

    [Fact]
    public async Task A_pasted_address_becomes_its_origin_and_the_sign_in_page_and_I_am_told()
    {
        await _owner.GoAsync("#/add");

        await _owner.Field("Sign-in origin").FillAsync("https://shop.example/account/login?next=%2Forders");
        await _owner.Field("Sign-in origin").PressAsync("Tab");

        await Assertions.Expect(_owner.Field("Sign-in origin")).ToHaveValueAsync(Site);
        await _owner.SaysUnderAsync("Sign-in origin", "Only the origin counts");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/account/login?next=%2Forders");
        await _owner.SaysUnderAsync("Sign-in page (optional)", "Taken from the address");
        await Assertions.Expect(_owner.Field("Label")).ToHaveValueAsync("shop.example");
    }

    [Fact]
    public async Task The_sign_in_page_follows_when_I_put_the_address_right_but_not_once_I_typed_one()
    {
        await _owner.GoAsync("#/add");
        await PasteAsync("https://shopp.example/login");
        await PasteAsync("https://shop.example/login");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/login");

        await PasteAsync("https://shop.example/account/login");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/account/login");

        await PasteAsync("https://other.example");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("");

        await _owner.Field("Sign-in page (optional)").FillAsync("https://shop.example/mine");
        await PasteAsync("https://shop.example/login");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/mine");
    }

    [Fact]
    public async Task Isolated_is_chosen_and_in_page_says_what_it_cannot_hide()
    {
        await _owner.GoAsync("#/add");
        var limits = _owner.Page.GetByText("What in-page cannot hide.");
        await Assertions.Expect(_owner.Field("Isolated (recommended)")).ToBeCheckedAsync();
        await Assertions.Expect(limits).ToBeHiddenAsync();

        await _owner.Field("In page").CheckAsync();

        await Assertions.Expect(limits).ToBeVisibleAsync();
    }

    [Fact]
    public async Task I_can_give_all_that_a_credential_has()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Everything", "https://login.example/start", "bob", "secret");
        await _owner.Button("Add another origin").ClickAsync();
        await _owner.Field("Another sign-in origin").FillAsync("https://id.example");
        await _owner.Page.GetByText("The agent works at another origin").ClickAsync();
        await _owner.Field("Session origin").FillAsync("https://shop.example");
        await _owner.Field("Sign-in page (optional)").FillAsync("https://shop.example/orders");
        await _owner.Page.GetByText("Add a further field").ClickAsync();
        await _owner.Field("Name of the field").FillAsync("Tenant");
        await _owner.Field("Name of the field").PressAsync("Enter");
        await _owner.Field("Tenant").FillAsync("north");
        await _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();
        await _owner.Field("In page").CheckAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Everything");

        await Assertions.Expect(_owner.Page.Locator(".facts")).ToContainTextAsync("TenantStored");
        using var list = JsonDocument.Parse(await _owner.Owner.DoAsync(["credential", "list", "--json"]));
        var credential = list.RootElement.EnumerateArray().Single(one => one.GetProperty("label").GetString() == "Everything");
        Assert.Equal(["https://login.example", "https://id.example"], TextsOf(credential, "signInOrigins"));
        Assert.Equal(["https://shop.example"], TextsOf(credential, "sessionOrigins"));
        Assert.Equal("https://shop.example/orders", credential.GetProperty("signInUrl").GetString());
        Assert.Equal("in-page", credential.GetProperty("fill").GetString());
        Assert.Equal([$"profile:{OwnersPage.AgentProfile}"], TextsOf(credential, "attachments"));
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
        await _owner.SaysUnderAsync("Name of the automation", "A name has 1 to 64 letters");
        await _owner.Field("Name of the automation").FillAsync("once");
        await _owner.Page.Locator(".card input[type=checkbox]").UncheckAsync();
        await _owner.Button("Add automation").ClickAsync();
        await _owner.Page.GetByText("Choose at least one profile").WaitForAsync();
    }

    [Fact]
    public async Task I_am_asked_before_what_I_typed_is_lost()
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Label").FillAsync("Shop");
        var audit = _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" });

        await audit.ClickAsync();
        await _owner.Button("Stay here").ClickAsync();
        await Assertions.Expect(_owner.Field("Label")).ToHaveValueAsync("Shop");
        await audit.ClickAsync();
        await _owner.Button("Leave").ClickAsync();

        await _owner.HeadingAsync("Audit");
    }

    [Fact]
    public async Task After_saving_I_am_offered_to_verify()
    {
        await _owner.AddAsync("Fresh", Site, "bob", "secret");

        await _owner.Page.GetByText("Verify it now").WaitForAsync();
        await Assertions.Expect(_owner.Button("Verify")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_credential_is_removed_only_after_a_question()
    {
        await _owner.AddAsync("Going", Site, "bob", "secret");

        await _owner.Button("Remove").ClickAsync();
        await Assertions.Expect(_owner.Button("Keep it")).ToBeFocusedAsync();
        await _owner.Page.Keyboard.PressAsync("Escape");
        await _owner.HeadingAsync("Going");
        await _owner.Button("Remove").ClickAsync();
        await _owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await _owner.HeadingAsync("Credentials");
        await Assertions.Expect(_owner.Page.GetByRole(AriaRole.Link, new() { Name = "Going" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task I_can_add_a_credential_with_the_keyboard_alone()
    {
        await _owner.GoAsync("#/");
        var keys = _owner.Page.Keyboard;
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Add credential" }).Or(_owner.Page.GetByRole(AriaRole.Link, new() { Name = "Add the first credential" })).First.FocusAsync();
        await keys.PressAsync("Enter");
        await _owner.HeadingAsync("Add a credential");

        await TabToAsync(_owner.Field("Label"));
        await keys.TypeAsync("By keyboard");
        await TabToAsync(_owner.Field("Sign-in origin"));
        await keys.TypeAsync(Site);
        await TabToAsync(_owner.Field("Username"));
        await keys.TypeAsync("bob");
        await TabToAsync(_owner.Field("Password"));
        await keys.TypeAsync("secret");
        await TabToAsync(_owner.Button("Save"));
        await keys.PressAsync("Enter");

        await _owner.HeadingAsync("By keyboard");
    }

    private static IReadOnlyList<string> TextsOf(JsonElement credential, string member) => [.. credential.GetProperty(member).EnumerateArray().Select(text => text.GetString()!)];

    private async Task TabToAsync(ILocator field)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await _owner.Page.Keyboard.PressAsync("Tab");
            if (await field.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail("The field is not reached with the tabulator key.");
    }

    private async Task PasteAsync(string address)
    {
        await _owner.Field("Sign-in origin").FillAsync(address);
        await _owner.Field("Sign-in origin").PressAsync("Tab");
    }
}
