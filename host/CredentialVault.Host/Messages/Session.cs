namespace CredentialVault.Host.Messages;

internal sealed record SessionRequest(string SignIn);

internal sealed record SessionAnswer(NextMember Next);
