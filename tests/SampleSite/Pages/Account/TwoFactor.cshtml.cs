using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SampleSite.Accounts;

namespace SampleSite.Pages.Account;

/// <summary>The page that asks for the one-time code after the password.</summary>
public sealed class TwoFactorModel(SiteOptions options, SignInManager<IdentityUser> signIn, SignInAttempts attempts)
    : SignInPage(options, signIn, attempts)
{
    public async Task<IActionResult> OnGetAsync() =>
        await HasPasswordPassedAsync() ? Page() : RedirectToPage("/Account/SignIn", Onward);

    public async Task<IActionResult> OnPostAsync() =>
        await HasPasswordPassedAsync()
            ? await CheckCodeAsync(TempData.Peek("RememberMe") is true, "That code is not right.")
            : RedirectToPage("/Account/SignIn", Onward);
}
