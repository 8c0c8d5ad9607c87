namespace CredentialVault.Host.Messages;

internal sealed record SessionPartRequest(string SignIn, int Part);

internal sealed record SessionPartAnswer(string Text);
