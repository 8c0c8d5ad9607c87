using CredentialVault.Credentials;
using CredentialVault.Secrets;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using CredentialVault.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SampleSite;

namespace CredentialVault.SignInTests.Owners;

/// <summary>What an owner learns of a credential without an agent.</summary>
public sealed class VerifyingTests
{
    private const string InIndexedDb = """
        <p></p><script>
        const database = () => new Promise((resolve) => {
          const opening = indexedDB.open("keys", 3);
          opening.onupgradeneeded = () => opening.result.createObjectStore("keys", { keyPath: "id" }).createIndex("at", "at");
          opening.onsuccess = () => resolve(opening.result);
        });
        const store = async (mode) => (await database()).transaction("keys", mode).objectStore("keys");
        const show = () => { document.body.innerHTML = "<h1>Orders</h1><button>Sign out</button>"; };
        </script>
        """;

    [Theory]
    [InlineData(null)]
    [InlineData(CodePlacement.OwnPage)]
    public async Task I_see_that_a_credential_of_a_real_site_works(CodePlacement? code)
    {
        await using var desk = await OrderDesk.OpenAsync(SiteStyle.Harbour, code);
        var steps = new Steps();

        var result = await VerifyAsync(desk.Vault, desk.Credential, steps);

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal([VerificationStage.StartingBrowser, VerificationStage.OpeningPage, VerificationStage.Filling], steps.Seen.Select(step => step.Stage).Take(3));
        Assert.Equal(
            [VerificationStage.ReadingSession, VerificationStage.StartingSecondBrowser, VerificationStage.HandingOver, VerificationStage.Checking],
            steps.Seen.Select(step => step.Stage).TakeLast(4));
        Assert.Equal($"Giving username and password to {desk.Credential.Overview.SignInOrigins[0]}", steps.Seen[2].ToSentence());
        Assert.Equal(code is not null, steps.Seen.Any(step => step.Fields.SequenceEqual([FieldName.OneTimeCode], StringComparer.Ordinal)));
        Assert.NotNull((await desk.Vault.Vault.Credentials.FindAsync(desk.Credential.Id)).VerifiedAt);
        Assert.Equal(("verify", "signed-in"), (await desk.Vault.Vault.Audit.ReadAsync(9)).Select(one => (one.Event, one.Detail.Outcome)).Last());
    }

    [Fact]
    public void A_step_that_waits_for_a_code_says_how_long_at_most() => Assert.Equal(
        "Waiting up to 27 s for the next one-time code: this one was used before, or is about to end",
        VerificationStep.Of(new SignInStep(SignInStage.WaitingForCode) { Wait = TimeSpan.FromSeconds(26.3) }).ToSentence());

    [Fact]
    public async Task I_am_told_that_the_password_is_wrong_and_it_stays_unverified()
    {
        await using var desk = await OrderDesk.OpenAsync(SiteStyle.Harbour, mistyped: "Not-the-password-1!");

        Assert.Equal(Outcome.PasswordRejected, (await VerifyAsync(desk.Vault, desk.Credential)).Outcome);
        Assert.Equal(Outcome.BlockedByGuard(Reason.PasswordWasRejected), (await VerifyAsync(desk.Vault, desk.Credential)).Outcome);
        Assert.Null((await desk.Vault.Vault.Credentials.FindAsync(desk.Credential.Id)).VerifiedAt);
        Assert.Single(desk.Site.SignInAttempts);
    }

