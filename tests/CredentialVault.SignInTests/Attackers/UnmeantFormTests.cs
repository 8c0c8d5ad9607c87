using CredentialVault.SignIn;
using CredentialVault.SignInTests.Worlds;
using Microsoft.AspNetCore.Builder;

namespace CredentialVault.SignInTests.Attackers;

/// <summary>Forms at the very address that the owner gave, which no person would sign in with.</summary>
public sealed class UnmeantFormTests
{
    private const string Form = """
        <form method=post action=/sign-in>
        <label>Email <input name=email type=email autocomplete=username></label>
        <label>Password <input name=password type=password></label><button>Sign in</button></form>
        """;

    [Theory]
    [InlineData($"<div style='visibility: hidden'>{Form}</div>", $"<div style='opacity: 0'>{Form}</div>")]
    [InlineData($"<div style='position: absolute; left: -5000px'>{Form}</div>", $"<div style='width: 1px; height: 1px; overflow: hidden'>{Form}</div>")]
    [InlineData($"<div style='clip-path: inset(100%)'>{Form}</div>", $"{Form}<div style='position: fixed; inset: 0; background: white'>News</div>")]
    [InlineData(
        "<h1>Create account</h1><form method=post action=/sign-up><label>Email <input name=email></label><label>New password <input name=password type=password autocomplete=new-password></label><label>Again <input name=again type=password autocomplete=new-password></label><button>Sign up</button></form>",
        "<h1>Search</h1><form method=post action=/search role=search><label>Search <input type=search name=q></label><button>Search</button></form>")]
    public async Task A_form_that_is_not_meant_to_be_signed_in_with_is_sent_nothing(string one, string other)
    {
        await using var vault = await OwnersVault.CreateAsync();

        await Task.WhenAll(SentNothingAsync(vault, "one", one), SentNothingAsync(vault, "other", other));
    }

    private static async Task SentNothingAsync(OwnersVault vault, string name, string page)
    {
        await using var site = await SmallSite.StartAsync(name, pages => pages.MapGet("/", () => SmallSite.Page(page)));

        var result = await vault.SignInAsync(await vault.AddAsync(site.Address, "/"));

        Assert.NotEqual(Outcome.SignedIn, result.Outcome);
        Assert.Null(result.Session);
        Assert.Empty(site.Posted);
    }
}
