using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SampleSite.Accounts;

namespace SampleSite.Pages.Account;

/// <summary>The first page of a sign-in.</summary>
public sealed class SignInModel(SiteOptions options, SignInManager<IdentityUser> signIn, SignInAttempts attempts)
    : SignInPage(options, signIn, attempts)
{
    /// <summary>The address that was posted, to be shown again.</summary>
    public string? Email { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Email = Posted(Style.Fields.Email).Trim();
        if (!Style.NameFirst)
        {
            return await CheckPasswordAsync(Email);
        }

        if (Email.Length == 0)
        {
            return Page();
        }

        // Whether there is such an account shows only after the password.
        TempData["Name"] = Email;
        return RedirectToPage("/Account/Password", Onward);
    }
}