    [Theory]
    [InlineData("localStorage.setItem('token', 'é\"1')", "localStorage.getItem('token') === 'é\"1'")]
    [InlineData("sessionStorage.setItem('token', '1')", "sessionStorage.getItem('token') === '1'")]
    [InlineData(
        "(await store('readwrite')).put({ id: 1n === 1n ? 'k' : '', at: new Date(5), bytes: new Uint8Array([1, 2]), map: new Map([['a', undefined]]) })",
        "await new Promise(async (resolve) => { const got = (await store('readonly')).index('at').get(new Date(5)); got.onsuccess = () => resolve(got.result?.bytes[1] === 2 && got.result.map.has('a')); })")]
    public async Task I_see_that_a_session_in_storage_can_be_handed_over(string keeps, string has)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form("/sign-in") + InIndexedDb + $"<script>(async () => {{ if ({has}) show(); }})()</script>"));
            pages.MapPost("/sign-in", () => SmallSite.Page(InIndexedDb + $"<script>(async () => {{ {keeps}; show(); }})()</script>"));
        });

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, await vault.AddAsync(site.Address, "/"))).Outcome);
    }

    [Fact]
    public async Task I_am_told_that_a_session_cannot_be_handed_over()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var inside = 0;
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            // A session that is bound to the browser that signed in.
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("bound", "1");
                inside++;
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        var result = await VerifyAsync(vault, await vault.AddAsync(site.Address, "/"));

        Assert.Equal(Outcome.SessionNotPortable(Reason.StillSignedOut), result.Outcome);
        Assert.Equal(1, inside);
    }

    [Fact]
    public async Task A_page_that_shows_itself_before_it_finds_that_it_has_no_session_is_not_taken_for_signed_in()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page($"""
                {SmallSite.Inside}<template>{SmallSite.Form()}</template>
                <script>setTimeout(() => document.body.replaceChildren(document.querySelector("template").content), 400)</script>
                """));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("last", "1");
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        var result = await VerifyAsync(vault, await vault.AddAsync(site.Address, "/"));

        Assert.Equal(Outcome.SessionNotPortable(Reason.StillSignedOut), result.Outcome);
    }

    [Fact]
    public async Task With_the_fill_in_page_no_session_is_handed_over_and_one_that_could_not_be_is_no_fault()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            // A session that is bound to the browser that signed in, as above.
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () => SmallSite.Page(SmallSite.Inside));
        });
        var isolated = await vault.AddAsync(site.Address, "/");
        using var password = Secrets.Secret.FromText(vault.Password);
        var inPage = await vault.Vault.Credentials.ChangeAsync(isolated, new CredentialChange { Fill = Fill.InPage, Password = password });
        var steps = new Steps();

        var result = await VerifyAsync(vault, inPage, steps);

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal([VerificationStage.StartingBrowser, VerificationStage.OpeningPage, VerificationStage.Filling], steps.Seen.Select(step => step.Stage));
        Assert.NotNull((await vault.Vault.Credentials.FindAsync(inPage.Id)).VerifiedAt);
        Assert.Contains("was not tried", inPage.Fill.Proof(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_only_its_page_holds_is_one_with_the_fill_in_page_alone()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.FormInMemory("<h1>Log</h1><p>12 orders of today</p>")));
            pages.MapPost("/sign-in", () => "");
        });
        var isolated = await vault.AddAsync(site.Address, "/");
        Assert.Equal(Outcome.SessionNotPortable(Reason.NoSession), (await VerifyAsync(vault, isolated)).Outcome);

        using var password = Secrets.Secret.FromText(vault.Password);
        var inPage = await vault.Vault.Credentials.ChangeAsync(isolated, new CredentialChange { Fill = Fill.InPage, Password = password });
        var result = await VerifyAsync(vault, inPage);
        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Contains(result.Remarks, remark => remark.StartsWith("No page showed that it is signed in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_found_out_of_a_site_is_used_by_the_next_sign_in()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var places = new List<string>();
        var moved = false;
        await using var site = await StartPublicSiteAsync(places, () => moved);
        var credential = await host.Owner.AddAsync(site.Address);
        await host.Owner.Vault.Credentials.AttachAsync(credential, Attachment.Parse("profile:work"));

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(host.Owner, credential)).Outcome);

        var learned = (await host.Owner.Vault.Credentials.FindAsync(credential.Id)).Overview.Learned;
        Assert.Equal(new Learned(site.Origin + "/members/enter", site.Origin + "/members"), learned);

        places.Clear();
        var tab = host.Tab(site);
        await tab.BeginAsync();
        Assert.IsType<Step.HandOver>(await tab.WaitAsync());
        Assert.Equal("/members/enter", places[0]);
        await tab.ReportAsync(AgentTab.SignedIn);

        // Where the site has moved, no sign-in of an agent makes the vault forget it; the owner's next verification finds it anew.
        moved = true;
        await tab.BeginAsync();
        Assert.IsType<Step.Ended>(await tab.WaitAsync());
        Assert.Equal(learned, (await host.Owner.Vault.Credentials.FindAsync(credential.Id)).Overview.Learned);
        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(host.Owner, await host.Owner.Vault.Credentials.FindAsync(credential.Id))).Outcome);
        await tab.BeginAsync();
        Assert.IsType<Step.HandOver>(await tab.WaitAsync());
    }

    [Fact]
    public async Task An_address_that_is_good_for_once_is_no_place_to_start_at()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("portal", pages =>
        {
            pages.MapGet("/", (HttpRequest request) => SmallSite.Page(request.Cookies.ContainsKey("session") ? SmallSite.Inside : "<a href='/orders'>Log in</a>"));
            pages.MapGet("/orders", () => Results.Redirect("/enter?state=_0123456789abcdef0123456789"));
            pages.MapGet("/enter", (HttpRequest request) => SmallSite.Page(request.Query.ContainsKey("state") ? SmallSite.Form() : "<h1>State information lost</h1>"));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("session", "1");
                return Results.Redirect("/");
            });
        });
        var credential = await vault.AddAsync(site.Address);

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, credential)).Outcome);

        Assert.Equal(new Learned(null, site.Origin + "/"), (await vault.Vault.Credentials.FindAsync(credential.Id)).Overview.Learned);
    }

    [Fact]
    public async Task I_am_told_when_nothing_showed_that_it_worked()
    {
        var breaks = false;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("portal", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page("<h1>Welcome</h1><a href='/enter'>Log in</a>"));
            pages.MapGet("/enter", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("visit", "1");
                return Results.Text("Thank you.", statusCode: breaks ? 500 : 200);
            });
        });
        var credential = await vault.AddAsync(site.Address);

        var result = await VerifyAsync(vault, credential);
        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Contains(result.Remarks, remark => remark.StartsWith("No page showed that it is signed in", StringComparison.Ordinal));

        breaks = true;
        Assert.Equal(Outcome.TimedOut(Reason.SiteFailed), (await VerifyAsync(vault, credential)).Outcome);
    }

    [Fact]
    public async Task What_I_say_goes_before_what_was_found_out()
    {
        await using var vault = await OwnersVault.CreateAsync();
        var places = new List<string>();
        await using var site = await StartPublicSiteAsync(places, () => false);
        var credential = await vault.AddAsync(site.Address, "/other-way-in");

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, credential)).Outcome);
        var verified = await vault.Vault.Credentials.FindAsync(credential.Id);
        Assert.Null(verified.Overview.Learned!.SignInUrl);

        // It stays for another password, and goes with the address that it was found from.
        using var password = Secret.FromText("another one");
        var changed = await vault.Vault.Credentials.ChangeAsync(verified, new CredentialChange { Password = password });
        Assert.Equal(verified.Overview.Learned, changed.Overview.Learned);
        changed = await vault.Vault.Credentials.ChangeAsync(changed, new CredentialChange { SignInUrl = site.Origin + "/elsewhere" });
        Assert.Null(changed.Overview.Learned);
    }

    [Theory]
    [InlineData("/accounts/login")]
    [InlineData("/admin")]
    [InlineData("/wp-login.php")]
    public async Task A_form_that_no_link_leads_to_is_found_where_sites_usually_have_it(string place)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("blog", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page("<h1>Welcome</h1><a href='/news'>News</a>"));
            pages.MapGet(place, (HttpRequest request) => SmallSite.Page(request.Cookies.ContainsKey("session") ? SmallSite.Inside : SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("session", "1");
                return Results.Redirect(place);
            });
        });
        var credential = await vault.AddAsync(site.Address);

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, credential)).Outcome);

        var learned = (await vault.Vault.Credentials.FindAsync(credential.Id)).Overview.Learned;
        Assert.Equal(new Learned(site.Origin + place, site.Origin + place), learned);
    }

    [Fact]
    public async Task A_site_that_knows_its_visitor_only_at_an_address_with_a_query_works()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("data", pages =>
        {
            pages.MapGet("/", (HttpRequest request) =>
                SmallSite.Page(request.Query["account"] == "1" && request.Cookies.ContainsKey("session") ? SmallSite.Inside : SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                response.Cookies.Append("session", "1");
                return Results.Redirect("/?account=1");
            });
        });
        var credential = await vault.AddAsync(site.Address, "/");

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, credential)).Outcome);

        // A query may hold what is nobody's business; it is not kept.
        Assert.Null((await vault.Vault.Credentials.FindAsync(credential.Id)).Overview.Learned!.SignedInUrl);
    }

    [Theory]
    [InlineData("/domains")]
    [InlineData("/list?type=user&page=2")]
    public async Task A_site_whose_first_page_ends_the_session_of_whoever_opens_it_works(string inside)
    {
        await using var vault = await OwnersVault.CreateAsync();
        var isOpen = false;
        await using var site = await SmallSite.StartAsync("mail", pages =>
        {
            pages.MapGet("/", () =>
            {
                isOpen = false;
                return SmallSite.Page(SmallSite.Form());
            });
            pages.MapPost("/sign-in", (HttpResponse response) =>
            {
                isOpen = true;
                response.Cookies.Append("session", "1");
                return Results.Redirect(inside);
            });
            pages.MapGet(inside.Split('?')[0], (HttpRequest request) => isOpen && request.Cookies.ContainsKey("session") ? SmallSite.Page(SmallSite.Inside) : Results.Redirect("/"));
        });

        Assert.Equal(Outcome.SignedIn, (await VerifyAsync(vault, await vault.AddAsync(site.Address))).Outcome);
    }

    [Fact]
    public async Task The_first_good_sign_in_of_an_agent_verifies_what_I_have_not_verified()
    {
        await using var host = await HostOfAProfile.StartAsync();
        var site = await host.OpenSiteAsync("desk");
        Assert.Null((await host.Owner.Vault.Credentials.FindAsync(host.Credential.Id)).VerifiedAt);

        var tab = host.Tab(site);
        await tab.BeginAsync();
        await tab.WaitAsync();
        await tab.ReportAsync(AgentTab.SignedIn);

        Assert.NotNull((await host.Owner.Vault.Credentials.FindAsync(host.Credential.Id)).VerifiedAt);
    }

    /// <summary>A site that shows everybody its first page, and the form where a link leads.</summary>
    private static Task<SmallSite> StartPublicSiteAsync(List<string> places, Func<bool> moved) => SmallSite.StartAsync("club", pages =>
    {
        IResult Show(string place, string html)
        {
            places.Add(place);
            return SmallSite.Page(html);
        }

        pages.MapGet("/", () => Show("/", $"<h1>The club</h1><a href='{(moved() ? "/members/door?from=first" : "/members/enter?from=first")}'>Sign in</a>"));
        pages.MapGet("/members/enter", () => moved() ? Show("/members/enter", "<h1>Nothing here</h1>") : Show("/members/enter", SmallSite.Form()));
        pages.MapGet("/members/door", () => Show("/members/door", SmallSite.Form()));
        pages.MapGet("/other-way-in", () => Show("/other-way-in", SmallSite.Form()));
        pages.MapPost("/sign-in", (HttpResponse response) =>
        {
            response.Cookies.Append("member", "1");
            return Results.Redirect("/members");
        });
        pages.MapGet("/members", (HttpRequest request) => Show("/members", request.Cookies.ContainsKey("member") ? SmallSite.Inside : SmallSite.Form()));
    });

    private static Task<VerificationResult> VerifyAsync(OwnersVault owner, Credential credential, Steps? steps = null) =>
        new Verification(owner.Vault, new SignInTurns(owner.Vault.Home, 2, TimeProvider.System), TimeProvider.System).RunAsync(
            credential,
            SignInBrowserOptions.For(owner.Vault.Home, owner.Profile) with { Executable = BuiltPrograms.Browser },
            steps ?? new Steps(),
            CancellationToken.None);

    private sealed class Steps : IProgress<VerificationStep>
    {
        public List<VerificationStep> Seen { get; } = [];

        public void Report(VerificationStep value) => Seen.Add(value);
    }
}
