using CredentialVault.SetupTests.Worlds;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>What the form says of other credentials that one could be mistaken for, or that are used in its place.</summary>
public sealed class OtherCredentialsTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private const string Site = "https://shop.example";

    private readonly OwnersPage _owner = shared.Owner;

    [Fact]
    public async Task A_label_that_another_credential_has_is_said_beside_it_with_whose_it_is()
    {
        await _owner.AddAsync("Taken", Site, "quartermaster@example.com", "secret");
        await _owner.GoAsync("#/add");

        await _owner.Field("Label").FillAsync("taken ");
        await _owner.Field("Label").PressAsync("Tab");

        await _owner.SaysUnderAsync("Label", "Another credential has this label: quartermaster@example.com at shop.example.");
    }

    [Fact]
    public async Task An_account_that_has_a_credential_already_is_said_beside_its_username_and_nothing_can_tell_the_two_apart()
    {
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("The first", "https://twice.example", "alice@example.com", "secret");
        await _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("The first");
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("The second", "https://twice.example", "Alice@example.com", "secret");

        await _owner.SaysUnderAsync("Username", "There is a credential of this account already: 'The first'.");
        await _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();
        await Assertions.Expect(_owner.Page.Locator(".checks > small").First).ToContainTextAsync("Their username is the same, so that the vault cannot tell which is meant and does not sign in.");
        await _owner.Field("Username").FillAsync("bob@example.com");
        await _owner.Field("Username").PressAsync("Tab");
        await _owner.SaysUnderAsync("Username", "As the site asks for it");
        await Assertions.Expect(_owner.Page.Locator(".checks > small").First).ToContainTextAsync("uses the one whose username the page shows");
    }

    [Fact]
    public async Task A_job_that_has_a_credential_of_its_own_is_named_where_I_attach_to_its_profile()
    {
        await _owner.Owner.DoAsync(["automation", "add", "own-desk", "--profile", OwnersPage.AgentProfile]);
        await Accounts.AddAsync(_owner.Owner, "The job's own", "https://jobs.example", "alice@example.com", "automation:own-desk");
        await _owner.GoAsync("#/add");
        await _owner.TypeAsync("The profile's", "https://jobs.example", "bob@example.com", "secret");

        await _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();

        const string Said = "The automation own-desk has one of its own for this site and uses that: 'The job's own' (alice@example.com).";
        await Assertions.Expect(_owner.Page.Locator(".checks > small").First).ToHaveTextAsync(Said);
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("The profile's");
        await Assertions.Expect(_owner.Page.Locator(".notices")).ToContainTextAsync(Said);
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
        await Assertions.Expect(line).ToContainTextAsync("'First come' (alice@example.com) is attached to the profile work for contended.example too. The vault then uses the one whose username the page shows. An ordinary sign-in form shows none: there it does not sign in.");
        await work.UncheckAsync();
        await Assertions.Expect(line).ToHaveTextAsync("");
        await work.CheckAsync();
        await _owner.Button("Save").ClickAsync();
        var question = _owner.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(question).ToContainTextAsync("'First come' (alice@example.com)");
        await _owner.Button("Go back").ClickAsync();
        await _owner.HeadingAsync("Add a credential");
        await _owner.Button("Save").ClickAsync();
        await _owner.Button("Save anyway").ClickAsync();

        await _owner.HeadingAsync("Second come");
        await Assertions.Expect(_owner.Page.Locator(".notices")).ToContainTextAsync("'First come' (alice@example.com) is attached to the profile work for contended.example too.");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "First come" }).ClickAsync();
        await _owner.HeadingAsync("First come");

        // What is so already is not asked again.
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Button("Replace: Password").WaitForAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("First come");
        await _owner.Page.GetByText("Saved.").WaitForAsync();
    }
}
