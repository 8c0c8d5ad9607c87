namespace CredentialVault.Host.Messages;

internal sealed record HelloRequest(string Extension, string Browser);

internal sealed record HelloAnswer(string Host, string Profile, string Role, string? Automation);
