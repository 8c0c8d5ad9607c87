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
    [InlineData("Sign-in origin", "http://shop.example", "Over plain http a password can be read on its way. Give https://shop.example.")]
    [InlineData("Sign-in origin", "not an address", "This is not the address of a site")]
    [InlineData("Sign-in page (optional)", "https://elsewhere.example/login", "none of the origins above")]
    [InlineData("Sign-in page (optional)", "http://shop.example/login", "plain http")]
    [InlineData("Authenticator key", "JBSW Y3DP 0189", "only letters and the digits 2 to 7")]
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

        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync("Label", "The label must have 1 to 120 characters");
        await Assertions.Expect(_owner.Field("Label")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_site_on_this_machine_may_be_plain_http_and_a_name_in_an_address_is_left_out()
    {
        await _owner.GoAsync("#/add");

        await PasteAsync("http://127.0.0.1:8080/login");
        await _owner.SaysUnderAsync("Sign-in origin", "Only the origin counts");
        await PasteAsync("https://bob:secret@shop.example/login");

        await Assertions.Expect(_owner.Field("Sign-in origin")).ToHaveValueAsync(Site);
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/login");
    }

    [Fact]
    public async Task A_label_that_another_credential_has_is_said_beside_it_with_whose_it_is()
    {
        await _owner.AddAsync("Taken", Site, "quartermaster@example.com", "secret");
        await _owner.GoAsync("#/add");

        await _owner.Field("Label").FillAsync("taken ");
        await _owner.Field("Label").PressAsync("Tab");

        await _owner.SaysUnderAsync("Label", "Another credential has this label: 'Taken' (qu•••@example.com) at shop.example.");
    }

    [Fact]
    public async Task A_conflict_is_said_where_I_attach_and_on_the_credential_with_the_other_one()
    {
        const string Contended = "https://contended.example";
        var work = _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']");
        var line = _owner.Page.Locator(".checks > small").First;
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("First come", Contended, "alice@example.com", "secret");
        await work.CheckAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("First come");
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Second come", Contended, "bob", "secret");

        await work.CheckAsync();
        await Assertions.Expect(line).ToContainTextAsync("the profile work has 'First come' (al•••@example.com) for contended.example too. With both, nothing is signed in there");
        await work.UncheckAsync();
        await Assertions.Expect(line).ToHaveTextAsync("");
        await work.CheckAsync();
        await _owner.Button("Save").ClickAsync();

        await _owner.HeadingAsync("Second come");
        await Assertions.Expect(_owner.Page.Locator(".notices")).ToContainTextAsync("The profile work has 'First come' (al•••@example.com) for contended.example too.");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "First come" }).ClickAsync();
        await _owner.HeadingAsync("First come");
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
    public async Task A_key_that_was_not_taken_is_not_left_out_until_I_say_so()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Without its key", Site, "bob", "secret");
        await _owner.Field("Authenticator key").FillAsync("correct-horse-8");
        await _owner.Button("Save").ClickAsync();
        await _owner.SaysUnderAsync("Authenticator key", "An authenticator key has only letters");
        Assert.Equal("", await _owner.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('input[type=password]')].map((input) => input.value).join('')"));
        await Assertions.Expect(_owner.Button("Type again: Authenticator key")).ToBeFocusedAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Add a credential");

        await _owner.Button("Type again: Authenticator key").ClickAsync();
        await _owner.Button("Save").ClickAsync();

        await _owner.HeadingAsync("Without its key");
        await _owner.Page.GetByText("No authenticator key").WaitForAsync();
    }

    [Fact]
    public async Task A_character_that_no_key_has_is_said_while_I_type()
    {
        await _owner.GoAsync("#/add");

        await _owner.Field("Authenticator key").PressSequentiallyAsync("jbsw y3dp 1");
        await _owner.SaysUnderAsync("Authenticator key", "only letters and the digits 2 to 7");
        await _owner.Field("Authenticator key").PressAsync("Backspace");

        await _owner.SaysUnderAsync("Authenticator key", "What the site shows when you turn on two-factor sign-in");
        await _owner.Field("Authenticator key").FillAsync("OTPAUTH:");
        await _owner.SaysUnderAsync("Authenticator key", "What the site shows when you turn on two-factor sign-in");
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
    public async Task The_browser_asks_before_it_closes_a_window_in_which_I_typed_something()
    {
        await _owner.GoAsync("#/add");
        Assert.Empty(await AskedWhenClosedAsync(await _owner.Context.NewPageAsync(), type: false));

        Assert.Equal(["beforeunload"], await AskedWhenClosedAsync(await _owner.Context.NewPageAsync(), type: true));
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

    /// <summary>Where an element stands on the page, from its top, in CSS pixels: what moves it makes the next press miss.</summary>
    private static Task<int> HeightOfAsync(ILocator element) => element.EvaluateAsync<int>("element => Math.round(element.getBoundingClientRect().top + scrollY)");

    /// <summary>What the browser asks when a window with the form is closed.</summary>
    private static async Task<IReadOnlyList<string>> AskedWhenClosedAsync(IPage page, bool type)
    {
        List<string> asked = [];
        var closed = new TaskCompletionSource();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        page.Close += (_, _) => closed.SetResult();
        await page.GotoAsync(OwnersPage.Address + "#/add");
        await page.GetByLabel("Label", new() { Exact = true }).ClickAsync();
        if (type)
        {
            await page.Keyboard.TypeAsync("Shop");
        }

        await page.CloseAsync(new() { RunBeforeUnload = true });
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        return asked;
    }

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
