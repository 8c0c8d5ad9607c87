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

    private static readonly string[] Pages =
    [
        $"<div style='visibility: hidden'>{Form}</div>",
        $"<div style='position: absolute; left: -5000px'>{Form}</div>",
        $"<div style='position: relative'>{Form}<div style='position: absolute; inset: 0; background: white'></div></div>",
        """
        <h1>Create account</h1><form method=post action=/sign-up><label>Email <input name=email></label>
        <label>New password <input name=password type=password autocomplete=new-password></label>
        <label>Again <input name=again type=password autocomplete=new-password></label><button>Sign up</button></form>
        """,
    ];

    /// <summary>All at once, since each waits for a form until its time is over.</summary>
    [Fact]
    public async Task A_form_that_is_not_meant_to_be_signed_in_with_is_sent_nothing()
    {
        await using var vault = await OwnersVault.CreateAsync();

        await Task.WhenAll(Pages.Select((page, number) => SentNothingAsync(vault, $"site{number}", page)));
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
