using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace SampleSite.Styles;

/// <summary>The English site.</summary>
internal static class HarbourStyle
{
    /// <summary>Its style.</summary>
    public static SiteStyle Style { get; } = new()
    {
        Name = "harbour",
        Brand = "Harbour Supplies",
        Language = "en",
        ReturnParameter = "ReturnUrl",
        NameFirst = false,
        SplitCode = false,
        Words = null,
        AccountErrors = new IdentityErrorDescriber(),
        DateFormat = "d MMM yyyy",
        Money = new NumberFormatInfo { CurrencySymbol = "€", CurrencyPositivePattern = 0 },
        Paths = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/Index"] = "",
            ["/Account/Index"] = "account",
            ["/Account/Register"] = "account/register",
            ["/Account/SignIn"] = "account/sign-in",
            ["/Account/TwoFactor"] = "account/two-factor",
            ["/Account/TwoFactorSetUp"] = "account/two-factor/set-up",
            ["/Account/SignOut"] = "account/sign-out",
            ["/Account/ForgotPassword"] = "account/forgot-password",
            ["/Account/ChangePassword"] = "account/change-password",
            ["/Orders/Index"] = "orders",
            ["/Orders/Order"] = "orders/{number:int}",
            ["/Orders/PickingList"] = "orders/picking-list",
        },
        Fields = new FormFields
        {
            Email = new("Input.Email", "Input_Email", "username"),
            Password = new("Input.Password", "Input_Password", "current-password"),
            Code = new("Input.TwoFactorCode", "Input_TwoFactorCode", "one-time-code"),
            RememberMe = new("Input.RememberMe", "Input_RememberMe", null),
            OldPassword = new("Input.OldPassword", "Input_OldPassword", "current-password"),
            NewPassword = new("Input.NewPassword", "Input_NewPassword", "new-password"),
            ConfirmPassword = new("Input.ConfirmPassword", "Input_ConfirmPassword", "new-password"),
        },
    };
}
