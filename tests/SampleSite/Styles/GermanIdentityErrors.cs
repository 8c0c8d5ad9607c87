using Microsoft.AspNetCore.Identity;

namespace SampleSite.Styles;

/// <summary>What Identity says about an account that it refuses, in German.</summary>
internal sealed class GermanIdentityErrors : IdentityErrorDescriber
{
    /// <inheritdoc/>
    public override IdentityError PasswordTooShort(int length) =>
        Says(nameof(PasswordTooShort), $"Das Kennwort braucht mindestens {length} Zeichen.");

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresDigit() =>
        Says(nameof(PasswordRequiresDigit), "Dem Kennwort fehlt eine Ziffer.");

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresUpper() =>
        Says(nameof(PasswordRequiresUpper), "Dem Kennwort fehlt ein Großbuchstabe.");

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresLower() =>
        Says(nameof(PasswordRequiresLower), "Dem Kennwort fehlt ein Kleinbuchstabe.");

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresNonAlphanumeric() =>
        Says(nameof(PasswordRequiresNonAlphanumeric), "Dem Kennwort fehlt ein Sonderzeichen.");

    /// <inheritdoc/>
    public override IdentityError PasswordMismatch() =>
        Says(nameof(PasswordMismatch), "Das bisherige Kennwort stimmt nicht.");

    /// <inheritdoc/>
    public override IdentityError DuplicateUserName(string userName) =>
        Says(nameof(DuplicateUserName), "Diese Kennung ist schon vergeben.");

    /// <inheritdoc/>
    public override IdentityError DuplicateEmail(string email) =>
        Says(nameof(DuplicateEmail), "Diese Kennung ist schon vergeben.");

    /// <inheritdoc/>
    public override IdentityError InvalidUserName(string? userName) =>
        Says(nameof(InvalidUserName), "Diese Kennung ist keine E-Mail-Adresse.");

    /// <inheritdoc/>
    public override IdentityError InvalidEmail(string? email) =>
        Says(nameof(InvalidEmail), "Diese Kennung ist keine E-Mail-Adresse.");

    private static IdentityError Says(string code, string description) => new() { Code = code, Description = description };
}
