namespace CredentialVault.Errors;

public sealed partial record VaultError
{
    /// <summary>No sign-in of this name goes on in this host.</summary>
    public static VaultError SignInUnknown { get; } =
        new("sign-in-unknown", "There is no such sign-in, or it has ended.");

    /// <summary>A sign-in is asked for a page whose verdict is not <c>signed-out</c>.</summary>
    public static VaultError PageNotSignedOut { get; } =
        new("page-not-signed-out", "A sign-in begins only on a page that asks its visitor to sign in.");

    /// <summary>Values are asked for a document or fields that were not named before.</summary>
    public static VaultError FillUnexpected { get; } =
        new("fill-unexpected", "Values were asked for a page or field that was not seen before.");

    /// <summary>No verification of this name was begun in this host.</summary>
    public static VaultError VerificationUnknown { get; } =
        new("verification-unknown", "There is no such verification, or no such part of its picture.");

    /// <summary>A verification is to begin while another one goes on in this host.</summary>
    public static VaultError VerificationBusy { get; } =
        new("verification-busy", "Another credential is being verified: wait until that has ended.");

    /// <summary>News or parts of a session are asked for that there are none of, or twice at once.</summary>
    public static VaultError SessionUnexpected { get; } =
        new("session-unexpected", "News or a part of a session was asked for that there is none of now.");
}
