namespace CredentialVault.Testing;

/// <summary>What a command said and how it ended.</summary>
/// <param name="ExitCode">0 done, 1 refused or failed, 2 usage.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error);
