namespace CredentialVault.Host.Messages;

internal sealed record MakeReadyRequest(string? Origin);

internal sealed record MakeReadyAnswer(long? KeepMilliseconds);
