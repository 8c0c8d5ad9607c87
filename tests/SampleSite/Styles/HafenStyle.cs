using System.Globalization;

namespace SampleSite.Styles;

/// <summary>The German site.</summary>
internal static class HafenStyle
{
    /// <summary>Its style.</summary>
    public static SiteStyle Style { get; } = new()
    {
        Name = "hafen",
        Brand = "Hafenbedarf",
        Language = "de",
        ReturnParameter = "zurueck",
        NameFirst = true,
        SplitCode = true,
        Words = German.Words,
        AccountErrors = new GermanIdentityErrors(),
        DateFormat = "dd.MM.yyyy",
        Money = new NumberFormatInfo
        {
            CurrencySymbol = "€",
            CurrencyPositivePattern = 3,
            CurrencyDecimalSeparator = ",",
            CurrencyGroupSeparator = ".",
        },
        Paths = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/Index"] = "",
            ["/Account/Index"] = "konto",
            ["/Account/Register"] = "konto/neu",
            ["/Account/SignIn"] = "konto/anmelden",
            ["/Account/Password"] = "konto/anmelden/kennwort",
            ["/Account/TwoFactor"] = "konto/bestaetigen",
            ["/Account/TwoFactorSetUp"] = "konto/zweiter-faktor",
            ["/Account/SignOut"] = "konto/abmelden",
            ["/Account/ForgotPassword"] = "konto/kennwort-vergessen",
            ["/Account/ChangePassword"] = "konto/kennwort-aendern",
            ["/Orders/Index"] = "auftraege",
            ["/Orders/Order"] = "auftraege/{number:int}",
            ["/Orders/PickingList"] = "auftraege/packliste",
        },
        Fields = new FormFields
        {
            Email = new("benutzer", "kennung", null),
            Password = new("kw", "geheim", null),
            Code = new("ziffer", "feld", null),
            RememberMe = new("merken", "merken", null),
            OldPassword = new("kw-alt", "geheim-alt", null),
            NewPassword = new("kw-neu", "geheim-neu", null),
            ConfirmPassword = new("kw-nochmal", "geheim-nochmal", null),
        },
    };
}
