using CredentialVault.Credentials;
using CredentialVault.SignIn;

namespace CredentialVault.Tests.SignIn;

/// <summary>What a page looks like to the detector.</summary>
internal static class Looks
{
    public static PageSeen SignInForm { get; } = new(Verdict.SignedOut, PageKind.SignIn, [FieldName.Username, FieldName.Password]);

    public static PageSeen UsernameForm { get; } = new(Verdict.SignedOut, PageKind.SignIn, [FieldName.Username]);

    public static PageSeen PasswordForm { get; } = new(Verdict.SignedOut, PageKind.SignIn, [FieldName.Password]);

    public static PageSeen FormWithCode { get; } = new(Verdict.SignedOut, PageKind.SignIn, [FieldName.Username, FieldName.Password, FieldName.OneTimeCode]);

    public static PageSeen CodeForm { get; } = new(Verdict.SignedOut, PageKind.OneTimeCode, [FieldName.OneTimeCode]);

    public static PageSeen SignedOutLink { get; } = new(Verdict.SignedOut, PageKind.Other, []);

    public static PageSeen Unclear { get; } = new(Verdict.Unsure, PageKind.Other, []);

    public static PageSeen SignedIn { get; } = new(Verdict.SignedIn, PageKind.Other, []);
}
