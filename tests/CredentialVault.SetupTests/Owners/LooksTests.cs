using CredentialVault.Audit;
using CredentialVault.SetupTests.Worlds;
using CredentialVault.SignIn;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Every state of the page fits a phone and a wide window, in light and dark, and axe finds nothing in it.</summary>
[TakesLong]
public sealed class LooksTests
{
    [Fact]
    public async Task The_list_of_credentials()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await Pictures.TakeAsync(owner.Page, "list-empty");

        await owner.Owner.DoAsync(["automation", "add", "monatsabschluss-reisekostenabrechnung", "--profile", OwnersPage.AgentProfile]);
        await Accounts.AddAsync(owner.Owner, "Order desk", "https://orders.harbour.example", "quartermaster@example.com", $"profile:{OwnersPage.AgentProfile}");
        await Accounts.AddAsync(owner.Owner, "Order desk, old account", "https://orders.harbour.example", "bo@example.com", $"profile:{OwnersPage.AgentProfile}");
        await Accounts.AddAsync(owner.Owner, Accounts.German, "https://reisekostenabrechnung.landeshauptverwaltung.example", "buchhaltungsvertretung", "automation:monatsabschluss-reisekostenabrechnung");
        await Accounts.AddAsync(owner.Owner, Accounts.Japanese, "https://juchu.example", "経理部承認者");
        await owner.GoAsync("#/");
        await Pictures.TakeAsync(owner.Page, "list");

        await owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("nobody");
        await Pictures.TakeAsync(owner.Page, "list-nothing-found");

        foreach (var (label, name) in new[] { ("Order desk, old account", "conflict"), (Accounts.German, "german"), (Accounts.Japanese, "japanese") })
        {
            await owner.GoAsync("#/");
            await owner.Page.GetByRole(AriaRole.Link, new() { Name = label }).ClickAsync();
            await owner.HeadingAsync(label);
            await Pictures.TakeAsync(owner.Page, $"credential-{name}");
        }

        await owner.GoAsync("#/add");
        await owner.TypeAsync("Order desk", "https://orders.harbour.example", "quartermaster@example.com", "secret");
        await owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();
        await owner.Field("Sign-in page (optional)").FillAsync("https://anmeldung.landeshauptverwaltung.example/reisekostenabrechnung");
        await owner.Field("Authenticator key").FillAsync("correct-horse-8");
        await owner.Button("Add another site").ClickAsync();
        await owner.Field(OwnersPage.AnotherSignInSite).FillAsync("http://orders.harbour.example");
        await owner.Field(OwnersPage.AnotherSignInSite).PressAsync("Tab");
        await owner.SaysUnderAsync("Authenticator key", "is not one of A to Z or 2 to 7");
        await Pictures.TakeAsync(owner.Page, "add-refused");

