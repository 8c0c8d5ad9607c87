namespace CredentialVault.Host.Messages;

internal sealed record ListCredentialsRequest;

internal sealed record ListCredentialsAnswer(IReadOnlyList<CredentialMember> Credentials);

/// <summary>What an owner may see of a credential.</summary>
internal sealed record CredentialMember(
    string Id,
    string Label,
    IReadOnlyList<string> SignInOrigins,
    IReadOnlyList<string> SessionOrigins,
    string Username,
    bool Totp,
    string Fill,
    IReadOnlyList<string> Attachments);
