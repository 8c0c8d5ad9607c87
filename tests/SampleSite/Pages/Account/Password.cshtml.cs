using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SampleSite.Accounts;

namespace SampleSite.Pages.Account;

/// <summary>The second page of a sign-in that asks for the user name first.</summary>
public sealed class PasswordModel(SiteOptions options, SignInManager<IdentityUser> signIn, SignInAttempts attempts)
    : SignInPage(options, signIn, attempts)
{
    /// <summary>The user name of the page before.</summary>
    public string Name => TempData.Peek("Name") as string ?? "";

    public IActionResult OnGet() => Name.Length == 0 ? RedirectToPage("/Account/SignIn", Onward) : Page();

    public Task<IActionResult> OnPostAsync() => CheckPasswordAsync(Name);
}
