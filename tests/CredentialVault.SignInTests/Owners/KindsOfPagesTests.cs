using System.Security.Cryptography;
using System.Text;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CredentialVault.SignInTests.Owners;

/// <summary>Pages that want to be signed in to each in their own way.</summary>
public sealed class KindsOfPagesTests(ITestOutputHelper output)
{
    private const string Seed = "JBSWY3DPEHPK3PXP";

    private const string Fields = """
        <label>Email <input id=email name=email type=email autocomplete=username></label>
        <label>Password <input id=password name=password type=password></label>
        """;

    private const string Send = """
        <script>
        const field = (id) => document.querySelector(id);
        const send = async (email, password) => {
          await fetch("/sign-in", { method: "POST", body: `email=${encodeURIComponent(email)}&password=${encodeURIComponent(password)}` });
          location.assign("/inside");
        };
        </script>
        """;

    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["sends what its own state holds, and lets nobody press before"] = Send + $$"""
            <h1>Sign in</h1><form>{{Fields}}<button disabled>Sign in</button></form><script>
            const state = {};
            for (const input of document.querySelectorAll("input")) {
              const { set, get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
              Object.defineProperty(input, "value", { get() { return get.call(this); }, set(text) { set.call(this, text); state[input.name] = ""; } });
              input.addEventListener("input", (event) => {
                if (!event.isTrusted) return;
                state[input.name] = get.call(input);
                setTimeout(() => (document.querySelector("button").disabled = !(state.email && state.password)), 250);
              });
            }
            document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); send(state.email, state.password); });
            </script>
            """,
        ["makes its fields anew with every change"] = Send + $$"""
            <h1>Sign in</h1><form>{{Fields}}<button>Sign in</button></form><script>
            addEventListener("input", ({ target }) => setTimeout(() => {
              const anew = target.cloneNode();
              anew.value = target.value;
              target.replaceWith(anew);
            }, 0));
            document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); send(field("#email").value, field("#password").value); });
            </script>
            """,
        ["refuses what came without keys"] = Send + $$"""
            <h1>Sign in</h1><form>{{Fields}}<button>Sign in</button></form><script>
            const keys = new Set();
            addEventListener("keydown", ({ target }) => keys.add(target.id));
            document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); if (keys.size === 2) send(field("#email").value, field("#password").value); });
            </script>
            """,
        ["is in an open shadow root"] = InShadow("open"),
        ["is in a closed shadow root"] = InShadow("closed"),
        ["is in a frame of its own origin"] = "<iframe src=/form width=500 height=400></iframe>",
        ["has nothing to press but a key"] = $$"""
            <h1>Sign in</h1><form method=post action=/sign-in>{{Fields}}</form><script>
            addEventListener("keydown", ({ key, isTrusted }) => { if (key === "Enter" && isTrusted) document.querySelector("form").submit(); });
            </script>
            """,
        ["asks for the name first, in the same document"] = Send + """
            <h1>Sign in</h1><form><label>Email <input id=email name=email type=email autocomplete=username></label><button>Next</button></form><script>
            let email;
            document.querySelector("form").addEventListener("submit", (event) => {
              event.preventDefault();
              if (email) return send(email, field("#password").value);
              email = field("#email").value;
              setTimeout(() => (event.target.innerHTML = "<label>Password <input id=password name=password type=password></label><button>Sign in</button>"), 300);
            });
            </script>
            """,
        ["shows its form late"] = $$"""
            <h1>Sign in</h1><main></main><script>
            setTimeout(() => (document.querySelector("main").innerHTML = `<form method=post action=/sign-in>{{Fields}}<button>Sign in</button></form>`), 900);
            </script>
            """,
        ["shows its form late, below more elements than most pages"] = NestedBelow(60),
        ["shows its form late, below as many elements as a browser takes"] = NestedBelow(500),
        ["moves the focus while it is typed into"] = $$"""
            <h1>Sign in</h1><form method=post action=/sign-in>{{Fields}}<button>Sign in</button></form><script>
            document.querySelector("#password").addEventListener("input", () => document.querySelector("#email").focus());
            </script>
            """,
    };

    public static TheoryData<string> Kinds { get; } = [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task I_am_signed_in_where_the_page(string kind)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAsync(Pages[kind]);

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"), new Stopwatches(output));

        Assert.Equal($"email={OwnersVault.Username}&password={vault.Password}", Assert.Single(site.Posted));
        Assert.Equal(Outcome.SignedIn, result.Outcome);
    }

    [Theory]
    [InlineData("<a href='#'></a><ul hidden><li><a href=/enter>Sign in</a></li><li><a href=/register>Register</a></li></ul>")]
    [InlineData("<form action=/enter><button>Sign in</button></form>")]
    public async Task I_am_signed_in_where_the_first_page_leads_to_the_form_by(string way)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", (HttpContext context) => SmallSite.Page(context.Request.Cookies.ContainsKey("session") ? SmallSite.Inside : "<h1>Welcome</h1>" + way));
            pages.MapGet("/enter", () => SmallSite.Page(SmallSite.Form()));
            pages.MapPost("/sign-in", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1", new CookieOptions { HttpOnly = true });
                return Results.Redirect("/");
            });
        });

        Assert.Equal(Outcome.SignedIn, (await vault.SignInAsync(await vault.AddAsync(site.Address), new Stopwatches(output))).Outcome);
        Assert.Single(site.Posted);
    }

    [Fact]
    public async Task I_am_signed_in_where_the_page_hashes_the_password()
    {
        const string Page = Send + $$"""
            <h1>Sign in</h1><form>{{Fields}}<button>Sign in</button></form><script>
            document.querySelector("form").addEventListener("submit", async (event) => {
              event.preventDefault();
              const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(field("#password").value));
              send(field("#email").value, [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
            });
            </script>
            """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAsync(Page);

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        Assert.EndsWith("&password=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(vault.Password))), Assert.Single(site.Posted), StringComparison.Ordinal);
        Assert.Equal(Outcome.SignedIn, result.Outcome);
    }

    [Theory]
    [InlineData("in boxes that submit by themselves")]
    [InlineData("in a field with a mask")]
    public async Task I_am_signed_in_where_the_code_goes(string where)
    {
        var boxes = string.Concat(Enumerable.Range(1, 6).Select(digit => $"<input class=digit inputmode=numeric maxlength=1 name=d{digit} aria-label='Digit {digit}'>"));
        var form = where == "in a field with a mask"
            ? """
              <label>Authentication code <input id=code name=code autocomplete=one-time-code inputmode=numeric></label><button>Verify</button><script>
              const code = document.querySelector("#code");
              code.addEventListener("input", () => (code.value = code.value.replace(/\D/g, "").replace(/^(\d{3})(?=\d)/, "$1 ")));
              </script>
              """
            : $$"""
              <fieldset><legend>Authentication code</legend>{{boxes}}</fieldset><script>
              const digits = [...document.querySelectorAll(".digit")];
              addEventListener("input", ({ target }) => {
                digits[digits.indexOf(target) + 1]?.focus();
                if (digits.every(({ value }) => value)) document.querySelector("form").requestSubmit();
              });
              </script>
              """;
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await StartAsync($"<h1>Two-factor authentication</h1><form method=post action=/sign-in>{form}</form>");
        var credential = await vault.AddAsync(site.Address, "/", Seed);

        var result = await vault.SignInAsync(credential, new Stopwatches(output));

        Assert.Equal(6, Assert.Single(site.Posted).Count(char.IsAsciiDigit) - (where.Contains("boxes", StringComparison.Ordinal) ? 6 : 0));
        Assert.Equal(Outcome.SignedIn, result.Outcome);
    }

    [Fact]
    public async Task I_am_asked_for_a_code_in_a_closed_shadow_root_where_all_else_looks_signed_in()
    {
        var askCode = "<a href=/sign-out>Sign out</a>" + InShadow(
            "closed", "<h2>Two-factor authentication</h2><form method=post action=/code><label>Authentication code <input name=code autocomplete=one-time-code></label><button>Verify</button></form>");
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(InShadow("closed")));
            pages.MapPost("/sign-in", () => SmallSite.Page(askCode));
            pages.MapPost("/code", (HttpContext context) =>
            {
                context.Response.Cookies.Append("session", "1");
                return SmallSite.Page(SmallSite.Inside);
            });
        });

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/", Seed), new Stopwatches(output));

        Assert.Equal(["POST /sign-in", "POST /code"], site.Asked.Where(asked => asked.StartsWith("POST", StringComparison.Ordinal)), StringComparer.Ordinal);
        Assert.Equal(Outcome.SignedIn, result.Outcome);
    }

    private static string InShadow(string mode, string form = $"<form method=post action=/sign-in>{Fields}<button>Sign in</button></form>") => $$"""
        <h1>Sign in</h1><sign-in></sign-in><script>
        document.querySelector("sign-in").attachShadow({ mode: "{{mode}}" }).innerHTML = `{{form}}`;
        </script>
        """;

    private static string NestedBelow(int elements) => $$"""
        <h1>Sign in</h1><main></main><script>
        let at = document.querySelector("main");
        for (let depth = 0; depth < {{elements}}; depth++) at = at.appendChild(document.createElement("div"));
        setTimeout(() => (at.innerHTML = `<form method=post action=/sign-in>{{Fields}}<button>Sign in</button></form>`), 900);
        </script>
        """;

    private static Task<SmallSite> StartAsync(string page) => SmallSite.StartAsync("shop", pages =>
    {
        pages.MapGet("/", () => SmallSite.Page(page));
        pages.MapGet("/form", () => SmallSite.Page($"<h1>Sign in</h1><form method=post action=/sign-in target=_top>{Fields}<button>Sign in</button></form>"));
        pages.MapGet("/inside", () => SmallSite.Page(SmallSite.Inside));
        pages.MapPost("/sign-in", (HttpContext context) =>
        {
            context.Response.Cookies.Append("session", "1");
            return SmallSite.Page(SmallSite.Inside);
        });
    });
}
