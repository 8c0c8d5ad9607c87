using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SampleSite.Accounts;

namespace SampleSite.Pages.Account;

/// <summary>What the pages of a sign-in have in common: check what was posted, write the attempt down, go on.</summary>
public abstract class SignInPage : SitePage
{
    private readonly SiteOptions _options;
    private readonly SignInManager<IdentityUser> _signIn;
    private readonly SignInAttempts _attempts;

    private protected SignInPage(SiteOptions options, SignInManager<IdentityUser> signIn, SignInAttempts attempts)
        : base(options.Style)
    {
        _options = options;
        _signIn = signIn;
        _attempts = attempts;
    }

    /// <summary>True when the code is asked for beside the password.</summary>
    public bool AsksCodeWithPassword => _options.Code == CodePlacement.WithPassword;

    /// <summary>True when a script sends the form and shows the answer in the same document.</summary>
    public bool StaysInDocument => _options.Code == CodePlacement.SamePage;

    /// <summary>Where the form goes: to its own address, also when it is shown inside another document.</summary>
    public string Action => Request.Path + Request.QueryString;

    /// <summary>The query that carries on where the visitor wanted to go.</summary>
    public IDictionary<string, string> Onward => Request.Query[Style.ReturnParameter].ToString() is { Length: > 0 } wanted
        ? new Dictionary<string, string>(StringComparer.Ordinal) { [Style.ReturnParameter] = wanted }
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Checks email and password, and the code where it came with them.</summary>
    private protected async Task<IActionResult> CheckPasswordAsync(string email)
    {
        var password = Posted(Style.Fields.Password);
        var remember = Posted(Style.Fields.RememberMe).Length > 0;
        var account = (await _signIn.UserManager.FindByNameAsync(email))?.Email;
        if (email.Length == 0 || password.Length == 0)
        {
            _attempts.Add(account, SignInStep.Password, SignInAnswer.Empty);
            return Refuse("Email and password are both needed.");
        }

        var result = await _signIn.PasswordSignInAsync(email, password, remember, lockoutOnFailure: true);
        _attempts.Add(account, SignInStep.Password, result);
        if (result.RequiresTwoFactor && AsksCodeWithPassword)
        {
            return await CheckCodeAsync(remember, "Email, password or code is not right.");
        }

        if (result.RequiresTwoFactor)
        {
            TempData["RememberMe"] = remember;
            return RedirectToPage("/Account/TwoFactor", Onward);
        }

        return Conclude(result, "Email or password is not right.");
    }

    /// <summary>Checks the code of a user whose password was right.</summary>
    private protected async Task<IActionResult> CheckCodeAsync(bool remember, string refusal)
    {
        var account = (await _signIn.GetTwoFactorAuthenticationUserAsync())?.Email;
        var code = PostedCode();
        if (code.Length == 0)
        {
            _attempts.Add(account, SignInStep.Code, SignInAnswer.Empty);
            return Refuse(refusal);
        }

        var result = await _signIn.TwoFactorAuthenticatorSignInAsync(code, remember, rememberClient: false);
        _attempts.Add(account, SignInStep.Code, result);
        return Conclude(result, refusal);
    }

    /// <summary>True when this browser has just given a right password and the code is what is missing.</summary>
    private protected async Task<bool> HasPasswordPassedAsync() =>
        await _signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>Goes where the visitor wanted to go, inside this site.</summary>
    private protected LocalRedirectResult GoOn()
    {
        var wanted = Request.Query[Style.ReturnParameter].ToString();
        return LocalRedirect(_options.ReturnToHome ? "/"
            : Url.IsLocalUrl(wanted) ? wanted
            : "/" + Style.Paths["/Orders/Index"]);
    }

    private IActionResult Conclude(Microsoft.AspNetCore.Identity.SignInResult result, string refusal) =>
        result.Succeeded ? GoOn()
        : result.IsLockedOut ? Refuse("This account is locked for a few minutes after too many attempts.")
        : Refuse(refusal);

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse(string english)
    {
        Error = Style.Say(english);
        return Page();
    }
}
