using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SampleSite.Pages.Account;

/// <summary>Makes an account and signs it in.</summary>
public sealed class RegisterModel(SiteStyle style, UserManager<IdentityUser> users, SignInManager<IdentityUser> signIn)
    : SitePage(style)
{
    /// <summary>The address that was posted, to be shown again.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Email = Posted(Style.Fields.Email).Trim();
        var password = Posted(Style.Fields.NewPassword);
        if (!string.Equals(password, Posted(Style.Fields.ConfirmPassword), StringComparison.Ordinal))
        {
            Error = Style.Say("The two passwords differ.");
            return Page();
        }

        var user = new IdentityUser { UserName = Email, Email = Email };
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
        {
            Error = string.Join(' ', result.Errors.Select(error => error.Description).Distinct(StringComparer.Ordinal));
            return Page();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return RedirectToPage("/Orders/Index");
    }
}
