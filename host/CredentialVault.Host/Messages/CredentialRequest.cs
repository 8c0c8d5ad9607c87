namespace CredentialVault.Host.Messages;

/// <summary>A request about one credential, named by its id.</summary>
internal sealed record CredentialRequest(string Credential);

/// <summary>It was done.</summary>
internal sealed record DoneAnswer;
