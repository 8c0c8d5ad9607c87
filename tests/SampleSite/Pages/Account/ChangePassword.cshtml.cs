using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SampleSite.Pages.Account;

/// <summary>Changes the password of the user who is signed in.</summary>
public sealed class ChangePasswordModel(SiteStyle style, UserManager<IdentityUser> users, SignInManager<IdentityUser> signIn)
    : SitePage(style)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        var password = Posted(Style.Fields.NewPassword);
        if (!string.Equals(password, Posted(Style.Fields.ConfirmPassword), StringComparison.Ordinal))
        {
            Error = Style.Say("The two passwords differ.");
            return Page();
        }

        var result = await users.ChangePasswordAsync(user, Posted(Style.Fields.OldPassword), password);
        if (!result.Succeeded)
        {
            Error = string.Join(' ', result.Errors.Select(error => error.Description));
            return Page();
        }

        await signIn.RefreshSignInAsync(user);
        TellNext("Your password has been changed.");
        return RedirectToPage("/Account/Index");
    }
}
