using System.Globalization;

namespace CredentialVault.Cli.Listings;

/// <summary>The detector's codes in plain words.</summary>
internal static class EvidenceWords
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["submit"] = "the button says that it is",
        ["heading"] = "a heading says that it is",
        ["form"] = "the form's own names say that it is",
        ["title"] = "the page's title says that it is",
        ["text"] = "the text says that it is",
    };

    private static readonly Dictionary<string, string> Purposes = new(StringComparer.Ordinal)
    {
        ["sign-in"] = "for signing in",
        ["sign-up"] = "for making an account",
        ["reset-password"] = "for a forgotten password",
        ["change-password"] = "for changing a password",
        ["new-password"] = "for choosing a password",
        ["new-name"] = "for changing a name or an address",
        ["newsletter"] = "for a newsletter",
        ["one-time-code"] = "for a one-time code",
        ["save"] = "for saving, adding or paying something",
        ["go-on"] = "for going on",
        ["security-question"] = "a security question",
    };

    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["no-fields"] = "there is no field that a person could fill in",
        ["password-field"] = "there is a password field",
        ["several-passwords"] = "there is more than one password field",
        ["new-password"] = "the password field asks for a new password",
        ["autocomplete-current-password"] = "the site itself calls the password the current one",
        ["autocomplete-new-password"] = "the site itself calls the password a new one",
        ["personal-fields"] = "it asks for personal data",
        ["no-password-yet"] = "no password is asked for yet",
        ["names-an-account"] = "the field asks for an account's name, not only for an address",
        ["username-field"] = "there is a field for a user name",
        ["email-field"] = "there is a field for an email address",
        ["personal-field"] = "a field for personal data is taken for the user name",
        ["phone-field"] = "there is a field for a telephone number",
        ["field-before-password"] = "the field before the password is taken for the user name",
        ["one-time-code-field"] = "there is a field for a one-time code",
        ["split-code-boxes"] = "there are boxes for the characters of a one-time code",
        ["security-question"] = "it asks a security question",
        ["code-was-sent"] = "it speaks of a code that came by mail or message",
        ["says-rejected"] = "it says that what it was sent was not right",
        ["code-and-little-else"] = "it asks for a one-time code, and there is little else to press",
        ["code-set-up"] = "an authenticator is being set up",
        ["link-to-reset-password"] = "a link is for a forgotten password",
        ["link-to-sign-up"] = "a link leads to making an account",
        ["link-to-sign-in"] = "a link leads to signing in",
        ["remember-me"] = "it offers to remember who signs in",
        ["agree-to-terms"] = "it asks to agree to terms",
        ["further-choices"] = "it has several lists to choose from",
        ["text-says-password-rules"] = "it says what a password has to be like",
        ["offers-to-save"] = "something beside it saves, adds or removes",
        ["takes-a-file"] = "a file can be chosen",
        ["is-another-password"] = "it is about the password of something else, such as a network or a database",
        ["heading-says-harmful"] = "a heading speaks of removing or resetting something",
        ["confirms-password"] = "somebody who is signed in is asked for the password once more",
        ["message-box"] = "it has a box for a message",
        ["sign-in-with-others"] = "it offers to sign in with somebody else's account",
        ["sign-in-or-sign-up"] = "one heading is for signing in and signing up",
        ["as-guest"] = "it offers to go on as a guest",
        ["sign-out-control"] = "something signs out",
        ["folded-sign-in-link"] = "a link that is folded away leads to signing in",
        ["sign-in-link"] = "a link or a button says that it signs in",
        ["form-in-dialog"] = "the form is in a dialog over the page",
        ["shows-nothing"] = "there is nothing to be seen yet",
        ["session-expired-notice"] = "it says that the session is over",
        ["way-on-account"] = "it shows accounts to choose from",
        ["way-on-authenticator"] = "a code from an authenticator can be chosen",
        ["way-on-other-method"] = "another method can be asked for",
        ["way-on-remember-device"] = "it offers to remember the device",
        ["way-on-decline"] = "it makes an offer that can be declined",
    };

    /// <summary>A code in plain words; the code itself when there are none for it.</summary>
    /// <param name="code">The code.</param>
    public static string Of(string code) =>
        Others.GetValueOrDefault(code)
        ?? (code.Split("-says-") is [var place, var purpose] && Places.TryGetValue(place, out var where) && Purposes.TryGetValue(purpose, out var what)
            ? string.Create(CultureInfo.InvariantCulture, $"{where} {what}")
            : code);
}
