using System.Text.Json;
using System.Text.RegularExpressions;
using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing.FullPower;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>What becomes of a secret that an owner types.</summary>
public sealed partial class SecretFieldTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private const string Password = "correct-horse-battery-staple";
    private const string Key = "JBSWY3DPEHPK3PXP";
    private const string Site = "https://shop.example";

    private readonly OwnersPage _owner = shared.Owner;

    [Fact]
    public async Task What_I_type_is_masked_and_gone_from_the_page_once_I_leave_the_field()
    {
        await _owner.GoAsync("#/add");
        var password = _owner.Field("Password");
        Assert.Equal("password", await password.GetAttributeAsync("type"));
        Assert.Equal("off", await password.GetAttributeAsync("autocomplete"));

        await password.FillAsync(Password);
        await password.PressAsync("Tab");

        await _owner.Page.GetByText("Not saved yet", new() { Exact = true }).First.WaitForAsync();
        Assert.Empty(await FieldsHoldingAsync(Password));
        Assert.DoesNotContain(Password, await _owner.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, await _owner.Page.Locator("body").AriaSnapshotAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_brings_back_what_I_typed()
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Password").FillAsync(Password);
        await _owner.Field("Password").PressAsync("Tab");
        await _owner.Button("Type again: Password").ClickAsync();

        await _owner.Page.Keyboard.PressAsync("Control+z");
        await _owner.Page.Keyboard.PressAsync("Control+Shift+z");

        Assert.Equal("", await _owner.Field("Password").InputValueAsync());
    }

    [Fact]
    public async Task What_stands_in_the_place_of_a_secret_cannot_be_selected()
    {
        await _owner.GoAsync("#/add");
        await _owner.Field("Password").FillAsync(Password);
        await _owner.Field("Password").PressAsync("Tab");
        await _owner.Page.Locator(".kept:not([inert])").First.WaitForAsync();

        var selected = await _owner.Page.EvaluateAsync<string>("() => { getSelection().selectAllChildren(document.querySelector('.secret')); return getSelection().toString(); }");

        Assert.DoesNotContain("•", selected, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, selected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_looks_into_the_page_with_DevTools_afterwards_finds_nothing_in_its_memory()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Shop", Site, "bob", Password);
        await owner.Field("Authenticator key").FillAsync($"otpauth://totp/Shop?secret={Key}");
        await owner.Field("Username").FocusAsync();
        await owner.Page.Locator(".kept:not([inert])").Nth(1).WaitForAsync();

        await using var eye = await FullPowerEye.BeginAsync(owner.DevTools, new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = Password, ["key"] = Key });
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Shop");
        await eye.FinishAsync();

        Assert.Empty(eye.Hits);
        Assert.True(eye.Volumes.ContainsKey(Channel.Heap));
    }

    [Fact]
    public async Task After_saving_I_see_that_something_is_stored_and_not_how_long_it_is()
    {
        List<string> shown = [];
        foreach (var (label, password) in new[] { ("Short", "abc"), ("Long", new string('x', 300)) })
        {
            await _owner.AddAsync(label, Site, "bob", password);
            await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
            await _owner.Button("Replace: Password").WaitForAsync();
            Assert.Equal("", await _owner.Page.Locator("input[type=password]").First.EvaluateAsync<string>("input => input.value"));
            shown.Add(NumberedId().Replace(await _owner.Page.Locator(".secret").First.InnerHTMLAsync(), "id"));
        }

        Assert.Equal(shown[0], shown[1]);
        Assert.Contains("Stored", shown[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_secret_stays_when_I_open_its_field_and_type_nothing()
    {
        await _owner.AddAsync("Kept", Site, "bob", Password);
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();

        await _owner.Button("Replace: Password").ClickAsync();
        await _owner.Field("Username").FocusAsync();
        await _owner.Button("Replace: Password").WaitForAsync();
        await _owner.Field("Username").FillAsync("alice");
        await _owner.Button("Save").ClickAsync();

        await _owner.HeadingAsync("Kept");
        await _owner.Page.GetByText("alice").WaitForAsync();
    }

    [Fact]
    public async Task What_I_gave_in_the_place_of_a_stored_key_comes_back_when_I_take_back_its_removal_and_goes_when_I_say_so()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Changed my mind", Site, "bob", Password);
        await _owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Changed my mind");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        var kept = _owner.Page.Locator(".codes .kept");

        await _owner.Button("Replace: Authenticator key").ClickAsync();
        await _owner.SaysUnderAsync("Authenticator key", "Leave this empty to keep what is stored.");
        await _owner.Field("Authenticator key").FillAsync("MFRGGZDFMZTWQ2LK");
        await _owner.Button("Get code").ClickAsync();
        await _owner.Page.Locator(".code.shown").WaitForAsync();
        await _owner.Button("Remove: Authenticator key").ClickAsync();
        await Assertions.Expect(_owner.Page.Locator(".code.shown")).ToHaveCountAsync(0);
        await _owner.Button("Keep it: Authenticator key").ClickAsync();
        await Assertions.Expect(kept).ToContainTextAsync("Not saved yet");

        await _owner.Button("Get code").ClickAsync();
        await _owner.Page.Locator(".code.shown").WaitForAsync();
        await _owner.Button("Keep stored: Authenticator key").ClickAsync();
        await Assertions.Expect(kept).ToContainTextAsync("Stored");
        await Assertions.Expect(_owner.Page.Locator(".code.shown")).ToHaveCountAsync(0);
        await Assertions.Expect(_owner.Button("Replace: Authenticator key")).ToBeFocusedAsync();

        // A key that is stored may be all that opens the account: it does not go without a question.
        await _owner.Button("Replace: Authenticator key").ClickAsync();
        await _owner.Field("Authenticator key").FillAsync("MFRGGZDFMZTWQ2LK");
        await _owner.Button("Save").ClickAsync();
        await _owner.AnswerAsync("Replace the key", "Let the site take a code of the new one first.");
        await _owner.Page.GetByText("Saved.").WaitForAsync();
    }

    [Fact]
    public async Task I_can_change_my_mind_about_a_further_field_until_I_save()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("With a tenant", Site, "bob", Password);
        await _owner.Page.GetByText("Add a further field").ClickAsync();
        await _owner.Field("Name of the field").FillAsync("Tenant");
        await _owner.Field("Name of the field").PressAsync("Enter");
        await _owner.Field("Tenant").FillAsync("north");
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("With a tenant");
        var facts = _owner.Page.Locator(".facts");

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Remove: Tenant").ClickAsync();
        await Assertions.Expect(_owner.Page.Locator(".further .kept")).ToContainTextAsync("Removed when you save");
        await _owner.Button("Keep it: Tenant").ClickAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("With a tenant");
        await Assertions.Expect(facts).ToContainTextAsync("TenantStored");

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Remove: Tenant").ClickAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("With a tenant");
        await Assertions.Expect(facts).Not.ToContainTextAsync("Tenant");
    }

    [Fact]
    public async Task The_page_sends_secrets_only_sealed()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.Context.AddInitScriptAsync("""
            const connect = chrome.runtime?.connectNative;
            globalThis.sent = [];
            if (connect) chrome.runtime.connectNative = (name) => {
              const port = connect.call(chrome.runtime, name);
              const post = port.postMessage.bind(port);
              port.postMessage = (message) => { globalThis.sent.push(JSON.stringify(message)); post(message); };
              port.onMessage.addListener((message) => globalThis.sent.push(JSON.stringify(message)));
              return port;
            };
            """);
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Shop", Site, "bob", Password);
        await owner.Field("Authenticator key").FillAsync(Key);
        await owner.Page.GetByText("Add a further field").ClickAsync();
        await owner.Field("Name of the field").FillAsync("Tenant");
        await owner.Button("Add field").ClickAsync();
        await owner.Field("Tenant").FillAsync("north-quay-tenant");
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Shop");

        var sent = await owner.Page.EvaluateAsync<string[]>("() => globalThis.sent");
        var save = sent.Single(message => message.Contains("\"secrets\"", StringComparison.Ordinal));
        Assert.Equal(3, JsonDocument.Parse(save).RootElement.GetProperty("body").GetProperty("secrets").GetArrayLength());
        Assert.All(sent, message =>
        {
            Assert.DoesNotContain(Password, message, StringComparison.Ordinal);
            Assert.DoesNotContain(Key, message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("north-quay-tenant", message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Other_sign_in_origins_need_the_secrets_again()
    {
        await _owner.AddAsync("Moved", Site, "bob", Password);
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Replace: Password").WaitForAsync();

        await _owner.Field(OwnersPage.SignInSite).FillAsync("https://elsewhere.example");
        await _owner.Field(OwnersPage.SignInSite).PressAsync("Tab");
        await _owner.SaysUnderAsync("Password", "Give it again");
        await _owner.Button("Save").ClickAsync();
        await _owner.SaysUnderAsync("Password", "Give the account's password again, since it is bound to where you sign in, and that has changed.");

        await _owner.Field("Password").FillAsync("another");
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Moved");
        await _owner.Page.GetByText("https://elsewhere.example").WaitForAsync();
    }

    [Fact]
    public async Task What_it_means_to_give_a_key_again_is_said_beside_it_and_why_stays_when_I_press_Save()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("Key again", Site, "bob", Password);
        await _owner.Field("Authenticator key").FillAsync(Key);
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Key again");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Replace: Authenticator key").WaitForAsync();

        await _owner.Field(OwnersPage.InPage).CheckAsync();
        await _owner.SaysUnderAsync("Authenticator key", "Most sites show an authenticator key once: then two-factor sign-in has to be set up anew there.");
        await _owner.Button("Save").ClickAsync();

        await _owner.SaysUnderAsync("Password", "Give the account's password again, since it was given for the isolated fill");
        await _owner.SaysUnderAsync("Authenticator key", "Give the key again, since it was given for the isolated fill");
        await _owner.SaysUnderAsync("Authenticator key", "Most sites show an authenticator key once");
    }

    [Fact]
    public async Task In_page_in_place_of_isolated_needs_the_secrets_again()
    {
        await _owner.AddAsync("Exposed", Site, "bob", Password);
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Replace: Password").WaitForAsync();

        await _owner.Field(OwnersPage.InPage).CheckAsync();
        await _owner.SaysUnderAsync("Password", "Give it again: it was given for the isolated fill");
        await _owner.Field("Password").PressSequentiallyAsync("a");
        await _owner.Field("Password").PressAsync("Backspace");
        await _owner.SaysUnderAsync("Password", "Give it again: it was given for the isolated fill");
        await _owner.Field(OwnersPage.Isolated).CheckAsync();
        await _owner.Button("Replace: Password").WaitForAsync();
        await _owner.Field(OwnersPage.InPage).CheckAsync();
        await _owner.Field("Password").FillAsync(Password);
        await _owner.Button("Save").ClickAsync();

        await _owner.HeadingAsync("Exposed");
        await Assertions.Expect(_owner.Page.Locator(".facts")).ToContainTextAsync("(in-page)");
    }

    [Fact]
    public async Task I_am_told_to_type_again_what_was_sealed_for_a_host_that_is_gone()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Shop", Site, "bob", Password);
        await owner.Field("Username").FocusAsync();
        await owner.Page.GetByText("Not saved yet", new() { Exact = true }).First.WaitForAsync();

        owner.KillHosts();
        await owner.Button("Save").ClickAsync();
        await owner.SaysUnderAsync("Password", "Give it again");
        await owner.Field("Password").FillAsync(Password);
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Shop");
    }

    [Fact]
    public async Task A_code_for_a_key_that_I_gave_again_does_not_save_a_password_that_nobody_can_open()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Shop", Site, "bob", Password);
        await owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
        await owner.Field("Username").FocusAsync();
        await owner.Page.Locator(".kept:not([inert])").Nth(1).WaitForAsync();
        owner.KillHosts();

        await owner.Button("Get code").ClickAsync();
        await owner.SaysUnderAsync("Authenticator key", "Give it again");
        await owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
        await owner.Button("Get code").ClickAsync();
        await owner.Page.Locator(".code.shown").WaitForAsync();
        await owner.Button("Save").ClickAsync();

        await owner.SaysUnderAsync("Password", "Give it again");
    }

    private Task<string[]> FieldsHoldingAsync(string value) => _owner.Page.EvaluateAsync<string[]>(
        "value => [...document.querySelectorAll('input, textarea, output')].filter(field => field.value.includes(value)).map(field => field.outerHTML)", value);

    [GeneratedRegex(@"(field|hint)-\d+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedId();
}
