using System.Net;
using System.Net.Sockets;
using CredentialVault.SetupTests.Worlds;
using CredentialVault.Testing;
using Microsoft.Playwright;
using OtpNet;
using SampleSite;

namespace CredentialVault.SetupTests.Owners;

/// <summary>Finding a typo in the afternoon.</summary>
[TakesLong]
public sealed class VerifyTests
{
    [Fact]
    public async Task A_mistyped_password_is_shown_with_steps_a_sentence_and_the_last_page()
    {
        const string Email = "quartermaster@example.com";
        const string Mistyped = "Aa1!quay-side-lantrn";
        await using var owner = await OwnersPage.OpenAsync();
        await using var site = await Site.StartAsync(new SiteOptions { DataDirectory = Path.Combine(owner.Owner.Machine, "site") });
        await using var account = await SiteAccount.RegisterAsync(site, SiteStyle.Harbour, Email, "Aa1!quay-side-lantern");
        await owner.AddAsync("Order desk", new Uri(site.Address, SiteStyle.Harbour.Paths["/Orders/Index"]).ToString(), Email, Mistyped);

        await owner.Button("Verify").ClickAsync();
        await owner.Page.Locator(".steps li").First.WaitForAsync(new() { Timeout = 30_000 });
        await owner.Page.GetByText("It does not work.").WaitForAsync(new() { Timeout = 60_000 });

        await Assertions.Expect(owner.Page.Locator(".steps li.failed")).ToContainTextAsync("The site did not accept the username or the password");
        await Assertions.Expect(owner.Page.Locator(".steps li.failed .time")).ToContainTextAsync("failed after");
        await Assertions.Expect(owner.Page.Locator(".steps")).ToContainTextAsync($"Giving username and password to {site.Address.GetLeftPart(UriPartial.Authority)}");
        Assert.All(await owner.Page.Locator(".steps li.done .time").AllInnerTextsAsync(), time => Assert.Matches(@"^done in \d+\.\d\ss$", time));
        var picture = owner.Page.GetByAltText("The last page that the vault saw when it signed in");
        await picture.WaitForAsync();
        Assert.True(await picture.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 200)"));
        Assert.DoesNotContain(Mistyped, await owner.Page.ContentAsync(), StringComparison.Ordinal);

        // One place says why, one what to do; nothing says or offers the same a second time.
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Replace the password" }).WaitForAsync();
        Assert.Equal(1, await owner.Page.Locator(".callout.bad").CountAsync());
        await Assertions.Expect(owner.Page.GetByText("The site did not accept the username or the password")).ToHaveCountAsync(1);
        await Assertions.Expect(owner.Page.Locator(".facts")).ToContainTextAsync("did not work, see above");
        await Assertions.Expect(owner.Page.Locator(".facts")).ToContainTextAsync("VerifiedNot since the last change");
        await Assertions.Expect(owner.Page.Locator(".facts")).ToContainTextAsync("Last tried");
        await Pictures.TakeAsync(owner.Page, "verify-failed");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Replace the password" }).HoverAsync();
        await Pictures.CheckAsync(owner.Page, "a button that is pointed at");
        await owner.Page.Mouse.MoveAsync(0, 0);
        await Pictures.TakeForDocsAsync(owner.Page.Locator("main"), "set-up-verify-failed");
        await owner.GoAsync("#/");
        await Pictures.TakeAsync(owner.Page, "list-stopped");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Order desk" }).ClickAsync();
        await owner.Page.GetByText("Stopped.").WaitForAsync();
        await Pictures.TakeAsync(owner.Page, "credential-stopped");
        Assert.Equal(1, await owner.Page.Locator(".callout.bad").CountAsync());
        await owner.Button("Verify").ClickAsync();
        await owner.Page.Locator(".steps li.failed").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Equal(2, site.SignInAttempts.Count);

        // Once I have changed what it signs in with, and not before, nothing says that it is not tried any more.
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Replace the password" }).ClickAsync();
        await Assertions.Expect(owner.Field("Password")).ToBeFocusedAsync();
        await owner.Field("Label").FillAsync("The order desk");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Stopped.").WaitForAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Replace the password" }).ClickAsync();
        await owner.Field("Password").FillAsync("Aa1!quay-side-lantern");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("It is not stopped any more: agents can be signed in with it again.").WaitForAsync();
        await Assertions.Expect(owner.Page.Locator(".facts")).ToContainTextAsync("The site did not accept the username or the password.");
        await Assertions.Expect(owner.Page.Locator("main")).Not.ToContainTextAsync("tried again");
    }

    [Fact]
    public async Task A_verification_names_the_site_and_the_field_that_it_did_not_come_by()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await using var site = await Site.StartAsync(new SiteOptions { DataDirectory = Path.Combine(owner.Owner.Machine, "site") });
        await using var account = await SiteAccount.RegisterAsync(site, SiteStyle.Harbour, "q@example.com", "Aa1!quay-side-lantern");
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Order desk", new Uri(site.Address, SiteStyle.Harbour.Paths["/Orders/Index"]).ToString(), "q@example.com", "Aa1!quay-side-lantern");
        await owner.Button("Add another site").ClickAsync();
        await owner.Field(OwnersPage.AnotherSignInSite).FillAsync("https://id.example");
        await owner.Page.GetByText("Add a further field").ClickAsync();
        await owner.Field("Name of the field").FillAsync("Tenant");
        await owner.Button("Add field").ClickAsync();
        await owner.Field("Tenant").FillAsync("north");
        await owner.Field(OwnersPage.InPage).CheckAsync();
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Order desk");

        await owner.Button("Verify").ClickAsync();

        await owner.Page.GetByText("Not tried, since signing in did not lead there: id.example. To try it, verify with its address as the sign-in page. The site did not ask for: Tenant.").WaitForAsync(new() { Timeout = 90_000 });
        await Assertions.Expect(owner.Page.Locator(".callout.good").Last).Not.ToContainTextAsync("Not tried");
    }

    [Fact]
    public async Task Of_a_site_at_which_nothing_answers_I_am_told_so_and_the_list_says_that_it_did_not_work()
    {
        await using var owner = await OwnersPage.OpenAsync();
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = $"http://{closed.LocalEndpoint}";
        closed.Stop();
        await owner.AddAsync("Down", address, "q@example.com", "secret");

        await owner.Button("Verify").ClickAsync();
        await owner.Page.GetByText("It does not work.").WaitForAsync(new() { Timeout = 60_000 });

        await Assertions.Expect(owner.Page.Locator(".steps li.failed")).ToContainTextAsync($"Opening {address}");
        await Assertions.Expect(owner.Page.Locator(".steps li.failed .why")).ToHaveTextAsync("Nothing answers at the site's address: is the site up, and is the address right?");
        await owner.Page.GetByText("If it is right, verify again once the site is up.").WaitForAsync();
        await owner.GoAsync("#/");
        await owner.Page.GetByText("Did not work").WaitForAsync();
    }

    [Fact]
    public async Task Where_the_site_asks_for_a_code_and_there_is_no_key_I_am_led_to_where_I_give_it()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await using var site = await Site.StartAsync(new SiteOptions { DataDirectory = Path.Combine(owner.Owner.Machine, "site") });
        await using var account = await SiteAccount.RegisterAsync(site, SiteStyle.Harbour, "q@example.com", "Aa1!quay-side-lantern");
        await account.BindAuthenticatorEarlierAsync(await account.ReadAuthenticatorKeyAsync());
        await owner.AddAsync("Order desk", new Uri(site.Address, SiteStyle.Harbour.Paths["/Orders/Index"]).ToString(), "q@example.com", "Aa1!quay-side-lantern");

        await owner.Button("Verify").ClickAsync();
        var way = owner.Page.GetByRole(AriaRole.Link, new() { Name = "Add the authenticator key" });
        await way.WaitForAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(owner.Page.Locator(".steps li.done").Last).ToContainTextAsync("Giving username and password");
        await Assertions.Expect(owner.Page.Locator(".steps li.failed")).ToContainTextAsync("Giving one-time code");
        await way.ClickAsync();

        await Assertions.Expect(owner.Field("Authenticator key")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_refused_code_is_not_done_well_and_why_is_said_once()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await using var site = await Site.StartAsync(new SiteOptions { DataDirectory = Path.Combine(owner.Owner.Machine, "site") });
        await using var account = await SiteAccount.RegisterAsync(site, SiteStyle.Harbour, "q@example.com", "Aa1!quay-side-lantern");
        var key = await account.ReadAuthenticatorKeyAsync();
        await account.BindAuthenticatorAsync(new Totp(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal))).ComputeTotp());
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Order desk", new Uri(site.Address, SiteStyle.Harbour.Paths["/Orders/Index"]).ToString(), "q@example.com", "Aa1!quay-side-lantern");
        // Another key, with steps of two seconds, so that the second code need not be waited for long.
        await owner.Field("Authenticator key").FillAsync("otpauth://totp/Harbour?secret=JBSWY3DPEHPK3PXP&period=2");
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Order desk");

        await owner.Button("Verify").ClickAsync();
        await owner.Page.GetByText("It does not work.").WaitForAsync(new() { Timeout = 90_000 });

        await Assertions.Expect(owner.Page.Locator(".steps li.refused")).ToContainTextAsync("Giving one-time code to");
        await Assertions.Expect(owner.Page.Locator(".steps li.refused")).ToContainTextAsync("The site refused this code. The next one is tried.");
        await Assertions.Expect(owner.Page.Locator(".steps li.failed .why")).ToHaveTextAsync("The site refused two one-time codes in a row.");
        await Assertions.Expect(owner.Page.Locator(".callout.bad")).ToContainTextAsync("it is the authenticator key that the site does not know");
        await Assertions.Expect(owner.Page.GetByText("If the key is right after all")).ToHaveCountAsync(0);
        await Assertions.Expect(owner.Page.GetByText("Either the authenticator key is not")).ToHaveCountAsync(0);
        await Pictures.TakeAsync(owner.Page, "verify-code-refused");
        await owner.GoAsync("#/");
        await owner.Page.GetByText("Code rejected", new() { Exact = true }).WaitForAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Order desk" }).ClickAsync();
        await owner.HeadingAsync("Order desk");
    }

    [Fact]
    public async Task Closing_the_window_while_a_verification_goes_on_asks_first_and_ends_it()
    {
        await using var owner = await OwnersPage.OpenAsync();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await owner.AddAsync("Site that does not answer", $"http://{silent.LocalEndpoint}", "q@example.com", "secret");
        // The last window of a browser would take the browser with it.
        await owner.Context.NewPageAsync();
        List<string> asked = [];
        var closed = new TaskCompletionSource();
        owner.Page.Close += (_, _) => closed.SetResult();
        owner.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await (asked.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync());
        };

        await owner.Button("Verify").ClickAsync();
        await owner.Page.Locator(".steps li").First.WaitForAsync(new() { Timeout = 30_000 });
        await owner.Page.CloseAsync(new() { RunBeforeUnload = true });
        await Assertions.Expect(owner.Page.Locator(".steps li").Last).ToHaveClassAsync("running");
        await Assertions.Expect(owner.Page.Locator(".steps li").Last).ToContainTextAsync($"Opening http://{silent.LocalEndpoint}running, ");
        Assert.NotEmpty(SignInBrowsers(owner));
        await owner.Page.CloseAsync(new() { RunBeforeUnload = true });
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        for (var tries = 0; SignInBrowsers(owner).Count > 0; tries++)
        {
            Assert.True(tries < 100, "The sign-in browser did not end.");
            await Task.Delay(100);
        }

        Assert.Equal(["beforeunload", "beforeunload"], asked);
    }

    private static IReadOnlyList<int> SignInBrowsers(OwnersPage owner) => [.. ProcessTree.Naming("--remote-debugging-pipe").Intersect(ProcessTree.Naming(owner.Owner.Machine))];

    [Fact]
    public async Task A_verification_goes_on_while_I_look_at_something_else_whatever_the_fill()
    {
        await using var owner = await OwnersPage.OpenAsync();
        await using var site = await Site.StartAsync(new SiteOptions { DataDirectory = Path.Combine(owner.Owner.Machine, "site") });
        await using var account = await SiteAccount.RegisterAsync(site, SiteStyle.Harbour, "q@example.com", "Aa1!quay-side-lantern");
        await owner.GoAsync("#/add");
        await owner.TypeAsync("Order desk", new Uri(site.Address, SiteStyle.Harbour.Paths["/Orders/Index"]).ToString(), "q@example.com", "Aa1!quay-side-lantern");
        await owner.Field(OwnersPage.InPage).CheckAsync();
        await owner.Button("Save").ClickAsync();
        await owner.HeadingAsync("Order desk");
        await Assertions.Expect(owner.Page.Locator(".facts")).ToContainTextAsync("(in-page)");

        await owner.Button("Verify").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "All credentials" }).ClickAsync();
        await owner.HeadingAsync("Credentials");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Order desk" }).ClickAsync();

        await owner.Page.GetByText("It works:").First.WaitForAsync(new() { Timeout = 90_000 });
        await owner.Page.GetByText("was not tried: that takes an agent").First.WaitForAsync();
        await Assertions.Expect(owner.Page.Locator(".steps")).Not.ToContainTextAsync("second");
        await Assertions.Expect(owner.Page.Locator(".facts")).Not.ToContainTextAsync("Not since the last change");
        await Pictures.TakeAsync(owner.Page, "verified-in-page");
    }
}
