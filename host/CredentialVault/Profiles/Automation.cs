namespace CredentialVault.Profiles;

/// <summary>A named job that runs in one or more profiles.</summary>
/// <param name="Id">26 random characters.</param>
/// <param name="Name">The owner's name for it; what <c>CREDENTIAL_VAULT_AUTOMATION</c> holds.</param>
/// <param name="Profiles">Names of the profiles it may run in.</param>
public sealed record Automation(string Id, string Name, IReadOnlyList<string> Profiles);
