namespace CredentialVault.Host.Messages;

internal sealed record MakeReadyRequest(string Origin, PresentationMember? Presentation);

internal sealed record MakeReadyAnswer(long? KeepMilliseconds);
