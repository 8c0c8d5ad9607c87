using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SampleSite.Pages.Account;

/// <summary>Shows the authenticator key and binds it with a code, once.</summary>
public sealed class TwoFactorSetUpModel(SiteStyle style, UserManager<IdentityUser> users, SignInManager<IdentityUser> signIn)
    : SitePage(style)
{
    /// <summary>True when a key is bound already; it is not shown again.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The key in Base32, small letters in groups of four, as people type it.</summary>
    public string SharedKey { get; private set; } = "";

    /// <summary>The key as an otpauth address.</summary>
    public string AuthenticatorUri { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() =>
        await users.GetUserAsync(User) is { } user ? await ShowAsync(user) : Challenge();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, PostedCode()))
        {
            Error = Style.Say("That code is not right.");
            return await ShowAsync(user);
        }

        return await SwitchAsync(user, on: true, "Two-factor sign-in is on.");
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        await users.ResetAuthenticatorKeyAsync(user);
        return await SwitchAsync(user, on: false, "Two-factor sign-in is off.");
    }

    private async Task<IActionResult> SwitchAsync(IdentityUser user, bool on, string message)
    {
        await users.SetTwoFactorEnabledAsync(user, on);
        await signIn.RefreshSignInAsync(user);
        TellNext(message);
        return RedirectToPage("/Account/Index");
    }

    private async Task<IActionResult> ShowAsync(IdentityUser user)
    {
        IsOn = user.TwoFactorEnabled;
        if (IsOn)
        {
            return Page();
        }

        var key = await users.GetAuthenticatorKeyAsync(user);
        if (string.IsNullOrEmpty(key))
        {
            await users.ResetAuthenticatorKeyAsync(user);
            key = await users.GetAuthenticatorKeyAsync(user) ?? "";
        }

        SharedKey = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        var issuer = Uri.EscapeDataString(Style.Brand);
        AuthenticatorUri = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user.Email ?? "")}?secret={key}&issuer={issuer}&digits=6";
        return Page();
    }
}
