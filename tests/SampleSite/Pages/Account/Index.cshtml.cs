using Microsoft.AspNetCore.Identity;

namespace SampleSite.Pages.Account;

/// <summary>What the user who is signed in can change about the account.</summary>
public sealed class IndexModel(SiteStyle style, UserManager<IdentityUser> users) : SitePage(style)
{
    /// <summary>True when a code is asked for after the password.</summary>
    public bool TwoFactor { get; private set; }

    public async Task OnGetAsync() => TwoFactor = await users.GetUserAsync(User) is { TwoFactorEnabled: true };
}
