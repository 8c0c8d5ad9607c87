namespace CredentialVault.Host.Messages;

internal sealed record SignInRequest(PageMember Page, SeenMember Seen, string? Wanted, bool AfterWait, PresentationMember? Presentation);

internal sealed record SignInAnswer(string? SignIn, NextMember Next);
