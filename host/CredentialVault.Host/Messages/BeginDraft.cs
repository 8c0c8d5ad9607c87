namespace CredentialVault.Host.Messages;

internal sealed record BeginDraftRequest;

internal sealed record BeginDraftAnswer(string Draft, string Kid, KeyMember Key);
