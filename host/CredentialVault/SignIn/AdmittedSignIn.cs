using CredentialVault.Credentials;
using CredentialVault.Profiles;

namespace CredentialVault.SignIn;

/// <summary>A sign-in that may begin: it has the lease of its credential.</summary>
/// <param name="Id">Names the sign-in in messages, lease and attempts.</param>
/// <param name="Caller">Who asked.</param>
/// <param name="Overview">The credential.</param>
/// <param name="Fill">Where its values are typed.</param>
/// <param name="Page">The page that asks its visitor to sign in.</param>
/// <param name="ReturnTo">Where the agent was, at a session origin; null: not known.</param>
/// <param name="BeganAt">When.</param>
public sealed record AdmittedSignIn(string Id, Caller Caller, Overview Overview, Fill Fill, PageIdentity Page, string? ReturnTo, DateTimeOffset BeganAt);

/// <summary>What came of the wish to sign in: a sign-in, or an answer that says why not.</summary>
/// <param name="SignIn">The sign-in, or null.</param>
/// <param name="Answer">What to do instead, or null.</param>
public sealed record Admission(AdmittedSignIn? SignIn, Instruction? Answer);
