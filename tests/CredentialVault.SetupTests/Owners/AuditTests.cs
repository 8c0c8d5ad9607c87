using System.Globalization;
using System.Text.Json;
using CredentialVault.Audit;
using CredentialVault.SetupTests.Worlds;
using CredentialVault.SignIn;
using Microsoft.Playwright;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Reading what happened.</summary>
public sealed class AuditTests(SharedPage shared) : IClassFixture<SharedPage>
{
    private readonly OwnersPage _owner = shared.Owner;

    [Fact]
    public async Task I_can_read_filter_and_export_what_happened()
    {
        foreach (var label in new[] { "Shop", Accounts.German })
        {
            await _owner.GoAsync("#/add");
            await _owner.TypeAsync(label, "https://shop.example", "bob", "secret");
            await _owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
            await _owner.Button("Save").ClickAsync();
            await _owner.HeadingAsync(label);
            await _owner.Button("Get code").ClickAsync();
            await _owner.Page.Locator(".code.shown").WaitForAsync();
        }

        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await _owner.HeadingAsync("Audit");
        await _owner.Page.GetByText("2 records", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(_owner.Page.Locator(".records li").Last).ToContainTextAsync($"You added '{Accounts.German}' at https://shop.example on the set-up page, to be typed in a browser of the vault's own (isolated), attached to nothing.");

        await _owner.Page.GetByLabel("Credential", new() { Exact = true }).SelectOptionAsync("All credentials");
        await _owner.Page.Locator(".records li").Nth(3).WaitForAsync();
        await _owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("SHOP");
        await _owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("Refusals");
        await _owner.Page.GetByText("Nothing fits this filter.").WaitForAsync();
        await _owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("One-time codes");
        await _owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await _owner.Page.GetByText("2 records", new() { Exact = true }).WaitForAsync();

        var download = await _owner.Page.RunAndWaitForDownloadAsync(() => _owner.Button("Save these 2 records (JSON Lines)").ClickAsync());
        await _owner.Page.GetByText($"Saved 2 records as {download.SuggestedFilename}.").WaitForAsync();
        Assert.EndsWith(".jsonl", download.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        IReadOnlyList<string> labels = [.. lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("label").GetString()!)];
        Assert.Equal([Accounts.German, "Shop"], labels);
    }

    [Fact]
    public async Task I_can_tell_credentials_apart_that_have_one_label()
    {
        await _owner.AddAsync("Twin", "https://twin.example", "alice@example.com", "secret");
        await _owner.AddAsync("Twin", "https://twin.example", "bob@example.com", "secret");

        await _owner.GoAsync("#/audit");

        await _owner.Page.GetByLabel("Credential", new() { Exact = true }).SelectOptionAsync("Twin (al•••@example.com · twin.example)");
        await _owner.Page.GetByText("1 record", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(_owner.Page.Locator(".records li")).ToContainTextAsync("al•••@example.com");
        await _owner.Page.GetByLabel("Credential", new() { Exact = true }).SelectOptionAsync("Twin (b•••@example.com · twin.example)");
        await Assertions.Expect(_owner.Page.Locator(".records li")).ToContainTextAsync("b•••@example.com");
    }

    [Fact]
    public async Task I_can_tell_them_apart_when_one_was_removed_and_still_look_at_that_one()
    {
        await _owner.AddAsync("Former", "https://one.example", "alice@example.com", "secret");
        await _owner.AddAsync("Former", "https://other.example", "bob@example.com", "secret");
        await _owner.Button("Remove").ClickAsync();
        await _owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await _owner.HeadingAsync("Credentials");

        await _owner.GoAsync("#/audit");

        var credential = _owner.Page.GetByLabel("Credential", new() { Exact = true });
        await credential.SelectOptionAsync("Former (al•••@example.com · one.example)");
        await _owner.Page.GetByText("1 record", new() { Exact = true }).WaitForAsync();
        await _owner.Button("Save this record (JSON Lines)").WaitForAsync();
        var removed = await credential.Locator("option").Filter(new() { HasText = "Former (other.example · removed " }).GetAttributeAsync("value");
        await credential.SelectOptionAsync(new[] { removed! });
        await _owner.Page.GetByText("2 records", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(_owner.Page.Locator(".records li .which").First).ToContainTextAsync("other.example · removed ");
        Assert.DoesNotContain("bob", await _owner.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_else_tells_two_apart_it_is_said_when_each_was_added()
    {
        await _owner.AddAsync("Same", "https://same.example", "alice@example.com", "secret");
        await _owner.AddAsync("Same", "https://same.example", "alice@example.com", "secret");

        await _owner.GoAsync("#/audit");

        var options = _owner.Page.GetByLabel("Credential", new() { Exact = true }).Locator("option").Filter(new() { HasText = "Same (al•••@example.com · same.example · added " });
        await Assertions.Expect(options).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_last_sign_in_is_told_by_the_label_of_today_and_in_the_audit_by_the_one_of_then()
    {
        await _owner.AddAsync("Name of then", "https://renamed.example", "alice@example.com", "secret");
        await Accounts.EndAsync(_owner.Owner, "Name of then", AuditEvent.Verify, Outcome.SignedIn);
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Field("Label").FillAsync("Name of today");
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Name of today");

        await Assertions.Expect(_owner.Page.Locator(".facts")).ToContainTextAsync("Your verification of 'Name of today' at https://renamed.example succeeded");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Assertions.Expect(_owner.Page.Locator(".records li").Filter(new() { HasText = "Your verification of 'Name of then'" }).Locator(".which")).ToHaveTextAsync("now 'Name of today'");
    }

    [Fact]
    public async Task I_can_look_at_some_days_only()
    {
        await _owner.AddAsync("Day by day", "https://today.example", "alice@example.com", "secret");
        var today = DateTime.Today;
        await _owner.GoAsync("#/audit");
        await _owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("Day by day");
        await _owner.Page.GetByText("1 record", new() { Exact = true }).WaitForAsync();

        await SetDaysAsync(today, today);
        await _owner.Button("Save this record (JSON Lines)").WaitForAsync();
        await SetDaysAsync(null, today.AddDays(-1));
        await _owner.Page.GetByText("Nothing fits this filter.").WaitForAsync();
        await SetDaysAsync(today.AddDays(1), null);
        await _owner.Page.GetByText("Nothing fits this filter.").WaitForAsync();
        await SetDaysAsync(today, today.AddDays(-1));
        await _owner.Page.GetByText("Nothing fits: the first day is after the last one.").WaitForAsync();
        await SetDaysAsync(today.AddDays(-1), null);
        await _owner.Page.GetByText("1 record", new() { Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task A_search_finds_what_happened_with_a_credential_by_its_username()
    {
        await _owner.AddAsync("By username", "https://named.example", "wharfinger@example.com", "secret");

        await _owner.GoAsync("#/audit");
        await _owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("WHARFINGER");

        await _owner.Page.GetByText("1 record", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(_owner.Page.Locator(".records li")).ToContainTextAsync("You added 'By username'");
        Assert.DoesNotContain("wharfinger", await _owner.Page.Locator(".records").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_I_change_on_the_page_and_on_the_command_line_is_there_with_the_program_and_without_a_value()
    {
        await _owner.AddAsync("Changed", "https://changed.example", "alice@example.com", "secret");
        await _owner.Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await _owner.Field("Username").FillAsync("carol@example.com");
        await _owner.Page.Locator($"input[value='profile:{OwnersPage.AgentProfile}']").CheckAsync();
        await _owner.Button("Save").ClickAsync();
        await _owner.HeadingAsync("Changed");
        await _owner.Owner.DoAsync(["credential", "detach", "Changed", $"profile:{OwnersPage.AgentProfile}"]);

        await _owner.GoAsync("#/audit");
        await _owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("'Changed'");
        await _owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("Your changes");

        await _owner.Page.GetByText("3 records", new() { Exact = true }).WaitForAsync();
        var records = _owner.Page.Locator(".records li");
        await Assertions.Expect(records.Nth(0)).ToContainTextAsync("You detached 'Changed' from the profile 'work' on the command line.");
        await Assertions.Expect(records.Nth(1)).ToContainTextAsync("You changed 'Changed' on the set-up page: username, attached to the profile 'work'.");
        Assert.DoesNotContain("carol", await _owner.Page.Locator(".records").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_I_do_with_automations_and_codes_that_I_took_before_saving_are_there()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await owner.GoAsync("#/add");
        await owner.TypeAsync("With its automation", "https://both.example", "bob", "secret");
        await owner.Field("Authenticator key").FillAsync("JBSWY3DPEHPK3PXP");
        await owner.Button("Get code").ClickAsync();
        await owner.Page.Locator(".code.shown").WaitForAsync();
        await owner.Page.GetByText("Add an automation").ClickAsync();
        await owner.Field("Name of the automation").FillAsync("recorded");
        await owner.Button("Add automation").ClickAsync();
        await owner.Page.Locator("input[value='automation:recorded']").WaitForAsync();
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("With its automation");
        await owner.Owner.DoAsync(["automation", "remove", "recorded"]);

        await owner.GoAsync("#/audit");
        await owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("One-time codes");
        await owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("With its automation");
        await Assertions.Expect(owner.Page.Locator(".records li")).ToContainTextAsync("You got a one-time code for 'With its automation' less than a minute before its key was saved.");
        await owner.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync("Your changes");
        await owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("'recorded'");

        await owner.Page.GetByText("3 records", new() { Exact = true }).WaitForAsync();
        var records = owner.Page.Locator(".records li");
        await Assertions.Expect(records.Nth(0)).ToContainTextAsync("You removed the automation 'recorded' on the command line, with every attachment to it.");
        await Assertions.Expect(records.Nth(2)).ToContainTextAsync("You added the automation 'recorded' on the set-up page; it runs in the profile 'work'.");
    }

    private async Task SetDaysAsync(DateTime? from, DateTime? until)
    {
        foreach (var (field, day) in new[] { ("From (day)", from), ("Until (day)", until) })
        {
            await _owner.Field(field).FillAsync(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            await _owner.Field(field).DispatchEventAsync("change");
        }
    }
}
