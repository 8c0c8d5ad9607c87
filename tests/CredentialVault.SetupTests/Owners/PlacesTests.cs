using CredentialVault.SetupTests.Worlds;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Looking after automations and profiles.</summary>
public sealed class PlacesTests
{
    private const string Heading = "Automations and profiles";

    [Fact]
    public async Task I_see_what_each_automation_and_profile_uses_and_can_add_and_remove_an_automation()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Automations", Exact = true }).ClickAsync();
        await owner.HeadingAsync(Heading);
        await owner.Page.GetByText("None yet.").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "places-empty");

        await owner.Page.GetByText("Add an automation").ClickAsync();
        await owner.Field("Name of the automation").FillAsync("order desk");
        await owner.Button("Add automation").ClickAsync();
        await owner.SaysUnderAsync("Name of the automation", "Such as order-desk.");
        await owner.Field("Name of the automation").FillAsync("order-desk");
        await owner.Button("Add automation").ClickAsync();
        await owner.Page.GetByText("Added the automation order-desk.").WaitForAsync();
        await Assertions.Expect(owner.Page.Locator("main h1")).ToBeFocusedAsync();

        await Accounts.AddAsync(owner.Owner, "Order desk", "https://orders.harbour.example", "quartermaster@example.com", "automation:order-desk");
        await owner.Owner.DoAsync(["credential", "attach", "Order desk", $"profile:{OwnersPage.AgentProfile}"]);
        await Accounts.AddAsync(owner.Owner, Accounts.German, "https://landeshauptverwaltung.example", "buchhaltungsvertretung", $"profile:{OwnersPage.AgentProfile}");
        await owner.GoAsync("#/places");
        await Assertions.Expect(Place(owner, "order-desk")).ToHaveTextAsync("order-deskruns in workUses Order desk, and for other sites what its profile usesRemove");
        await Assertions.Expect(Place(owner, "work")).ToHaveTextAsync($"workan agent's profileUses Order desk, {Accounts.German}");
        await Assertions.Expect(Place(owner, "owner")).ToContainTextAsync("it shows this page");
        await Assertions.Expect(owner.Page.Locator(".command")).ToContainTextAsync("profile add work-2 --user-data-dir ~/agent-profiles/work-2");
        await Pictures.TakeAsync(owner.Page, "places");
        await Pictures.TakeForDocsAsync(owner.Page.Locator("main"), "set-up-places");

        await owner.Button("Remove the automation order-desk").ClickAsync();
        await Pictures.TakeAsync(owner.Page, "places-remove");
        await owner.AnswerAsync("Keep it", "'Order desk' (quartermaster@example.com) is detached from it, and stays.");
        await Assertions.Expect(Place(owner, "order-desk")).ToBeVisibleAsync();
        await owner.Button("Remove the automation order-desk").ClickAsync();
        await owner.AnswerAsync("Remove", "A browser that was started for it is not signed in any more.");
        await owner.Page.GetByText("Removed the automation order-desk.").WaitForAsync();

        Assert.Equal("[]", (await owner.Owner.DoAsync(["automation", "list", "--json"])).Trim());
        await owner.GoAsync("#/audit");
        await Assertions.Expect(owner.Page.Locator(".records li").First).ToContainTextAsync("You removed the automation 'order-desk' on the set-up page, with every attachment to it.");
        await owner.GoAsync("#/");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Order desk" }).ClickAsync();
        await Assertions.Expect(owner.Page.Locator("dl")).ToContainTextAsync("Profile work");
        await Assertions.Expect(owner.Page.Locator("dl")).Not.ToContainTextAsync("order-desk");
    }

    [Fact]
    public async Task One_that_was_removed_meanwhile_is_said_to_be_gone()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.Owner.DoAsync(["automation", "add", "night", "--profile", OwnersPage.AgentProfile]);
        await owner.GoAsync("#/places");
        await owner.Owner.DoAsync(["automation", "remove", "night"]);

        await owner.Button("Remove the automation night").ClickAsync();
        await owner.AnswerAsync("Remove", "Its history stays in the audit.");

        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no automation 'night'");
    }

    [Fact]
    public async Task Of_a_thousand_credentials_at_one_place_some_are_named_and_the_rest_counted()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await Accounts.AddManyAsync(owner.Owner, 1000);

        await owner.GoAsync("#/places");

        await Assertions.Expect(Place(owner, "work")).ToContainTextAsync("Account 10, and 990 more", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Without_an_agents_profile_I_am_told_how_to_register_one()
    {
        await using var owner = await OwnersPage.OpenAsync(places: false);

        await owner.GoAsync("#/places");

        await owner.Page.GetByText("One can be added when an agent's profile is registered.").WaitForAsync();
        await Assertions.Expect(owner.Page.Locator(".command").First).ToContainTextAsync("profile add work --user-data-dir ~/agent-profiles/work");
    }

    [Fact]
    public async Task What_I_do_there_while_a_form_is_open_is_on_the_form_when_I_am_back()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.Owner.DoAsync(["automation", "add", "mistyped", "--profile", OwnersPage.AgentProfile]);
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Kept", "https://kept.example", "bob", "secret");

        var there = await owner.Context.RunAndWaitForPageAsync(() => owner.Page.GetByText("Automations and profiles (in a new tab)").ClickAsync());
        await there.GetByRole(AriaRole.Button, new() { Name = "Remove the automation mistyped" }).ClickAsync();
        await there.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await there.GetByText("Removed the automation mistyped.").WaitForAsync();
        await there.CloseAsync();
        // Playwright has every page believe that it is in front.
        await owner.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");

        await Assertions.Expect(owner.Page.Locator("input[value='automation:mistyped']")).ToHaveCountAsync(0);
        await Assertions.Expect(owner.Field("Label")).ToHaveValueAsync("Kept");
    }

    private static ILocator Place(OwnersPage owner, string name) =>
        owner.Page.Locator(".places li").Filter(new() { Has = owner.Page.Locator("strong").GetByText(name, new() { Exact = true }) });
}
