using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Owners;

/// <summary>What is handed over of a session.</summary>
public sealed class SessionTests(ITestOutputHelper output)
{
    private static readonly string[] Cookies =
    [
        "plain=1",
        "http-only=1; HttpOnly",
        "strict=1; SameSite=Strict",
        "lax=1; SameSite=Lax",
        "none=1; SameSite=None; Secure",
        "secure=1; Secure",
        "path=1; Path=/deep",
        "persistent=1; Max-Age=3600",
        "__Secure-prefixed=1; Secure",
        "__Host-prefixed=1; Secure; Path=/",
        "partitioned=1; Secure; SameSite=None; Partitioned",
        "quoted=\"a b\"",
        "empty=",
        "domain=1; Domain=cookies.localhost",
    ];

    [Fact]
    public async Task I_get_every_kind_of_cookie_with_its_attributes()
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop.cookies", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Headers.SetCookie = Cookies;
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        var session = result.Session!.Session.Cookies.ToDictionary(cookie => cookie.Name, StringComparer.Ordinal);
        Assert.Equal(Cookies.Select(cookie => cookie.Split('=')[0]).Order(StringComparer.Ordinal), session.Keys.Order(StringComparer.Ordinal));
        Assert.All(session.Values, cookie => Assert.Equal(cookie.Name != "domain", cookie.HostOnly));
        Assert.All(session.Values, cookie => Assert.Equal(site.Address.Port, cookie.SourcePort));
        Assert.True(session["http-only"].HttpOnly);
        Assert.Equal("Strict", session["strict"].SameSite);
        Assert.Equal("Lax", session["lax"].SameSite);
        Assert.Equal("None", session["none"].SameSite);
        Assert.Null(session["plain"].SameSite);
        Assert.True(session["secure"].Secure);
        Assert.Equal("/deep", session["path"].Path);
        Assert.NotNull(session["persistent"].Expires);
        Assert.Null(session["plain"].Expires);
        Assert.Equal("\"a b\"", session["quoted"].Value);
        Assert.Equal("", session["empty"].Value);
        Assert.Equal(new CookiePartition("http://cookies.localhost", HasCrossSiteAncestor: false), session["partitioned"].Partition);
        Assert.Null(session["plain"].Partition);
    }

    [Fact]
    public async Task I_get_what_scripts_have_stored_at_each_session_origin()
    {
        const string Store = """
            <script>
            addEventListener("load", () => {
              localStorage.setItem("token", "local");
              sessionStorage.setItem("tab", "session");
              const open = indexedDB.open("app", 3);
              open.onupgradeneeded = () => open.result.createObjectStore("tokens", { keyPath: "id" }).createIndex("by-name", "name", { unique: true });
              open.onsuccess = () => {
                const write = open.result.transaction("tokens", "readwrite");
                write.objectStore("tokens").put({ id: 7, name: "refresh", at: new Date(0), bytes: new Uint8Array([1, 2]), map: new Map([["a", 1n]]) });
                write.oncomplete = () => (document.querySelector("main").hidden = false);
              };
            });
            </script><main hidden><form method=post action=/sign-out><button>Sign out</button></form></main>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var application = await SmallSite.StartAsync("app", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page("<script>localStorage.setItem('app', '1')</script>Welcome"));
            pages.MapGet("/frame", () => SmallSite.Page("<script>localStorage.setItem('app', '1')</script>Welcome"));
        });
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () => SmallSite.Page(Store));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/", null, null, site.Origin, application.Origin), new Stopwatches(output));

        Assert.Equal(Outcome.SignedIn, result.Outcome);
        var storage = Assert.Single(result.Session!.Session.Storage);
        Assert.Equal(site.Origin, storage.Origin);
        Assert.Equal([new StoredItem("token", "local")], storage.Local);
        Assert.Equal([new StoredItem("tab", "session")], storage.Session);
        var database = Assert.Single(storage.Databases);
        Assert.Equal(("app", 3), (database.Name, database.Version));
        var store = Assert.Single(database.Stores);
        Assert.Equal(("tokens", "\"id\"", false), (store.Name, store.KeyPath, store.AutoIncrement));
        Assert.Equal([new StoredIndex("by-name", "\"name\"", Unique: true, MultiEntry: false)], store.Indexes);
        Assert.Equal(
            [new StoredRecord("7", """{"id":7,"name":"refresh","at":{"$date":0},"bytes":{"$bytes":["Uint8Array","AQI="]},"map":{"$map":[["a",{"$bigint":"1"}]]}}""")],
            store.Records);
        Assert.Empty(application.Requests);
    }

    [Fact]
    public async Task I_am_told_that_a_session_with_a_key_of_its_own_cannot_be_handed_over()
    {
        const string Store = """
            <script>
            addEventListener("load", async () => {
              const { privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
              const open = indexedDB.open("keys");
              open.onupgradeneeded = () => open.result.createObjectStore("keys");
              open.onsuccess = () => {
                const write = open.result.transaction("keys", "readwrite");
                write.objectStore("keys").put(privateKey, "device");
                write.oncomplete = () => (document.querySelector("main").hidden = false);
              };
            });
            </script><main hidden><form method=post action=/sign-out><button>Sign out</button></form></main>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", () => SmallSite.Page(Store));
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        Assert.Equal(Outcome.SessionNotPortable(Reason.StorageNotReadable), result.Outcome);
        Assert.Null(result.Session);
    }

    [Fact]
    public async Task I_get_a_session_of_three_megabytes_and_am_refused_one_of_ten()
    {
        await using var vault = await OwnersVault.CreateAsync();
        foreach (var (megabytes, outcome) in new[] { (3, Outcome.SignedIn), (10, Outcome.SessionNotPortable(Reason.SessionTooLarge)) })
        {
            var store = $$"""
                <script>
                addEventListener("load", () => {
                  const open = indexedDB.open("app");
                  open.onupgradeneeded = () => open.result.createObjectStore("pages");
                  open.onsuccess = () => {
                    const write = open.result.transaction("pages", "readwrite");
                    for (let page = 0; page < {{megabytes}}; page++) write.objectStore("pages").put("x".repeat(1024 * 1024), page);
                    write.oncomplete = () => (document.querySelector("main").hidden = false);
                  };
                });
                </script><main hidden><form method=post action=/sign-out><button>Sign out</button></form></main>
                """;
            await using var site = await SmallSite.StartAsync($"shop{megabytes}", pages =>
            {
                pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
                pages.MapPost("/sign-in", () => SmallSite.Page(store));
            });

            Assert.Equal(outcome, (await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output))).Outcome);
        }
    }
}
