using System.Globalization;
using System.Net;
using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using CredentialVault.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CredentialVault.SignInTests.Owners;

/// <summary>What an owner sees when a verification fails: the last page, without what was typed.</summary>
public sealed class LastPageTests
{
    private const string Jpeg = "/9j/";

    [Fact]
    public async Task I_see_the_page_that_a_sign_in_ended_at()
    {
        var one = await PictureOfAsync(_ => "<h1>Your account is locked</h1><p>We do not know <i>thi</i>s password.</p>" + SmallSite.Form());
        var other = await PictureOfAsync(_ => "<h1>Please call us</h1>" + SmallSite.Form());

        Assert.StartsWith(Jpeg, one, StringComparison.Ordinal);
        Assert.StartsWith(Jpeg, other, StringComparison.Ordinal);
        Assert.NotEqual(one, other, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("<h1>Wrong</h1>{form}")]
    [InlineData("<h1>Wrong</h1><div id=host></div><script>fetch('/form').then((answer) => answer.text()).then((form) => { host.attachShadow({ mode: 'closed' }).innerHTML = form; })</script>")]
    [InlineData("<h1>Wrong</h1><iframe src=/form></iframe>")]
    public async Task What_stands_in_fields_is_not_in_the_picture(string page)
    {
        var filled = await PictureOfAsync(password => page.Replace("{form}", FormHolding("agnes", password), StringComparison.Ordinal), password => FormHolding("agnes", password));
        var empty = await PictureOfAsync(_ => page.Replace("{form}", FormHolding("", ""), StringComparison.Ordinal), _ => FormHolding("", ""));

        Assert.StartsWith(Jpeg, empty, StringComparison.Ordinal);
        Assert.Equal(empty, filled, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("<p>We do not know the password {password}.</p>")]
    [InlineData("<p>We do not know <b data-sent={password}>this</b>.</p>")]
    [InlineData("<p>We do not know the password <i>{first}</i>{rest}.</p>")]
    [InlineData("<div id=host></div><script>host.attachShadow({ mode: 'closed' }).innerHTML = '<p>{password}</p>'</script>")]
    [InlineData("<iframe srcdoc='<p>{password}</p>'></iframe>")]
    public async Task A_page_that_shows_what_was_typed_is_not_pictured(string page)
    {
        string Shown(string password) => SmallSite.Form() + page.Replace("{password}", password, StringComparison.Ordinal)
            .Replace("{first}", password[..5], StringComparison.Ordinal).Replace("{rest}", password[5..], StringComparison.Ordinal);

        Assert.Null(await PictureOfAsync(Shown));
    }

    [Fact]
    public async Task A_page_that_puts_the_password_back_is_stopped_from_doing_so()
    {
        const string PutsBack = """
            <form method=post action=/sign-in><input name=email type=email><input id=p name=password type=text autocomplete=current-password><button>Sign in</button></form>
            <script>
            fetch("/last").then((answer) => answer.text()).then((last) => {
              const putBack = () => { p.value = last; setTimeout(putBack); };
              putBack();
            });
            </script>
            """;

        Assert.NotNull(await PictureOfAsync(_ => PutsBack));
    }

    [Fact]
    public async Task There_is_no_picture_where_it_works()
    {
        await using var desk = await OrderDesk.OpenAsync(SampleSite.SiteStyle.Harbour);
        Assert.Null((await VerifyAsync(desk.Vault, desk.Credential)).Picture);
    }

    [Theory]
    [InlineData(+95, "95 s ahead of")]
    [InlineData(-60, "60 s behind")]
    [InlineData(+3, null)]
    public async Task I_am_told_when_the_sites_clock_differs_so_much_that_codes_are_refused(int ahead, string? told)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapFallback((HttpResponse response) =>
        {
            response.Headers.Date = DateTimeOffset.UtcNow.AddSeconds(ahead).ToString("r", CultureInfo.InvariantCulture);
            return SmallSite.Page(SmallSite.Form());
        }));

        var doubt = (await VerifyAsync(vault, await vault.AddAsync(site.Address, "/", seed: "JBSWY3DPEHPK3PXP"))).ClockDoubt;

        if (told is null)
        {
            Assert.Null(doubt);
        }
        else
        {
            // To a second: the Date of an answer has no more.
            Assert.Matches(told.Replace("95", "9[456]", StringComparison.Ordinal).Replace("60", "(59|60|61)", StringComparison.Ordinal), doubt);
        }
    }

    [Theory]
    [InlineData(true, "The site's clock agrees with this machine's")]
    [InlineData(false, "The site does not tell its time")]
    public async Task I_am_told_whether_it_is_the_clock_or_the_key_when_codes_are_refused(bool tellsTime, string told)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages => pages.MapFallback((HttpContext context) =>
        {
            if (!tellsTime)
            {
                context.Response.Headers.Date = "never";
            }

            return SmallSite.Page(HttpMethods.IsPost(context.Request.Method)
                ? "<h1>Two-factor authentication</h1><form method=post action=/sign-in><label>Authentication code <input name=code autocomplete=one-time-code></label><button>Verify</button></form>"
                : SmallSite.Form());
        }));

        // Steps of two seconds, so that the second code need not be waited for long.
        var result = await VerifyAsync(vault, await vault.AddAsync(site.Address, "/", seed: "otpauth://totp/Shop?secret=JBSWY3DPEHPK3PXP&period=2"));

        Assert.Equal(Outcome.CodeRejected, result.Outcome);
        Assert.StartsWith(told, result.ClockDoubt, StringComparison.Ordinal);
    }

    private static string FormHolding(string name, string secret) => $"""
        <form method=post action=/sign-in><input name=email type=email value="{name}">
        <input name=password type=text autocomplete=current-password value="{WebUtility.HtmlEncode(secret)}">
        <textarea>{WebUtility.HtmlEncode(secret)}</textarea><button>Sign in</button></form>
        """;

    /// <summary>The picture of a site whose answer to every password is a page.</summary>
    private static async Task<string?> PictureOfAsync(Func<string, string> answer, Func<string, string>? form = null)
    {
        await using var vault = await OwnersVault.CreateAsync();
        await using var site = await SmallSite.StartAsync("shop", pages =>
        {
            pages.MapGet("/", () => SmallSite.Page(SmallSite.Form()));
            pages.MapGet("/form", () => SmallSite.Page(form?.Invoke(vault.Password) ?? ""));
            pages.MapGet("/last", () => vault.Password);
            pages.MapPost("/sign-in", () => SmallSite.Page(answer(vault.Password)));
        });
        var result = await VerifyAsync(vault, await vault.AddAsync(site.Address, "/"));
        Assert.NotEqual(Outcome.SignedIn, result.Outcome);
        Assert.Single(site.Posted);
        return result.Picture;
    }

    private static Task<VerificationResult> VerifyAsync(OwnersVault owner, Credentials.Credential credential) =>
        new Verification(owner.Vault, new SignInTurns(owner.Vault.Home, 2, TimeProvider.System), TimeProvider.System).RunAsync(
            credential,
            SignInBrowserOptions.For(owner.Vault.Home, owner.Profile) with { Executable = BuiltPrograms.Browser },
            new Progress<VerificationStep>(),
            CancellationToken.None);
}
