namespace CredentialVault.SignIn;

/// <summary>How far an isolated sign-in has come.</summary>
public enum SignInStage
{
    /// <summary>A form that can be filled is there.</summary>
    FormSeen,

    /// <summary>Its values are typed and submitted.</summary>
    Submitted,

    /// <summary>The next time step of the one-time codes is waited for.</summary>
    WaitingForCode,

    /// <summary>The site shows that it is signed in.</summary>
    SignedIn,

    /// <summary>Cookies and storage are read.</summary>
    SessionRead,
}