        await owner.GoAsync("#/");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = Accounts.Japanese }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await owner.HeadingAsync($"Edit {Accounts.Japanese}");
        await Pictures.TakeAsync(owner.Page, "edit");

        await owner.Field(OwnersPage.SignInSite).FillAsync("https://anmeldung.example");
        await owner.Field(OwnersPage.SignInSite).PressAsync("Tab");
        await owner.SaysUnderAsync("Password", "Give it again");
        await Pictures.TakeAsync(owner.Page, "edit-moved");
    }

    [Fact]
    public async Task The_form()
    {
        await using var owner = await OwnersPage.OpenAsync(places: false);
        await owner.GoAsync("#/add");
        await Pictures.TakeAsync(owner.Page, "add-without-profiles");
        await owner.Owner.DoAsync(["profile", "add", OwnersPage.AgentProfile, "--user-data-dir", owner.Owner.UserDataDirectory(OwnersPage.AgentProfile)]);
        await owner.GoAsync("#/add");
        await Pictures.TakeAsync(owner.Page, "add");

        await owner.Field("Picture of the QR code").SetInputFilesAsync(QrPicture.OfNothing());
        await Assertions.Expect(owner.Page.Locator(".drop small")).ToContainTextAsync("No QR code was found");
        await Pictures.TakeAsync(owner.Page, "add-picture-refused");
        await owner.Field("Picture of the QR code").SetInputFilesAsync(QrPicture.Of("otpauth://totp/Reisekosten:buchhaltung@example.com?secret=JBSWY3DPEHPK3PXP"));
        await owner.SaysUnderAsync("Authenticator key", "was read");
        await Pictures.TakeAsync(owner.Page, "add-picture-read");

        await owner.Button("Save").ClickAsync();
        await owner.SaysUnderAsync("Label", "Give it a label");
        await Pictures.TakeAsync(owner.Page, "add-missing");

        await owner.TypeAsync("Order desk", "https://orders.harbour.example/sign-in?lang=en", "quartermaster@example.com", "secret");
        await owner.Button("Get code").ClickAsync();
        await owner.Page.Locator(".code.shown").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "add-with-code");

        await owner.Page.GetByText("The agent works at a different site").ClickAsync();
        await owner.Button("Add another site").ClickAsync();
        await owner.Page.GetByText("Add a further field").ClickAsync();
        await owner.Field("Name of the field").FillAsync("Mandantenkennzeichnung");
        await owner.Button("Add field").ClickAsync();
        await owner.Page.GetByText("Add a further field").ClickAsync();
        await owner.Page.GetByText("Add an automation").ClickAsync();
        await owner.Button("Add automation").ClickAsync();
        await owner.Field(OwnersPage.InPage).CheckAsync();
        await Pictures.TakeAsync(owner.Page, "add-everything-open");
        await Pictures.TakeWindowAsync(owner.Page, "add-in-a-window");

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await owner.Button("Leave").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "unsaved");
    }

    [Fact]
    public async Task A_credential_and_the_audit()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.GoAsync("#/audit");
        await owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("Sign-ins");
        await owner.Page.GetByText("Nothing fits this filter.").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "audit-empty");
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Order desk", "https://orders.harbour.example", "quartermaster@example.com", "secret");
        await owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
        await owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Order desk");
        await Pictures.TakeAsync(owner.Page, "saved");

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await owner.Button("Replace: Authenticator key").ClickAsync();
        await owner.Field("Authenticator key").FillAsync("MFRGGZDFMZTWQ2LK");
        await owner.Field("Authenticator key").PressAsync("Tab");
        await owner.Button("Keep stored: Authenticator key").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "edit-replaced");
        await Pictures.TakeForDocsAsync(owner.Page.Locator("section").Filter(new() { Has = owner.Page.GetByRole(AriaRole.Heading, new() { Name = "One-time codes" }) }), "set-up-replace");
        await owner.Button("Save").ClickAsync();
        await owner.Button("Replace the key").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "replace-key");
        await owner.GoAsync("#/");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Order desk" }).ClickAsync();

        await owner.Button("Get code").ClickAsync();
        await owner.Page.Locator(".code.shown").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "code");

        await owner.Button("Remove").ClickAsync();
        await Pictures.TakeAsync(owner.Page, "remove");
        await owner.Button("Keep it").ClickAsync();

        await Accounts.EndAsync(owner.Owner, "Order desk", AuditEvent.SignIn, Outcome.CodeRejected);
        await owner.GoAsync("#/");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Order desk" }).ClickAsync();
        await owner.Page.GetByText("Code rejected.").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "code-refused");

        await owner.GoAsync("#/audit");
        await owner.Page.Locator(".records li").Nth(4).WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "audit");

        await owner.GoAsync("#/credential/nobody");
        await owner.HeadingAsync("There is no such credential");
        await Pictures.TakeAsync(owner.Page, "gone");
    }

    [Fact]
    public async Task A_code_on_a_machine_whose_clock_cannot_be_right_and_one_that_is_over()
    {
        await using var owner = await OwnersPage.OpenAsync();
        // The clock of the machine that the tests run on is right, and nobody waits until a code is over, so the answer is made to say otherwise.
        await owner.Context.AddInitScriptAsync("""
            const connect = chrome.runtime?.connectNative;
            if (connect) chrome.runtime.connectNative = (name) => {
              const port = connect.call(chrome.runtime, name);
              const listen = port.onMessage.addListener.bind(port.onMessage);
              port.onMessage.addListener = (heard) => listen((message) => {
                if (message.type === "get-draft-code" && globalThis.ends) Object.assign(message.body, { secondsLeft: 1, period: 2 });
                else if (message.type === "get-draft-code") message.body.clockDoubt = "The clock of this machine cannot be right: codes would be refused.";
                heard(message);
              });
              return port;
            };
            """);
        await owner.GoAsync("#/add");
        await owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");

        await owner.Button("Get code").ClickAsync();

        await owner.Page.GetByText("The clock of this machine cannot be right").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "clock");

        await owner.Page.EvaluateAsync("globalThis.ends = true");
        await owner.Button("Get code").ClickAsync();
        await owner.Page.GetByText("Expired. Press Get code").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "code-over");
    }
}
