using System.Text.Json;
using CredentialVault.SetupTests.Worlds;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Adding and changing a credential.</summary>
public sealed class FormTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private const string Site = "https://shop.example";

    private readonly OwnersPage _owner = shared.Owner;

    [Fact]
    public async Task A_pasted_address_becomes_its_origin_and_the_sign_in_page_and_I_am_told()
    {
        await _owner.GoAsync("#/add");

        await _owner.Field(OwnersPage.SignInSite).FillAsync("https://shop.example/account/login?next=%2Forders");
        await _owner.Field(OwnersPage.SignInSite).PressAsync("Tab");

        await Assertions.Expect(_owner.Field(OwnersPage.SignInSite)).ToHaveValueAsync(Site);
        await _owner.SaysUnderAsync(OwnersPage.SignInSite, "Only the site counts");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/account/login?next=%2Forders");
        await _owner.SaysUnderAsync("Sign-in page (optional)", "Taken from the address");
        await Assertions.Expect(_owner.Field("Label")).ToHaveValueAsync("shop.example");
    }

    [Fact]
    public async Task A_suggested_label_follows_the_site_until_I_change_it()
    {
        await _owner.GoAsync("#/add");
        await _owner.PasteOriginAsync("https://wrong.example/login");
        await _owner.PasteOriginAsync("https://www.right.example/login");
        await Assertions.Expect(_owner.Field("Label")).ToHaveValueAsync("right.example");
        await _owner.SaysUnderAsync("Label", "Suggested from the site.");

        await _owner.Field("Label").FillAsync("Mine");
        await _owner.PasteOriginAsync("https://other.example/login");
        await Assertions.Expect(_owner.Field("Label")).ToHaveValueAsync("Mine");
    }

    [Fact]
    public async Task The_sign_in_page_follows_when_I_put_the_address_right_but_not_once_I_typed_one()
    {
        await _owner.GoAsync("#/add");
        await _owner.PasteOriginAsync("https://shopp.example/login");
        await _owner.PasteOriginAsync("https://shop.example/login");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/login");

        await _owner.PasteOriginAsync("https://shop.example/account/login");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/account/login");

        await _owner.PasteOriginAsync("https://other.example");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("");

        await _owner.Field("Sign-in page (optional)").FillAsync("https://shop.example/mine");
        await _owner.PasteOriginAsync("https://shop.example/login");
        await Assertions.Expect(_owner.Field("Sign-in page (optional)")).ToHaveValueAsync("https://shop.example/mine");
    }

    [Fact]
    public async Task Isolated_is_chosen_and_in_page_says_what_it_cannot_hide()
    {
        await _owner.GoAsync("#/add");
        var limits = _owner.Page.GetByText("What in-page cannot hide.");
        await Assertions.Expect(_owner.Field(OwnersPage.Isolated)).ToBeCheckedAsync();
        await Assertions.Expect(limits).ToBeHiddenAsync();

        await _owner.Field(OwnersPage.InPage).CheckAsync();

        await Assertions.Expect(limits).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Secrets_that_in_page_asks_for_again_are_named_beside_the_choice_until_I_have_given_them()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Asked again", Site, "bob", "secret");
        await _owner.Page.GetByText("Add a further field").ClickAsync();
        await _owner.Field("Name of the field").FillAsync("Tenant");
        await _owner.Field("Name of the field").PressAsync("Enter");
        await _owner.Field("Tenant").FillAsync("north");
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Asked again");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        var beside = _owner.Page.Locator("fieldset.fill");

        await _owner.Field(OwnersPage.InPage).CheckAsync();
        await Assertions.Expect(beside).ToContainTextAsync("To be given again for it, above, before you save: Password and Tenant.");
        await _owner.Field("Tenant").FillAsync("south");
        await Assertions.Expect(beside).ToContainTextAsync("before you save: Password.");
        await _owner.Field(OwnersPage.Isolated).CheckAsync();

        await Assertions.Expect(beside).Not.ToContainTextAsync("To be given again");
        await _owner.Button("Replace: Password").WaitForAsync();
    }

    [Fact]
    public async Task I_can_give_all_that_a_credential_has()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Everything", "https://login.example/start", "bob", "secret");
        await _owner.Button("Add another site").ClickAsync();
        await _owner.Field(OwnersPage.AnotherSignInSite).FillAsync("https://id.example");
        await _owner.Page.GetByText("The agent works at a different site").ClickAsync();
        await _owner.Field(OwnersPage.AgentsSite).FillAsync("https://shop.example");
        await _owner.Field("Sign-in page (optional)").FillAsync("https://shop.example/orders");
        await _owner.Page.GetByText("Add a further field").ClickAsync();
        await _owner.Field("Name of the field").FillAsync("Tenant");
        await _owner.Field("Name of the field").PressAsync("Enter");
        await _owner.Field("Tenant").FillAsync("north");
        await _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();
        await _owner.Field(OwnersPage.InPage).CheckAsync();
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
    public async Task A_site_is_to_know_the_browser_again_only_when_I_tick_that()
    {
        const string Wish = "Tick “Remember this device” where the site asks";
        await _owner.AddAsync("Known", Site, "bob", "secret");
        await _owner.HeadingAsync("Known");
        await Assertions.Expect(_owner.Page.Locator(".facts")).Not.ToContainTextAsync("Remember this device");

        await ChangeAsync(isTicked: false);
        await Assertions.Expect(_owner.Page.Locator(".facts")).ToContainTextAsync("Remember this deviceTicked where the site asks");
        await ChangeAsync(isTicked: true);
        await Assertions.Expect(_owner.Page.Locator(".facts")).Not.ToContainTextAsync("Remember this device");

        async Task ChangeAsync(bool isTicked)
        {
            await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
            var box = _owner.Field(Wish);
            await Assertions.Expect(box).ToBeCheckedAsync(new() { Checked = isTicked });
            await box.SetCheckedAsync(!isTicked);
            await _owner.Button("Save").ClickAsync();
            await _owner.HeadingAsync("Known");
        }
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
    public async Task Before_I_leave_a_key_of_which_I_took_a_code_I_am_told_what_may_hang_on_it()
    {
        var dialog = _owner.Page.GetByRole(AriaRole.Dialog);
        await _owner.GoAsync("#/add");
        await _owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("What you have typed on this form will be lost.");
        await Assertions.Expect(dialog).Not.ToContainTextAsync("You have taken a code");
        await _owner.Button("Stay here").ClickAsync();

        await _owner.Button("Get code").ClickAsync();
        await _owner.Page.Locator(".code.shown").WaitForAsync();
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();

        await Assertions.Expect(dialog).ToContainTextAsync("You have taken a code from this key. If the site asks for codes already, this key is all that opens the account: save first.");
        await _owner.Button("Leave").ClickAsync();
    }

    [Fact]
    public async Task I_am_told_that_an_automation_that_I_added_on_the_form_stays()
    {
        await _owner.GoAsync("#/add");
        await _owner.Page.GetByText("Add an automation").ClickAsync();
        await _owner.Field("Name of the automation").FillAsync("staying");
        await _owner.Button("Add automation").ClickAsync();
        await _owner.Page.Locator("input[value='automation:staying']").WaitForAsync();

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();

        await Assertions.Expect(_owner.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("What you have typed on this form will be lost. The automation staying stays.");
        await _owner.Button("Leave").ClickAsync();
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
        await Assertions.Expect(_owner.Page.Locator(".facts")).ToContainTextAsync("VerifiedNever");
        await Assertions.Expect(_owner.Button("Verify")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_credential_is_removed_only_after_a_question()
    {
        await _owner.AddAsync("Going", Site, "bob", "secret");

        await _owner.Button("Remove").ClickAsync();
        await Assertions.Expect(_owner.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The password and all else that is stored for bob at shop.example");
        await Assertions.Expect(_owner.Button("Keep it")).ToBeFocusedAsync();
        await _owner.Page.Keyboard.PressAsync("Escape");
        await _owner.HeadingAsync("Going");
        await _owner.Button("Remove").ClickAsync();
        await _owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await _owner.HeadingAsync("Credentials");
        await Assertions.Expect(_owner.Page.GetByRole(AriaRole.Link, new() { Name = "Going" })).ToHaveCountAsync(0);
        await _owner.Page.GetByText("Removed Going.").WaitForAsync();
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Credentials" }).ClickAsync();
        await _owner.HeadingAsync("Credentials");
        await Assertions.Expect(_owner.Page.GetByText("Removed Going.")).ToHaveCountAsync(0);
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
        await TabToAsync(_owner.Field(OwnersPage.SignInSite));
        await keys.TypeAsync(Site);
        await TabToAsync(_owner.Field("Username"));
        await keys.TypeAsync("bob");
        await TabToAsync(_owner.Field("Password"));
        await keys.TypeAsync("secret");
        await TabToAsync(_owner.Button("Save"));
        await keys.PressAsync("Enter");

        await _owner.HeadingAsync("By keyboard");
    }

    [Fact]
    public async Task Save_is_in_reach_wherever_I_am_and_never_over_what_I_come_to()
    {
        await _owner.Page.SetViewportSizeAsync(1100, 700);
        await _owner.GoAsync("#/add");
        await Assertions.Expect(_owner.Button("Save")).ToBeInViewportAsync();
        await _owner.Field("Label").FocusAsync();

        for (var presses = 0; !await _owner.Button("Save").EvaluateAsync<bool>("save => save === document.activeElement"); presses++)
        {
            Assert.True(presses < 40, "Save is not reached with the tabulator key.");
            await _owner.Page.Keyboard.PressAsync("Tab");
            var covered = await _owner.Page.EvaluateAsync<bool>("""
                () => {
                  const [at, bar] = [document.activeElement, document.querySelector(".save")];
                  return !bar.contains(at) && at.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
                }
                """);
            Assert.False(covered, $"What the key was pressed for the {presses + 1}th time to come to is under Save.");
        }
    }

    private static IReadOnlyList<string> TextsOf(JsonElement credential, string member) => [.. credential.GetProperty(member).EnumerateArray().Select(text => text.GetString()!)];

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
}
