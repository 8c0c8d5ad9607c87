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
        var stages = new Stages();

        var result = await VerifyAsync(desk.Vault, desk.Credential, stages);

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        Assert.Equal([VerificationStage.BrowserStarted, VerificationStage.FormSeen, VerificationStage.Submitted], stages.Seen.Take(3));
        Assert.Equal([VerificationStage.SignedIn, VerificationStage.SessionRead, VerificationStage.SecondBrowserStarted, VerificationStage.HandedOver], stages.Seen.TakeLast(4));
        Assert.NotNull((await desk.Vault.Vault.Credentials.FindAsync(desk.Credential.Id)).VerifiedAt);
        Assert.Equal(("verify", "signed-in"), (await desk.Vault.Vault.Audit.ReadAsync(9)).Select(one => (one.Event, one.Detail.Outcome)).Last());
    }

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

    private static Task<VerificationResult> VerifyAsync(OwnersVault owner, Credentials.Credential credential, Stages? stages = null) =>
        new Verification(owner.Vault, SignInTurns.OfThisMachine(owner.Vault.Home, TimeProvider.System), TimeProvider.System).RunAsync(
            credential,
            SignInBrowserOptions.For(owner.Vault.Home, owner.Profile) with { Executable = BuiltPrograms.Browser },
            stages ?? new Stages(),
            CancellationToken.None);

    private sealed class Stages : IProgress<VerificationStage>
    {
        public List<VerificationStage> Seen { get; } = [];

        public void Report(VerificationStage value) => Seen.Add(value);
    }
}
