using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SampleSite.Pages.Account;

/// <summary>Ends the session of this browser.</summary>
public sealed class SignOutModel(SiteStyle style, SignInManager<IdentityUser> signIn) : SitePage(style)
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return RedirectToPage("/Index");
    }
}
